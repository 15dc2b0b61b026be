"""Partners and funders, and what they run and pay for."""

from datetime import date

from pages.partners.models import Funding, Kind, PartnerIndexPage, PartnerPage
from pages.standard.models import StandardPage
from tests.make import services


def directory(home, title="Partner", slug="partner", **fields):
    """The published list of partners, at /de/partner/."""
    return home.add_child(instance=PartnerIndexPage(title=title, slug=slug, locale=home.locale, **fields))


def partner(parent, title="Stiftung Linde", **facts):
    """A published partner; days as "2026-03-31", or as dates."""
    return parent.add_child(instance=PartnerPage(title=title, locale=parent.locale, **_dated(facts)))


def funder(parent, title="Bezirksamt", duty_text="Gefördert vom Bezirksamt", **facts):
    return partner(parent, title, kind=Kind.FUNDER, duty_text=duty_text, **facts)


def funding(page, funder, first_day=None, last_day=None):
    """Somebody pays for what a page tells of."""
    days = _dated({"first_day": first_day, "last_day": last_day})
    return Funding.objects.create(page=page, funder=funder, **days)


def service(parent, title="Nähcafé", **facts):
    """A published service at no fixed time."""
    return services.service(parent, title, **{"times": (), "is_by_appointment": True, **facts})


def area(home, title="Angebote"):
    """Where services stand."""
    return home.add_child(instance=StandardPage(title=title, locale=home.locale))


def _dated(facts):
    days = {name: facts[name] for name in ("first_day", "last_day") if isinstance(facts.get(name), str)}
    return {**facts, **{name: date.fromisoformat(day) for name, day in days.items()}}
