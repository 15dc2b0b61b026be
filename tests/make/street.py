"""A house in which everything points to pages that are perhaps not for everybody."""

from dataclasses import dataclass, field
from datetime import timedelta

from django.utils import timezone

from pages.base import BasePage
from pages.centre.models import FooterLink
from pages.partners.models import Kind
from tests.make import neighbourhood as make
from tests.make.bricks import stack
from tests.make.centre import centre
from tests.make.newsletters import issue, newsletter
from tests.make.pages import plain_page
from tests.make.secrets import in_english, page_of_each_kind

NEIGHBOUR = "Nachbarin"
"""Begins the titles of the open pages beside the others: a list that names them names the others, too."""


@dataclass
class House:
    """The open pages, and `told`: a page of each kind, in the state and the language to be looked at."""

    home: BasePage
    finder: BasePage = None
    partners: BasePage = None
    rooms: BasePage = None
    posts: BasePage = None
    calendar: BasePage = None
    news: BasePage = None
    letter: BasePage = None
    """An issue of the newsletter that tells of all the others."""

    service: BasePage = None
    partner: BasePage = None
    form: BasePage = None
    room: object = None
    offered: dict = field(default_factory=dict)
    """Facts that an open service shares with the others, so that every filter finds both."""
    pointing: list[BasePage] = field(default_factory=list)
    told: dict[str, BasePage] = field(default_factory=dict)


def house(home, state):
    """A house around a page of each kind in this state."""
    made = _open_house(home)
    originals = page_of_each_kind(made)
    made.pointing = [*_those_beside(made, originals), *_those_that_show(made, originals)]
    made.told = {kind: state(page) for kind, page in originals.items()}
    if made.told["form"].locale != home.locale:
        _translate(made)
    return made


def lists(made):
    """The pages that list one kind each, by that kind."""
    return {
        "service": made.finder,
        "partner": made.partners,
        "room": made.rooms,
        "post": made.posts,
        "event": made.calendar,
        "announcement": made.news,
    }


def _open_house(home):
    centre(name="Haus am Park", city="Berlin", phone="030 1234", mail="post@haus.example")
    made = House(home)
    made.finder, made.partners = make.finder(home), make.partners(home)
    made.rooms, made.posts = make.rooms(home), make.posts(home)
    made.calendar, made.news = make.calendar(home), make.news(home)
    made.service = make.service(made.finder, "Nebenan", slug="nebenan")
    made.partner = make.partner(made.partners, f"{NEIGHBOUR} Partnerin", slug="partnerin")
    made.form = make.form(home, f"{NEIGHBOUR} Formular", slug="formular")
    made.room = make.room(steps=0, door_width=95, accessible_toilet="yes", seats_rows=40)
    made.offered = {
        "times": [(1, "10:00", "12:00"), (3, "18:00", "20:00")],
        "audiences": [make.audience()],
        "topics": [make.topic()],
        "languages": ["de", "ar"],
        "room": made.room,
        "contact": make.person(),
    }
    return made


def _those_beside(made, told):
    """Open pages of the same kinds, which name the others wherever a fact can."""
    service = make.service(
        made.finder,
        f"{NEIGHBOUR} Angebot",
        slug="angebot",
        registration="form",
        registration_form=told["form"],
        partner=told["partner"],
        **made.offered,
    )
    beside = [
        service,
        make.room_page(made.rooms, made.room, f"{NEIGHBOUR} Raum", slug="raum", enquiry_form=told["form"]),
        make.post(made.posts, f"{NEIGHBOUR} Aufgabe", slug="aufgabe"),
        make.event(
            made.calendar,
            f"{NEIGHBOUR} Fest",
            slug="fest",
            lines=[make.line(tomorrow())],
            partner=told["partner"],
            service=told["service"],
            registration="form",
            registration_form=told["form"],
            **shared(made),
        ),
        plain_page(made.home, f"{NEIGHBOUR} Seite", slug="seite"),
        make.announcement(
            made.news,
            f"{NEIGHBOUR} Meldung",
            slug="meldung",
            topics=shared(made)["topics"],
            link_page=told["announcement"],
            event=told["event"].translation_key,
            date=told["event"].occurrences.first().original,
            sentence="cancelled",
        ),
    ]
    for page in [*beside, made.partner, made.form, made.home]:
        make.funds(told["partner"], page)
    return [*beside, *_those_opposite(made), made.partner, made.form, made.service]


def shared(made):
    """What an open event has in common with the others."""
    terms = {name: [each.slug for each in made.offered[name]] for name in ("audiences", "topics")}
    return {**terms, **{name: made.offered[name] for name in ("languages", "room", "contact")}}


def tomorrow():
    return (timezone.localdate() + timedelta(days=1)).isoformat()


def _those_opposite(made):
    """Open pages with other facts: with them beside, there is something to filter by."""
    return [
        make.service(
            made.finder,
            "Gegenüber",
            slug="gegenueber",
            times=[(5, "14:00", "16:00")],
            audiences=[make.audience("kinder")],
            topics=[make.topic("kultur")],
            languages=["tr"],
            registration="phone",
            cost="fixed",
            price=5,
        ),
        make.event(
            made.calendar,
            "Andere Feier",
            slug="andere-feier",
            lines=[make.line(tomorrow(), "10:00", "11:00")],
            audiences=["kinder"],
            topics=["kultur"],
            languages=["tr"],
            registration="phone",
            cost="fixed",
            price=5,
        ),
        make.room_page(
            made.rooms, make.room("Keller", made.room.place, steps=9), "Der Keller", slug="keller"
        ),
        make.announcement(made.news, f"{NEIGHBOUR} am Eingang", slug="eingang", shown="home"),
        make.announcement(made.news, "Andere Meldung", slug="andere-meldung", topics=["kultur"]),
        make.partner(made.partners, "Dachverband", slug="dachverband", kind=Kind.UMBRELLA),
    ]


def _those_that_show(made, told):
    """Pages with every brick that can show or link a page, and the foot of all pages."""
    for page in told.values():
        FooterLink.objects.create(centre=centre(), page=page)
    bricks = [_listing(look) for look in ("cards", "lines", "links")]
    bricks += [
        ("latest_news", {"title": "", "count": "9", "look": look, "topic": None})
        for look in ("cards", "lines")
    ]
    for page in told.values():
        bricks += [
            _listing("lines", kind=page._meta.label_lower),
            ("teaser", {"page": page.pk, "own_title": "", "own_summary": "", "own_picture": None}),
            ("buttons", [{"type": "item", "id": "1", "value": _link(page)}]),
            ("text", f'<p><a linktype="page" id="{page.pk}">Mehr</a></p>'),
        ]
    made.home.ways_in = stack(
        *(("way_in", {**_link(each), "about": "", "icon": "door"}) for each in told.values())
    )
    made.home.invitations = stack(*(("button", _link(each)) for each in told.values()))
    made.home.save()
    made.letter = issue(newsletter(made.home), f"{NEIGHBOUR} Brief", about=list(told.values()), slug="brief")
    return [plain_page(made.home, "Tafel", slug="tafel", body=stack(*bricks)), made.letter]


def _listing(look, kind=None):
    asked = {"title": "", "kind": kind, "topic": None, "below": None}
    return "listing", {**asked, "count": 24, "order": "tree", "look": look}


def _link(page):
    return {"page": page.pk, "address": "", "text": "Mehr"}


def _translate(made):
    """The open pages in English, too: there the translations are looked at."""
    for name in ("home", "finder", "partners", "rooms", "posts", "calendar", "news"):
        setattr(made, name, in_english(getattr(made, name)))
    made.pointing = [in_english(page) for page in made.pointing]
