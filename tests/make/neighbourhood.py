"""Services, partners, rooms, people, posts and forms, published, with as little as they need."""

from datetime import time

from pages.enquiries.models import FormPage
from pages.partners.models import Funding, PartnerIndexPage, PartnerPage
from pages.people.models import Person
from pages.places.models import Place, Room, RoomIndexPage, RoomPage
from pages.services.models import ServiceIndexPage, ServicePage, ServiceTime
from pages.topics.models import Audience, Topic
from pages.volunteering.models import VolunteeringPage, VolunteerPostPage


def finder(parent, title="Angebote", slug="angebote", **fields):
    return _page(ServiceIndexPage, parent, title, slug=slug, **fields)


def service(parent, title="Nähcafé", times=(), audiences=(), topics=(), **fields):
    """A service; times as (weekday, from, until), audiences and topics as the rows themselves."""
    page = ServicePage(title=title, locale=parent.locale, **fields)
    page.times = [
        ServiceTime(weekday=day, starts=time.fromisoformat(starts), ends=time.fromisoformat(ends), **note)
        for day, starts, ends, note in ((*when, {})[:4] for when in times)
    ]
    page.audiences, page.topics = list(audiences), list(topics)
    return parent.add_child(instance=page)


def partners(parent, title="Partner", slug="partner", **fields):
    return _page(PartnerIndexPage, parent, title, slug=slug, **fields)


def partner(parent, title="Kiezwerkstatt", **fields):
    return _page(PartnerPage, parent, title, **fields)


def funds(funder, page, **days):
    return Funding.objects.create(page=page, funder=funder, **days)


def place(name="Haus am Park", **facts):
    known = {"street": "Parkweg 1", "postal_code": "12345", "city": "Berlin"}
    return Place.objects.create(name=name, **{**known, **facts})


def room(name="Saal", where=None, **facts):
    return Room.objects.create(name=name, place=where or place(), **facts)


def rooms(parent, title="Räume", slug="raeume", **fields):
    return _page(RoomIndexPage, parent, title, slug=slug, **fields)


def room_page(parent, which, title="Der Saal", **fields):
    return _page(RoomPage, parent, title, room=which, **fields)


def person(name="Kim Weber", **facts):
    return Person.objects.create(name=name, **facts)


def form(parent, title="Anmeldung", **fields):
    return _page(FormPage, parent, title, **fields)


def posts(parent, title="Ehrenamt", slug="ehrenamt", **fields):
    return _page(VolunteeringPage, parent, title, slug=slug, **fields)


def post(parent, title="Vorlesen", **fields):
    return _page(VolunteerPostPage, parent, title, **fields)


def audience(name="Familien", slug="familien", **fields):
    return Audience.objects.get_or_create(slug=slug, defaults={"name": name, **fields})[0]


def topic(name="Handarbeit", slug="handarbeit"):
    return Topic.objects.get_or_create(slug=slug, defaults={"name": name})[0]


def _page(model, parent, title, **fields):
    return parent.add_child(instance=model(title=title, locale=parent.locale, **fields))
