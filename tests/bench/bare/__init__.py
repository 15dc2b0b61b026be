"""Wagtail as it comes, with one kind of page that shows its title: what everybody pays who builds on it."""
