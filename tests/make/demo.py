"""A centre as small as a demo can be, written into a folder as data files."""

from copy import deepcopy

import yaml

from pages.centre.models import Centre
from pages.events.models import Change, EventPage, Occurrence
from pages.events.occurrences import rebuild
from pages.places.models import Room
from quartier.demo.management.commands.demo import FOLDER
from quartier.demo.notation.files import read
from quartier.demo.notation.filling import Filler
from quartier.demo.notation.shelf import Shelf
from quartier.demo.programme import note_changes
from tests.make.pictures import drawing

PEOPLE = [
    {"username": "admin", "first_name": "Ada", "last_name": "A", "email": "a@haus.example", "may": "all"},
    {"username": "rita", "first_name": "R", "last_name": "R", "email": "r@haus.example", "group": "editors"},
    {
        "username": "vera",
        "first_name": "V",
        "last_name": "V",
        "email": "v@haus.example",
        "group": "volunteers",
    },
]
CENTRE = {
    "data/centre.yaml": {
        "name": "Haus am Park",
        "postal_code": "01234",
        "logo": "haus",
        "footer_links": ["/rat/"],
    },
    "data/users.yaml": [{"may": "write", **person} for person in PEOPLE],
    "data/files.yaml": {"plan": {"file": "plan.txt", "title": "Raumplan", "language": "de"}},
    "data/topics.yaml": [{"slug": "rat", "name": {"de": "Rat", "en": "Advice"}}],
    "data/audiences.yaml": [{"slug": "alle", "name": {"de": "Alle", "en": "Everybody"}}],
    "data/places.yaml": [{"key": "park", "name": "Haus am Park", "street": "Parkweg 1"}],
    "data/rooms.yaml": [
        {
            "key": "saal",
            "place": "park",
            "name": "Saal",
            "steps": 0,
            "door_width": 95,
            "tariffs": [[{"de": "Vereine", "en": "Associations"}, "12.50"], ["Firmen", 90, "day"]],
        }
    ],
    "data/people.yaml": [{"key": "kim", "name": "Kim Weber", "role": "Leitung", "picture": "haus"}],
    "data/opening_hours.yaml": [
        {"key": "haus", "name": "Haus", "times": [[1, "09:00", "18:00"]], "exceptions": []}
    ],
    "data/calendars.yaml": [],
    "data/readers.yaml": {"de": ["kim.weber"], "en": [{"name": "sam.lee", "topics": ["rat"]}]},
    "data/passages.yaml": [{"key": "gruss", "name": "Gruß", "body": [{"text": "<p>Bis bald!</p>"}]}],
    "data/pages/home.yaml": {"type": "home.HomePage", "title": "Haus am Park", "picture": "haus"},
    "data/pages/rat.yaml": {"type": "standard.StandardPage", "title": "Rat", "menu": True, "topics": ["rat"]},
    "data/pages/rat/miete.yaml": {
        "type": "standard.StandardPage",
        "title": "Miete",
        "body": [
            {"text": '<p>Erst zum <a href="/rat/">Rat</a>, dann zum <a href="doc:plan">Plan</a>.</p>'},
            {"picture": {"picture": "haus", "size": "text"}},
            {"contact": {"person": "kim"}},
            {"passage": "gruss"},
        ],
    },
    "pictures/pictures.yaml": {
        "haus": {"file": "haus.png", "title": "Haus", "alt": "Ein Haus", "focal": [10, 10, 20, 20]}
    },
}


def tiny_demo(folder, **changes):
    """The folder of a tiny demo; `changes` replace files, named like data__pages__rat, with other values."""
    files = deepcopy(CENTRE)
    files |= {f"{name.replace('__', '/')}.yaml": values for name, values in changes.items()}
    for name, values in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(values if isinstance(values, str) else yaml.safe_dump(values, allow_unicode=True))
    (folder / "pictures/haus.png").write_bytes(drawing())
    (folder / "data/files").mkdir(exist_ok=True)
    (folder / "data/files/plan.txt").write_text("Links der Saal.")
    return folder


def german_demo(folder):
    """The folder of the whole demo without its translations: these take most of the time."""
    (folder / "data").mkdir(parents=True)
    (folder / "pictures").symlink_to(FOLDER / "pictures")
    for part in (FOLDER / "data").iterdir():
        if part.name != "translations":
            (folder / "data" / part.name).symlink_to(part)
    return folder


def page(body=(), **values):
    """A plain page's data."""
    return {"type": "standard.StandardPage", "title": "Rat", "body": list(body), **values}


def service(**values):
    """A service's data, and all that has to stand around it."""
    offers = {"type": "services.ServiceIndexPage", "title": "Angebote", "order": 1}
    partners = {"type": "partners.PartnerIndexPage", "title": "Partner", "order": 2}
    partner = {"type": "partners.PartnerPage", "title": "Stiftung", "kind": "funder"}
    form = {"type": "enquiries.FormPage", "title": "Anmeldung", "order": 3}
    sewing = {"type": "services.ServicePage", "title": "Nähcafé", **values}
    return {
        "data__pages__angebote": offers,
        "data__pages__angebote__naehen": sewing,
        "data__pages__partner": partners,
        "data__pages__partner__stiftung": partner,
        "data__pages__anmeldung": form,
    }


def event(**values):
    """An event's data, and the calendar in which it stands."""
    calendar = {"type": "events.CalendarPage", "title": "Kalender", "order": 4}
    feast = {"type": "events.EventPage", "title": "Fest", **values}
    return {"data__pages__kalender": calendar, "data__pages__kalender__fest": feast}


def at_another_day(today):
    """The dates of the demo that is loaded, as if it had been loaded on this day."""
    data, shelf = FOLDER / "data", Shelf()
    named = {str(room.name): room for room in Room.objects.all()}
    for values in read(data / "rooms.yaml", list):
        shelf.put(values["key"], named[values["name"]["de"]])
    filler, centre = Filler(shelf, today), Centre.objects.get()
    filler.assign(centre, {"closures": read(data / "centre.yaml")["closures"]}).save()
    Change.objects.all().delete()
    Occurrence.objects.filter(page__isnull=False).delete()
    for event in EventPage.objects.all():
        values = read(data / f"pages/veranstaltungen/{event.slug}.yaml")
        filler.assign(event, {name: values.get(name, []) for name in ("lines", "left_out")})
        event.lines.commit()
        event.left_out.commit()
        note_changes(event, values.get("changes", []), filler, user=None)
        rebuild(event)
