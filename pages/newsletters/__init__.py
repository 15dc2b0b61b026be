"""Newsletters: written from the calendar, read on the web and by mail, in each reader's language."""
