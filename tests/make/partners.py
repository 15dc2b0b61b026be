from datetime import date

from pages.partners.models import Funding, Kind, PartnerIndexPage, PartnerPage
from pages.services.models import ServicePage
from pages.standard.models import StandardPage


def directory(home, title="Partner"):
    """The published list of partners, at /de/partner/."""
    return home.add_child(instance=PartnerIndexPage(title=title, slug="partner", locale=home.locale))


def partner(parent, title="Stiftung Linde", **facts):
    """A published partner; days as "2026-03-31"."""
    return parent.add_child(instance=PartnerPage(title=title, locale=parent.locale, **_dated(facts)))


def funder(parent, title="Bezirksamt", duty_text="Gefördert vom Bezirksamt", **facts):
    return partner(parent, title, kind=Kind.FUNDER, duty_text=duty_text, **facts)


def funding(page, funder, first=None, last=None):
    """Somebody pays for what a page tells of."""
    days = _dated({"first_day": first, "last_day": last})
    return Funding.objects.create(page=page, funder=funder, **days)


def service(parent, title="Nähcafé", **facts):
    """A published service below a plain page."""
    facts.setdefault("is_by_appointment", True)
    return parent.add_child(instance=ServicePage(title=title, locale=parent.locale, **facts))


def area(home, title="Angebote"):
    """Where services stand."""
    return home.add_child(instance=StandardPage(title=title, locale=home.locale))


def _dated(facts):
    days = {name: date.fromisoformat(facts[name]) for name in ("first_day", "last_day") if facts.get(name)}
    return {**facts, **days}
