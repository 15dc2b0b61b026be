"""The writing helper for Leichte Sprache and plain German: reads along, explains, proposes, never forbids."""
