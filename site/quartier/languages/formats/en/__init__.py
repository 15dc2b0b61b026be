"""English, as it is read on the continent."""
