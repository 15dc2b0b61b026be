"""Those the centre works with, and those who pay for it."""
