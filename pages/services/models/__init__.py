"""What the centre offers, and the finder that asks who, what, when."""

from pages.services.models.finder import ServiceIndexPage
from pages.services.models.service import ServicePage
from pages.services.models.times import ServiceTime

__all__ = ["ServiceIndexPage", "ServicePage", "ServiceTime"]
