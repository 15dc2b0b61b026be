"""The machine room: the Django project that runs the house. It knows every room; no room knows it."""
