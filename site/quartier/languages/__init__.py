"""How the house speaks its languages: what wagtail-localize needs from us, and the catalogues."""
