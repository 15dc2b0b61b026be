"""What pages are about."""
