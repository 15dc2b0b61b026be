"""Finding pages by their words."""
