"""Arabic, as it is written in Germany."""
