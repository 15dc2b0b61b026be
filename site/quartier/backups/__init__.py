"""The whole house in one file: taken while it is in use, proved, and brought back to any database."""
