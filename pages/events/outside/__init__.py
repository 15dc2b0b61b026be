"""Calendars of others: fetched with care, read with suspicion, shown beside our own.

`fetching` gets the bytes, `reading` makes plain events of them (pure), `keeping` writes these down.
"""
