"""The demo in its other languages: texts from files of their own, beside the originals."""
