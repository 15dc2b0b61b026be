"""The doctor: looks at everything that can go wrong with a house, and says what to do about it."""
