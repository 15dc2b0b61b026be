"""Hours as they are read; that a first is a `1er` no pattern can say (see `pages.phrasing.dated`)."""

TIME_FORMAT = r"G \h i"
DATETIME_FORMAT = r"j F Y à G \h i"
SHORT_DATETIME_FORMAT = r"d/m/Y G \h i"
