"""What happens when: events, series, exceptions, calendar and feeds."""
