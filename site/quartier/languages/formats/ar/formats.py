"""Months by both their names, as German towns print them; 24 hours; numbers as prices have them (CLDR)."""

DATE_FORMAT = "j E Y"
MONTH_DAY_FORMAT = "j E"
YEAR_MONTH_FORMAT = "E Y"
TIME_FORMAT = "G:i"
DATETIME_FORMAT = "j E Y، G:i"
SHORT_DATE_FORMAT = "j/n/Y"
SHORT_DATETIME_FORMAT = "j/n/Y، G:i"
FIRST_DAY_OF_WEEK = 1
DECIMAL_SEPARATOR, THOUSAND_SEPARATOR = ".", ","
