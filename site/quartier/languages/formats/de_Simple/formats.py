"""Times with the word for them."""

TIME_FORMAT = r"G:i \U\h\r"
DATETIME_FORMAT = r"j. F Y \u\m G:i \U\h\r"
