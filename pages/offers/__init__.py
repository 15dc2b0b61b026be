"""What services and events have in common; no room of its own, so no tables."""
