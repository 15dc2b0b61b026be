"""Months in the genitive behind a day; no short word for "year", since sentences end with dates."""

DATE_FORMAT = "j E Y"
MONTH_DAY_FORMAT = "j E"
DATETIME_FORMAT = "j E Y, H:i"
