"""The editors' screens for newsletters."""
