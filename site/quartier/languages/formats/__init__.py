"""How dates and numbers are written, where Django does not write them as people do: a package a language."""
