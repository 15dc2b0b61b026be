"""Announcements in a hurry: by a short form on a phone, or by one click after a date was changed."""
