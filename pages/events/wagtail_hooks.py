"""What events add to Wagtail."""

from pages.events.outside import desk  # noqa: F401 (it registers itself)
