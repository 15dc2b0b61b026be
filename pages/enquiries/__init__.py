"""Forms that residents send, and what becomes of what they wrote."""
