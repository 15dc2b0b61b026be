"""The people one can turn to."""
