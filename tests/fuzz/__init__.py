"""Seeded requests that nobody thought of, to every public address of a house. `make fuzz`: 20,000."""
