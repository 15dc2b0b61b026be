"""Dates for programs: calendar files and Atom, of the whole calendar, of one event, of one date."""
