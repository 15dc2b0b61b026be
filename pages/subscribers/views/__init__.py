"""What somebody sees who opens a link from a mail. Opening changes nothing: programs open links, too."""

from pages.subscribers.views.confirmation import confirmation
from pages.subscribers.views.leaving import left, unsubscribe
from pages.subscribers.views.subscription import subscription

__all__ = ["confirmation", "left", "subscription", "unsubscribe"]
