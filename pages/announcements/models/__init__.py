"""The tables of this room."""

from pages.announcements.models.announcement import AnnouncementPage
from pages.announcements.models.news import NewsPage

__all__ = ["AnnouncementPage", "NewsPage"]
