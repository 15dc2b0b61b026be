"""Content that is kept once and placed on many pages."""
