"""Whoever writes demo data is told which file and which key is wrong."""

import pytest
from django.core.management import CommandError, call_command

from tests.make.demo import CENTRE, PEOPLE, page, service, tiny_demo

pytestmark = pytest.mark.django_db

BARE = {
    "data__centre": {"name": "Haus"},
    "data__pages__home": {"type": "home.HomePage", "title": "Haus"},
    "data__pages__rat__miete": page(),
    **{
        f"data__{kind}": []
        for kind in (
            "topics",
            "audiences",
            "people",
            "places",
            "rooms",
            "opening_hours",
            "passages",
            "calendars",
        )
    },
    **{"data__files": {}, "pictures__pictures": {}},
}
TEXT = {"text": "<p>Guten Tag.</p>"}
WRONG = {
    "an unknown brick": (
        page([TEXT, {"brick": {}}]),
        "rat.yaml → body → 2. brick: there is no such brick here",
    ),
    "an unknown part of a brick": (
        page([{"quote": {"txt": "Ja"}}]),
        "1. quote: unknown: txt; here belongs: text",
    ),
    "a page that is not there": (
        page([{"teaser": {"page": "/rta/"}}]),
        "1. teaser → page: there is no page “/rta/”; is it /rat/?",
    ),
    "a picture that is not there": (
        page([{"picture": {"picture": "hsau"}}]),
        "picture → picture: there is no picture",
    ),
    "a person that is not there": (
        page([{"contact": {"person": "tim"}}]),
        "person: there is no person “tim”",
    ),
    "a link that leads nowhere": (
        page([{"text": '<p><a href="/weg/">weg</a></p>'}]),
        "1. text: there is no page “/weg/”",
    ),
    "a document that is not there": (
        page([{"text": '<p><a href="doc:x">weg</a></p>'}]),
        "1. text: there is no document “x”",
    ),
    "a link with a script": (
        page([{"text": '<p><a href="javascript:alert()">x</a></p>'}]),
        "a link cannot lead to “javascript:alert()”",
    ),
    "running text that is none": (page([{"text": "Guten Tag."}]), "has to begin with a paragraph"),
    "a value that editors must give": (
        page([{"quote": {"source": "Kim"}}]),
        "body → 1. → text: This field is required",
    ),
    "a fault in a list inside a brick": (
        page([{"accordion": [{"title": "Ja?", "text": "<p>Ja.</p>"}, {"title": "Nein?"}]}]),
        "body → 1. → 2. → text: This field is required",
    ),
    "a page of the wrong kind": (
        page([{"values": {"page": "/rat/"}}]),
        "1. values → page: “/rat/” is no values",
    ),
    "a skipped level": (
        page([{"heading": {"text": "A", "level": 2}}, {"heading": {"text": "B", "level": 4}}]),
        "rat.yaml → body → 2. → level: A level is skipped",
    ),
    "an unknown key": (page(subtitle="Hallo"), "rat.yaml: unknown: subtitle; known: body, "),
    "an unknown kind of page": (
        {"type": "events.Event", "title": "Fest"},
        "rat.yaml → type: there is no kind",
    ),
    "no title": ({"type": "standard.StandardPage"}, "rat.yaml → title: "),
    "a purpose that does not exist": (page(purpose="fun"), "rat.yaml → purpose: "),
    "a page where it must not stand": (
        {"type": "home.HomePage", "title": "Zweite"},
        "cannot stand below a HomePage",
    ),
    "a topic that is not there": (page(topics=["spiel"]), "rat.yaml → topics: there is no topic “spiel”"),
    "a key given twice": ("title: A\ntitle: B\n", "rat.yaml → line 1: title stands here twice"),
    "no YAML at all": ("title: [", "rat.yaml: while parsing"),
    "something else than a page": ("- a\n", "rat.yaml: this has to be a mapping"),
}


@pytest.mark.parametrize(("data", "sentence"), WRONG.values(), ids=WRONG)
def test_a_fault_is_named_with_its_place(tmp_path, data, sentence):
    folder = tiny_demo(tmp_path, **BARE, data__pages__rat=data)

    with pytest.raises(CommandError) as refused:
        call_command("demo", folder=folder)

    assert sentence in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_missing_file_is_named(tmp_path):
    folder = tiny_demo(tmp_path)
    (folder / "data/topics.yaml").unlink()

    with pytest.raises(CommandError, match=r"topics.yaml: this file is missing"):
        call_command("demo", folder=folder)


ELSEWHERE = {
    "a picture without a file": (
        {"pictures__pictures": {"fest": {"title": "Fest"}}},
        "fest → file: this is missing",
    ),
    "a picture whose file is not there": (
        {"pictures__pictures": {"fest": {"title": "Fest", "file": "fest.png"}}},
        "pictures.yaml → fest → file: there is no file “fest.png”",
    ),
    "a group that nobody knows": (
        {"data__users": [{**PEOPLE[1], "group": "editor"}]},
        "users.yaml → 1. → group: there is no group “editor”, but: editors, volunteers",
    ),
    "a person without a name": (
        {"data__users": [{"username": "x"}]},
        "users.yaml → 1. → first_name: this is missing",
    ),
    "a line that is no list": (
        {"data__centre": {"name": "Haus", "closures": None}},
        "closures: here belongs a list",
    ),
    "a line with a fault": (
        {
            "data__centre": {
                "name": "Haus",
                "closures": [{"first_day": "today", "last_day": "today-1d", "reason": "x"}],
            }
        },
        "centre.yaml → closures → 1. → last_day: The last day lies before the first day",
    ),
    "a time that is none": (
        {"data__opening_hours": [{"key": "haus", "name": "Haus", "times": [[1, "9 Uhr", "18:00"]]}]},
        "opening_hours.yaml → haus → times → 1. → opens: ",
    ),
    "a line with too much in it": (
        {
            "data__opening_hours": [
                {"key": "haus", "name": "Haus", "times": [[1, "09:00", "18:00", "mittags zu"]]}
            ]
        },
        "times → 1.: too much in one line; here belongs: weekday, opens, closes",
    ),
    "a line that cannot be written short": (
        {"data__centre": {"name": "Haus", "profiles": ["Mastodon"]}},
        "profiles → 1.: here belongs a mapping of names to values",
    ),
    "a room that stands nowhere": (
        {"data__rooms": [{"key": "saal", "name": "Saal"}]},
        "rooms.yaml → saal → place: This field cannot be null",
    ),
    "a place that is not there": (
        {"data__rooms": [{"key": "saal", "name": "Saal", "place": "prak"}]},
        "rooms.yaml → saal → place: there is no place “prak”",
    ),
    "a price for a time that nobody knows": (
        {
            "data__places": CENTRE["data/places.yaml"],
            "data__rooms": [{**CENTRE["data/rooms.yaml"][0], "tariffs": [["Vereine", 5, "week"]]}],
        },
        "rooms.yaml → saal → tariffs → 1. → unit: Value 'week' is not a valid choice",
    ),
    "a language that nobody knows": (
        {"data__people": [{"key": "kim", "name": "Kim", "languages": ["de", "klingonisch"]}]},
        "people.yaml → kim → languages: “klingonisch” is none of the choices",
    ),
    "languages that are no list": (
        {"data__people": [{"key": "kim", "name": "Kim", "languages": "Deutsch"}]},
        "people.yaml → kim → languages: here belongs a list",
    ),
    "reusable content without a key": (
        {"data__passages": [{"name": "Gruß"}]},
        "passages.yaml → key: this is missing",
    ),
}


@pytest.mark.parametrize(("changes", "sentence"), ELSEWHERE.values(), ids=ELSEWHERE)
def test_a_fault_beside_the_pages_is_named_too(tmp_path, changes, sentence):
    folder = tiny_demo(tmp_path, **{**BARE, "data__pages__rat": page(), **changes})

    with pytest.raises(CommandError) as refused:
        call_command("demo", folder=folder)

    assert sentence in str(refused.value)


SERVICES = {
    "an audience that is not there": (
        {"audiences": ["kidner"]},
        "naehen.yaml → audiences: there is no audience “kidner”",
    ),
    "a room that is not there": ({"room": "sall"}, "naehen.yaml → room: there is no room “sall”"),
    "a partner that is not there": (
        {"partner": "/partner/stiftnug/"},
        "naehen.yaml → partner: there is no partner “/partner/stiftnug/”; is it /partner/stiftung/",
    ),
    "a page that is no partner": ({"partner": "/anmeldung/"}, "partner: “/anmeldung/” is no partner"),
    "a page that is no form": ({"registration_form": "/rat/"}, "registration_form: “/rat/” is no form"),
    "a funder that is not there": (
        {"fundings": [["/stiftung/"]]},
        "naehen.yaml → fundings → 1. → funder: there is no partner “/stiftung/”",
    ),
    "a time that ends before it begins": (
        {"times": [[1, "15:00", "14:00"]]},
        "naehen.yaml → times → 1. → ends: This is before it begins",
    ),
    "a day that no week has": ({"times": [[8, "15:00", "16:00"]]}, "times → 1. → weekday: Value 8 is not"),
    "a time with too much in it": (
        {"times": [[1, "15:00", "16:00", "im Sommer", "im Park"]]},
        "times → 1.: too much in one line; here belongs: weekday, starts, ends, note",
    ),
    "a way to register that does not exist": (
        {"registration": "fax"},
        "naehen.yaml → registration: Value 'fax' is not a valid choice",
    ),
    "a price that is none": ({"price": "drei Euro"}, "naehen.yaml → price: “drei Euro” value must be"),
}


@pytest.mark.parametrize(("facts", "sentence"), SERVICES.values(), ids=SERVICES)
def test_a_fault_in_the_facts_of_a_page_is_named_with_its_place(tmp_path, facts, sentence):
    folder = tiny_demo(tmp_path, **service(**facts))

    with pytest.raises(CommandError) as refused:
        call_command("demo", folder=folder)

    assert sentence in str(refused.value)
