"""Months in the genitive behind a day; no short word for "year", since sentences end with dates."""

DATE_FORMAT = "j E Y"
MONTH_DAY_FORMAT = "j E"
YEAR_MONTH_FORMAT = "F Y"
DATETIME_FORMAT = "j E Y, G:i"
