"""Newsletters under fire: real workers, killed at any moment, against a mail server that misbehaves."""
