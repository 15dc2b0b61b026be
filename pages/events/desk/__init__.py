"""The editor's desk for dates: what is on in the next days, and what becomes of each."""
