"""Placeholder."""


def nearest_pages(path):
    return []
