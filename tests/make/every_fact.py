"""Pages in other languages, and one house whose every fact has an old and a new value."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from decimal import Decimal

from django.urls import reverse
from django.utils.translation import override

from pages.announcements.choices import Kind
from pages.topics.models import Audience
from tests.make import events, newsletters, services
from tests.make.announcements import announcement, news
from tests.make.enquiries import form_page
from tests.make.languages import locale
from tests.make.partners import directory, partner
from tests.make.people import person
from tests.make.pictures import picture
from tests.make.places import room, room_index, room_page
from tests.make.volunteering import post, volunteering

CODES = ("de-simple", "en", "ar", "uk")
"""Those that the tests read in, beside German."""


def translated(page, code, **texts):
    """The published translation of a page, below that of its parent where there is one, else at the top."""
    parent = page.get_parent()
    if not parent.is_root() and not parent.has_translation(locale(code)):
        translated(parent.specific, code)
    made = page.copy_for_translation(locale(code))
    for name, text in {"title": f"{page.title} {code}", **texts}.items():
        setattr(made, name, text)
    made.save_revision().publish()
    return type(page).objects.get(pk=made.pk)


@dataclass
class Values:
    """What is entered as facts: each in its own words, so that one sees where it comes from."""

    hall: str
    contact: str
    partner: str
    audience: str
    price: str
    time: str
    spoken: str
    picture: str
    things: dict = field(default_factory=dict)

    def __post_init__(self):
        named = {"de": self.audience}
        audience = Audience.objects.create(slug=self.audience.lower(), name=named)
        self.things = {
            "room": room(self.hall, steps=0, door_width=91, seats_rows=int(self.price[0]) * 111),
            "contact": person(self.contact, mail=f"{self.picture}@haus.example"),
            "picture": picture(self.picture, name=f"{self.picture}.png"),
            "audience": audience,
        }


OLD = ("Altsaal 404", "Änne Altmann", "Altverein", "Altkinder", "3.33", "10:10", "it", "altbild")
NEW = ("Saal 913", "Zaun Könia", "Neuwerk", "Neulinge", "7.77", "18:13", "so", "neubild")


@dataclass
class House:
    """One published page of each kind, all in German, with old facts; `new` are those to be entered."""

    home: object
    old: Values
    new: Values
    pages: dict

    def __getattr__(self, name):
        try:
            return self.__dict__["pages"][name]
        except KeyError:
            raise AttributeError(name) from None

    def translate(self, code):
        for page in self.pages.values():
            if not page.has_translation(locale(code)):
                translated(page, code)

    def fresh(self, name):
        """The page as the editor opens it: the latest revision."""
        page = self.pages[name]
        return type(page).objects.get(pk=page.pk).get_latest_revision_as_object()

    def drafts(self):
        """Every page with the new facts, not saved."""
        return [change(self.fresh(name), self.new) for name, change in CHANGES.items()]


def house(home, day):
    """The house; its event is on `day`."""
    old, new = Values(*OLD), Values(*NEW)
    partners = directory(home)
    for values in (old, new):
        values.things["partner"] = partner(
            partners, values.partner, link=f"https://{values.picture}.example", contact_name=values.contact
        )
    calendar, finder = events.calendar(home), services.finder(home)
    rooms, helping = room_index(home), volunteering(home, contact=old.things["contact"])
    aktuelles = news(home)
    pages = {
        "calendar": calendar,
        "finder": finder,
        "rooms": rooms,
        "partners": partners,
        "helping": helping,
        "news": aktuelles,
        "announcement": announcement(aktuelles, "Rohrbruch"),
        "event": events.event(calendar, "Zirkus", lines=[events.line(day.isoformat(), old.time, None)]),
        "service": services.service(finder, "Teestube", times=((2, old.time, "11:11"),)),
        "room": room_page(rooms, old.things["room"], "Unser Raum"),
        "partner": partner(partners, "Brückenverein", phone="030 404404", link="https://altbild.example"),
        "post": post(helping, "Vorlesen"),
        "form": form_page(home, title="Kontakt", contact=old.things["contact"]),
    }
    about, when = [pages["event"], pages["service"]], day.isoformat()
    pages["letter"] = newsletters.issue(
        newsletters.newsletter(home), "Rundbrief", about, first=when, last=when
    )
    made = House(home, old, new, {"home": home, **pages})
    for name, change in CHANGES.items():
        change(made.pages[name], old).save_revision().publish()
    return made


def _of_an_offer(page, values):
    page.room, page.contact = values.things["room"], values.things["contact"]
    page.partner, page.picture = values.things["partner"], values.things["picture"]
    page.audiences = [values.things["audience"]]
    page.cost, page.price, page.languages = "fixed", Decimal(values.price), [values.spoken]
    page.registration, page.registration_link = "link", f"https://{values.picture}.example/anmelden"
    return page


def _event(page, values):
    lines = list(page.lines.all())
    lines[0].starts = time.fromisoformat(values.time)
    page.lines = lines
    return _of_an_offer(page, values)


def _service(page, values):
    times = list(page.times.all())
    times[0].starts, times[0].ends = time.fromisoformat(values.time), time(19, 47)
    page.times = times
    return _of_an_offer(page, values)


def _room(page, values):
    page.room, page.contact = values.things["room"], values.things["contact"]
    page.picture = values.things["picture"]
    return page


def _partner(page, values):
    page.phone, page.contact_name = f"030 {values.price}", values.contact
    page.link, page.picture = f"https://{values.picture}.example", values.things["picture"]
    page.last_day = date(2031 if values.price == NEW[4] else 2029, 3, 31)
    return page


def _post(page, values):
    page.contact, page.languages = values.things["contact"], [values.spoken]
    page.hours, page.picture = Decimal(values.price[:3]), values.things["picture"]
    return page


def _form(page, values):
    page.contact, page.picture = values.things["contact"], values.things["picture"]
    return page


def _announcement(page, values):
    is_new = values.price == NEW[4]
    page.picture, page.shown = values.things["picture"], "home"
    page.kind = Kind.CLOSURE if is_new else Kind.WARNING
    page.starts, page.ends = _at(2024 if is_new else 2023), _at(2042 if is_new else 2041)
    page.link = f"https://{values.picture}.example/mehr"
    return page


def _at(year):
    return datetime(year, 3, 31, 12, tzinfo=UTC)


def _helping(page, values):
    page.contact = values.things["contact"]
    return page


CHANGES = {
    "event": _event,
    "service": _service,
    "room": _room,
    "partner": _partner,
    "post": _post,
    "form": _form,
    "helping": _helping,
    "announcement": _announcement,
    "rooms": _helping,
}
"""How the facts of each page that has any are entered."""


def search(code):
    with override(code):
        return reverse("search")
