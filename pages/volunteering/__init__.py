"""Whom the centre is looking for: posts for volunteers."""
