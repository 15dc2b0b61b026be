"""What events add to Wagtail."""

from pages.events.outside import desk as calendars_of_others  # noqa: F401 (it registers itself)
from pages.events.upload import desk as events_from_a_file  # noqa: F401 (it registers itself)
