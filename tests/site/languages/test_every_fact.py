"""Facts are read from one place: whatever becomes of an original is so in every language at once.

A house with one page of each kind is translated, and only then are its facts entered anew: in each language
every page, list, feed, file and export has to say the new ones and none of the old. The values are such that
one finds them in any language: a room "Saal 913", a price of 7.77, the time 18:13.
"""

import re
from datetime import datetime, time, timedelta
from io import StringIO
from urllib.parse import quote

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from pages.tongues import name_of
from tests.make.events import change
from tests.make.every_fact import CODES, NEW, OLD, house, search

LANGUAGES = ("de", *CODES)
SOME = ("de", "de-simple", "ar")
"""What holds in all of them when facts change holds in all when they do not."""


def year(number):
    """The year as one reads it: not four digits within a UUID or the hash in the name of a file."""
    return rf"(?<![\w-]){number}(?![\da-f]{{4,}}[-.])"


MARKS = {
    "room": (r"Altsaal 404", r"Saal 913"),
    "seats": (r"\b333\b", r"\b777\b"),
    "contact": (r"Änne Altmann", r"Zaun Könia"),
    "partner": (r"Altverein", r"Neuwerk"),
    "audience": (r"Altkinder", r"Neulinge"),
    "price": (r"(?<![\d.:])3([.,٫]| Euro und )33(?!\d)", r"(?<![\d.:])7([.,٫]| Euro und )77(?!\d)"),
    "hours": (r"(?<![\d.:])3[.,٫]3(?!\d)", r"(?<![\d.:])7[.,٫]7(?!\d)"),
    "time": (r"(?<![\d:])10:10(?![\d:])|T10:?10:?00(?!\.)", r"(?<![\d:])18:13(?![\d:])|T18:?13:?00"),
    "registration": (r"altbild\.example/anmelden", r"neubild\.example/anmelden"),
    "website": (r"altbild\.example(?!/anmelden|/mehr)", r"neubild\.example(?!/anmelden|/mehr)"),
    "more": (r"altbild\.example/mehr", r"neubild\.example/mehr"),
    "ends": (year(2041), year(2042)),
    "kind": (r"(news-entry|__kind) [\w-]+--warning", r"(news-entry|__kind) [\w-]+--closure"),
    "phone": (r"030 3\.33", r"030 7\.77"),
    "until": (year(2029), year(2031)),
    "code": (r'"code":"it"', r'"code":"so"'),
}
"""How one recognises the old and the new value of each fact, in any language."""

OFFER = {"room", "contact", "partner", "audience", "price", "time", "picture", "registration", "spoken"}
SAID = {
    "home": {"room", "time", "ends", "kind"},
    "news": {"ends", "kind", "picture"},
    "announcement": {"ends", "kind", "more", "picture"},
    "notice for the door": {"ends"},
    "feed of news": {"ends"},
    "calendar": {"room", "time", "audience"},
    "finder": {"room", "audience", "price", "time"},
    "rooms": {"seats"},
    "helping": {"contact"},
    "event": OFFER,
    "date": OFFER,
    "service": OFFER,
    "room": {"room", "seats", "contact"},
    "partner": {"contact", "phone", "picture", "website", "until"},
    "post": {"contact", "hours", "spoken"},
    "form": {"contact"},
    "letter": {"room", "price", "time"},
    "kalender.ics": {"room", "price", "time", "registration"},
    "event.ics": {"room", "price", "time", "registration"},
    "date.ics": {"room", "price", "time", "registration"},
    "feed.xml": {"room", "time"},
    "daten.json": {*OFFER, "code"} - {"picture", "spoken"},
    "structured event": {"room", "price", "time", "picture"},
    "structured service": {"room", "price", "time"},
    "structured announcement": {"ends", "picture"},
}
"""Which facts stand where."""

TITLES = {
    "event": "Zirkus",
    "service": "Teestube",
    "room": "Unser Raum",
    "partner": "Brückenverein",
    "post": "Vorlesen",
    "announcement": "Rohrbruch",
}
BOTH = {"partners": {"partner"}}
"""Where the old value stands for itself: the other partner has a page of its own."""


@pytest.fixture
def day():
    return timezone.localdate() + timedelta(days=9)


@pytest.fixture(params=["translated", "not translated"])
def made(request, home, own_files, day):
    """The house with old facts, everything translated into all languages, or nothing."""
    made = house(home, day)
    if request.param == "translated":
        for code in CODES:
            made.translate(code)
    return made


def address(page, code):
    """Where a page is read in a language: at its own address, or in the frame of that language."""
    group = type(page).objects.live().filter(translation_key=page.translation_key)
    own = group.filter(locale__language_code=code).first()
    return own.url if own else f"/{code}/{type(page).objects.get(pk=page.pk).url.removeprefix('/de/')}"


def addresses(made, code, name):
    """Every place in this language where facts are told; the date of the event is called `name`."""
    known = {kind: address(page, code) for kind, page in made.pages.items()}
    return {
        **known,
        "partners": known["partners"],
        "date": f"{known['event']}{name}/",
        "kalender.ics": f"{known['calendar']}kalender.ics",
        "event.ics": f"{known['event']}kalender.ics",
        "date.ics": f"{known['event']}{name}/kalender.ics",
        "feed.xml": f"{known['calendar']}feed.xml",
        "daten.json": f"{known['finder']}daten.json",
        "notice for the door": f"{known['announcement']}aushang/",
        "feed of news": f"{known['news']}feed.xml",
    }


def read(client, where):
    response = client.get(where)
    said = b"".join(response.streaming_content) if response.streaming else response.content
    return response.status_code, said.decode().replace("\r\n ", "").replace("\\,", ",")


def told(client, made, code, name):
    """What stands there, the part for machines apart."""
    for what, where in addresses(made, code, name).items():
        status, said = read(client, where)
        assert status == 200, (code, what, where, status)
        yield what, said
        if what in ("event", "service", "announcement"):
            scripts = BeautifulSoup(said, "html.parser").select('script[type="application/ld+json"]')
            yield f"structured {what}", " ".join(script.string for script in scripts)


def marks(made, fact, code):
    if fact == "spoken":
        return tuple(re.escape(name_of(spoken, code)) for spoken in (OLD[6], NEW[6]))
    if fact == "picture":
        return tuple(rf"/media/images/{each.things['picture'].pk}\." for each in (made.old, made.new))
    return MARKS[fact]


def faults(client, made, is_new, day, languages=SOME):
    """Each fact that is missing or out of date, by language and place: there should be none."""
    name = f"{day}-{'1813' if is_new else '1010'}"
    for code in languages:
        for what, said in told(client, made, code, name):
            for fact in SAID.get(what, set()):
                wanted = marks(made, fact, code)[is_new]
                if not re.search(wanted, said):
                    yield f"{code}, {what}: no {fact}"
            for fact in {*MARKS, "picture"} - BOTH.get(what, set()):
                if found := re.search(marks(made, fact, code)[not is_new], said):
                    yield f"{code}, {what}: {fact} is {found[0]}"


def publish(made):
    for page in made.drafts():
        page.save_revision().publish()


def save(made):
    for page in made.drafts():
        page.save_revision()


def test_what_is_published_is_so_everywhere(client, made, day):
    publish(made)

    assert list(faults(client, made, True, day, LANGUAGES)) == []


def test_a_draft_changes_nothing_anywhere(client, made, day):
    save(made)

    assert list(faults(client, made, False, day)) == []


def test_what_is_scheduled_is_so_when_its_time_has_come(client, made, day):
    soon = timezone.now() + timedelta(hours=1)
    for page in made.drafts():
        page.go_live_at = soon
        page.save_revision(approved_go_live_at=soon).publish()
    before = list(faults(client, made, False, day))

    with time_machine.travel(soon + timedelta(minutes=5)):
        call_command("publish_scheduled", stdout=StringIO())
        after = list(faults(client, made, True, day))

    assert (before, after) == ([], [])


def test_what_is_reverted_is_as_it_was(client, made, day):
    earlier = {name: page.get_latest_revision() for name, page in made.pages.items()}
    publish(made)

    for revision in filter(None, earlier.values()):
        revision.as_object().save_revision(previous_revision=revision).publish()

    assert list(faults(client, made, False, day)) == []


CANCELLED = {
    "de": "fällt aus",
    "de-simple": "fällt aus",
    "en": "cancelled",
    "ar": "ملغى",
    "uk": "скасовано",
}


def names(client, made, code):
    """Everywhere that pages are named."""
    lists = ["home", "calendar", "finder", "rooms", "partners", "helping", "news", "letter"]
    known = {name: address(made.pages[name], code) for name in lists}
    known |= {part: f"{known['calendar']}{part}" for part in ("kalender.ics", "feed.xml", "aenderungen.xml")}
    known |= {"daten.json": f"{known['finder']}daten.json", "sitemap": "/sitemap.xml"}
    known |= {"feed of news": f"{known['news']}feed.xml"}
    known |= {f"search {title}": f"{search(code)}?q={quote(title)}" for title in TITLES.values()}
    return known


def named(client, made, code):
    """Where the pages are named in this language, and which."""
    found = set()
    slugs = {kind: f"/{made.pages[kind].slug}" for kind in TITLES}
    for what, where in names(client, made, code).items():
        status, said = read(client, where)
        assert status == 200
        if what.startswith("search"):
            said = " ".join(
                each.get_text(" ") for each in BeautifulSoup(said, "html.parser").select("main h3")
            )
        if what == "letter":  # its button for listening is called like the post
            said = BeautifulSoup(said, "html.parser").select_one(".letter").get_text(" ")
        for kind, title in TITLES.items():
            if title in said.replace(f"?q={quote(title)}", "") or (what == "sitemap" and slugs[kind] in said):
                found.add((what, kind))
    return found


SHOWN = {
    *{("home", "event"), ("calendar", "event"), ("kalender.ics", "event"), ("feed.xml", "event")},
    *{("finder", "service"), ("daten.json", "service"), ("rooms", "room"), ("partners", "partner")},
    *{("home", "announcement"), ("news", "announcement"), ("feed of news", "announcement")},
    *{("letter", "event"), ("letter", "service")},
    *{("helping", "post"), *(("sitemap", kind) for kind in TITLES)},
}


def hide_by_unpublishing(made):
    for kind in TITLES:
        Page.objects.get(pk=made.pages[kind].pk).specific.unpublish()


def hide_by_closing(made):
    for kind in TITLES:
        PageViewRestriction.objects.create(page=made.pages[kind].page_ptr, restriction_type="login")


@pytest.mark.parametrize("hide", [hide_by_unpublishing, hide_by_closing])
def test_what_is_withdrawn_is_so_in_every_language_until_it_is_back(client, made, hide):
    where = {code: [address(made.pages[kind], code) for kind in TITLES] for code in LANGUAGES}
    before = {code: named(client, made, code) for code in LANGUAGES}

    hide(made)
    hidden = {code: named(client, made, code) for code in LANGUAGES}
    answers = {client.get(each).status_code for addresses in where.values() for each in addresses}
    PageViewRestriction.objects.all().delete()
    for kind in TITLES:
        made.fresh(kind).save_revision().publish()

    assert [(code, SHOWN - found) for code, found in before.items() if SHOWN - found] == []
    assert [(code, found) for code, found in hidden.items() if found] == []
    assert 200 not in answers
    assert {code: named(client, made, code) for code in LANGUAGES} == before
    assert {client.get(each).status_code for addresses in where.values() for each in addresses} == {200}


def of_the_date(client, made, code, name):
    """What is told of the one date of the event."""
    wanted = {"home", "calendar", "event", "date", "kalender.ics", "event.ics", "date.ics", "feed.xml"}
    known = {what: where for what, where in addresses(made, code, name).items() if what in wanted}
    known["aenderungen.xml"] = f"{known['calendar']}aenderungen.xml"
    return {what: read(client, where)[1] for what, where in known.items()}


def test_a_date_that_is_cancelled_is_so_in_every_word_and_file(client, made, day):
    note = {"de": "Rohrbruch 913", "ar": "انفجار 913", "uk": "Прорив 913", "en": "Burst 913"}
    change(made.event, f"{day} 10:10", is_cancelled=True, reason="room", reason_note=note)

    for code in LANGUAGES:
        said = of_the_date(client, made, code, f"{day}-1010")
        why = note.get(code, note["de"])
        assert {what for what, words in said.items() if why not in words} <= {"home", "calendar"}, code
        files = [what for what in said if what.endswith(".ics")]
        assert [what for what in files if "STATUS:CANCELLED" not in said[what]] == []
        in_words = [what for what in said if what not in files]
        assert [what for what in in_words if CANCELLED[code] not in said[what].casefold()] == [], code
        assert [what for what in ("event", "date") if "schema.org/EventCancelled" not in said[what]] == []


def test_a_date_that_is_postponed_is_at_its_new_time_everywhere(client, made, day):
    later = datetime.combine(day + timedelta(days=1), time(21, 29))
    change(made.event, f"{day} 10:10", is_postponed=True, starts=f"{later:%Y-%m-%d %H:%M}", reason="illness")

    for code in LANGUAGES:
        said = of_the_date(client, made, code, f"{day}-1010")
        for what, words in said.items():
            new = f"{later:%Y%m%dT%H%M}00" if what.endswith(".ics") else r"21:29|09:29"
            assert re.search(new, words), (code, what)
        assert [what for what in ("event", "date") if "schema.org/EventRescheduled" not in said[what]] == []


def test_a_date_has_one_uid_and_one_entry_in_all_languages(client, made, day):
    said = {code: of_the_date(client, made, code, f"{day}-1010") for code in LANGUAGES}

    for what, of_one in [
        ("kalender.ics", r"UID:(\S+)"),
        ("event.ics", r"UID:(\S+)"),
        ("feed.xml", r"<id>(tag:[^<]+-1010)</id>"),
    ]:
        assert len({tuple(re.findall(of_one, said[code][what])) for code in LANGUAGES}) == 1
        assert all(re.findall(of_one, said[code][what]) for code in LANGUAGES)
