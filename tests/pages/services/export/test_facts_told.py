"""One test for each fact that the export tells of a service."""

import json
from datetime import date
from uuid import UUID

import pytest
import time_machine
from wagtail.models import Locale

from pages.wording import Wording
from tests.make import neighbourhood as make
from tests.make.centre import centre
from tests.make.pages import plain_page

SUMMER, WINTER = "2026-07-01 10:00 +0000", "2026-12-01 10:00 +0000"


@pytest.fixture
def finder(home):
    centre(name="Haus am Park", city="Berlin", phone="030 1234", mail="post@haus.example")
    return make.finder(home)


@pytest.fixture
def told(client, finder):
    """What the export says of the one service with these fields."""

    def told(**fields):
        make.service(finder, **fields)
        (service,) = client.get("/de/angebote/daten.json").json()["services"]
        return service

    return told


def labelled(attributes):
    return {each["label"]: each["value"] for each in attributes if "label" in each}


def test_its_name_summary_and_address(told, settings):
    service = told(title="Nähcafé", slug="naehcafe", summary="Nähen mit anderen.")

    assert (service["name"], service["description"]) == ("Nähcafé", "Nähen mit anderen.")
    assert service["url"] == f"{settings.SITE_URL}/de/angebote/naehcafe/"
    assert service["status"] == "active"


def test_a_summary_that_is_not_finished_is_not_told(told):
    assert "description" not in told(summary="Nähen mit [[Name der Leiterin]].")


def test_it_keeps_its_identifier_whatever_it_is_called(client, told, finder):
    before = told(title="Nähcafé", times=[(1, "10:00", "12:00")])
    page = finder.get_children().get().specific

    page.title = "Nähstube"
    page.save_revision().publish()
    (after,) = client.get("/de/angebote/daten.json").json()["services"]

    assert before["id"] == after["id"] == str(page.translation_key)
    assert after["name"] == "Nähstube"
    assert before["schedules"][0]["id"] == after["schedules"][0]["id"]


@pytest.mark.parametrize(("moment", "offset"), [(SUMMER, "+02:00"), (WINTER, "+01:00")])
def test_a_weekly_time_on_the_wall_with_the_offset_of_today(told, moment, offset):
    with time_machine.travel(moment, tick=False):
        (when,) = told(times=[(2, "10:00", "12:30", "nicht in den Ferien")])["schedules"]

    assert UUID(when.pop("id"))
    assert when == {
        "freq": "WEEKLY",
        "interval": 1,
        "wkst": "MO",
        "byday": "TU",
        "opens_at": f"10:00{offset}",
        "closes_at": f"12:30{offset}",
        "description": "Dienstag 10–12:30 Uhr",
        "notes": "nicht in den Ferien",
    }


def test_every_time_of_the_week_once_and_midnight_as_the_end(told):
    times = [(7, "20:00", "00:00"), (1, "09:00", "10:00"), (1, "09:00", "10:00")]

    rules = told(times=times)["schedules"]

    assert [(rule["byday"], rule["opens_at"][:5], rule["closes_at"][:5]) for rule in rules] == [
        ("SU", "20:00", "00:00"),
        ("MO", "09:00", "10:00"),
    ]
    assert rules[0]["description"] == "Sonntag 20–24 Uhr"


def test_by_appointment(told):
    service = told(is_by_appointment=True)

    assert [rule["description"] for rule in service["schedules"]] == ["nach Vereinbarung"]
    assert labelled(service["attributes"])["by_appointment"] == "yes"


@pytest.mark.parametrize(
    ("fields", "amounts", "said"),
    [
        ({"cost": "free"}, [0], "kostenlos"),
        ({"cost": "donation"}, [0], "kostenlos, Spenden willkommen"),
        ({"cost": "on-request"}, [], "bitte fragen Sie uns"),
        ({"cost": "fixed", "price": "4.50"}, [4.5], "4,50 € pro Termin"),
        ({"cost": "fixed", "price": "0"}, [0], "kostenlos"),
        ({"cost": "fixed"}, [], "bitte fragen Sie uns"),
        (
            {"cost": "fixed", "price": "1200", "reduced_price": "0", "price_per": "course"},
            [1200, 0],
            "1.200 € für den ganzen Kurs, ermäßigt kostenlos",
        ),
        ({"cost": "free", "price": "3", "reduced_price": "1"}, [0], "kostenlos"),
    ],
)
def test_what_it_costs(told, fields, amounts, said):
    service = told(**fields)

    costs = service.get("cost_options", [])
    assert [cost["amount"] for cost in costs] == amounts
    assert {cost["currency"] for cost in costs} <= {"EUR"}
    assert service["fees_description"].replace("\N{NO-BREAK SPACE}", " ") == said


def test_a_reduced_price_says_for_whom_and_both_say_for_what(told):
    full, reduced = told(cost="fixed", price=5, reduced_price=2, price_per="month")["cost_options"]

    assert "option" not in full
    assert reduced["option"] == "ermäßigt, für Menschen mit wenig Geld"
    assert full["amount_description"] == reduced["amount_description"] == "pro Monat"


def test_its_languages_by_code_and_name(told):
    languages = told(languages=["ar", "de", "rom"])["languages"]

    assert [(each["code"], each["name"]) for each in languages] == [
        ("de", "Deutsch"),
        ("ar", "Arabisch"),
        ("rom", "Romani"),
    ]


def test_interpreters_are_no_languages_spoken(told):
    service = told(has_interpreter=True, has_sign_language=True)

    assert "languages" not in service
    assert service["interpretation_services"] == "Dolmetschen auf Anfrage, Gebärdensprache auf Anfrage"


def test_for_whom_and_about_what(told):
    families = make.audience("familien")
    sewing = make.topic("handarbeit")

    service = told(audiences=[families], topics=[sewing])

    assert service["eligibility_description"] == "Familien"
    terms = {
        each["link_type"]: each["taxonomy_term"] for each in service["attributes"] if "link_type" in each
    }
    assert (terms["audience"]["code"], terms["audience"]["name"]) == ("familien", "Familien")
    assert (terms["topic"]["code"], terms["topic"]["name"]) == ("handarbeit", "Handarbeit")
    assert terms["topic"]["taxonomy_detail"]["description"] == "Worum es geht"


def test_nothing_ticked_is_for_everybody(told):
    assert told()["eligibility_description"] == "alle"


MONDAYS = [(1, "10:00", "12:00")]


@pytest.mark.parametrize(
    ("fields", "said", "attributes"),
    [
        ({"times": MONDAYS}, "Nicht nötig, kommen Sie einfach vorbei.", {"registration": "none"}),
        (
            {"times": MONDAYS, "registration_days": 3},
            "Nicht nötig, kommen Sie einfach vorbei.",
            {"registration": "none"},
        ),
        ({}, None, {}),
        ({"is_by_appointment": True}, None, {"by_appointment": "yes"}),
        (
            {"registration": "phone", "registration_days": 1, "helps_to_register": True},
            "Bitte melden Sie sich telefonisch an: 030 1234\n"
            "Spätestens einen Tag vorher.\nWir helfen Ihnen bei der Anmeldung.",
            {"registration": "phone", "registration_days": "1", "registration_help": "yes"},
        ),
        (
            {"registration": "mail", "registration_days": 14},
            "Bitte melden Sie sich per E-Mail an: post@haus.example\nSpätestens 14 Tage vorher.",
            {"registration": "mail", "registration_days": "14"},
        ),
        (
            {"registration": "mail", "registration_days": 0},
            "Bitte melden Sie sich per E-Mail an: post@haus.example\nAuch am selben Tag noch möglich.",
            {"registration": "mail", "registration_days": "0"},
        ),
        ({"registration": "form"}, "Bitte melden Sie sich bei uns an.", {"registration": "form"}),
    ],
)
def test_how_to_register(told, fields, said, attributes):
    service = told(**fields)

    assert service.get("application_process") == said
    assert labelled(service.get("attributes", [])) == attributes


@pytest.mark.parametrize(
    ("way", "said"),
    [
        ("phone", "Bitte melden Sie sich telefonisch an: 030 77"),
        ("mail", "Bitte melden Sie sich per E-Mail an."),
    ],
)
def test_one_registers_with_the_person_to_ask_whose_mail_address_stands_on_the_page_alone(told, way, said):
    kim = make.person(phone="030 77", mail="kim@haus.example")

    assert told(registration=way, contact=kim)["application_process"] == said


def test_the_form_to_register_with(told, home, settings):
    page = make.form(home, "Anmeldung", slug="anmeldung")

    (link,) = told(registration="form", registration_form=page)["additional_urls"]

    assert (link["label"], link["url"]) == ("Anmeldung", f"{settings.SITE_URL}/de/anmeldung/")


def test_a_form_is_not_told_where_one_registers_otherwise(told, home):
    assert "additional_urls" not in told(registration="phone", registration_form=make.form(home))


def test_a_room_is_a_location_with_the_address_of_its_place(told):
    where = make.place(latitude="52.48721", longitude="13.42503", way="Bus M41", lift_stop="U Park, Lift")

    (at,) = told(room=make.room("Saal", where), access_note="Bitte klingeln")["service_at_locations"]

    location = at["location"]
    assert at["description"] == "Bitte klingeln"
    assert (location["name"], location["location_type"]) == ("Saal, Haus am Park", "physical")
    assert (location["latitude"], location["longitude"]) == (52.48721, 13.42503)
    assert location["transportation"] == "Bus M41 U Park, Lift"
    address = location["addresses"][0]
    assert UUID(address.pop("id"))
    assert address == {
        "address_1": "Parkweg 3",
        "city": "Berlin",
        "state_province": "",
        "postal_code": "12345",
        "country": "DE",
        "address_type": "physical",
    }


def test_a_place_without_a_room_says_nothing_of_access(told):
    park = make.place("Volkspark", street="", postal_code="")

    (at,) = told(place=park)["service_at_locations"]

    assert at["location"]["name"] == at["location"]["addresses"][0]["address_1"] == "Volkspark"
    assert "accessibility" not in at["location"]


def test_without_room_and_place_nothing_is_made_up(told):
    assert "service_at_locations" not in told()


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({"steps": 0, "door_width": 95}, "yes"),
        ({"steps": 2, "door_width": 95}, "no"),
        ({"steps": 0, "door_width": 70}, "no"),
        ({"steps": 0}, None),
        ({"door_width": 95}, None),
        ({}, None),
    ],
)
def test_step_free_is_told_only_where_it_was_measured(told, facts, answer):
    (at,) = told(room=make.room(**facts))["service_at_locations"]

    assert access(at["location"]).get("step_free") == answer


def access(location):
    return {
        attribute["label"]: attribute["value"]
        for entry in location.get("accessibility", [])
        for attribute in entry["attributes"]
    }


def test_every_access_fact_of_a_room_and_no_unknown_one(told):
    measured = {"steps": 0, "door_width": 95, "lift": "yes", "lift_width": 110, "lift_depth": 140}
    known = {"accessible_toilet": "yes", "induction_loop": "no", "quiet_room": "", "dogs": "no"}

    (at,) = told(room=make.room(**measured, **known))["service_at_locations"]

    assert access(at["location"]) == {
        **{name: str(value) for name, value in measured.items()},
        "step_free": "yes",
        "accessible_toilet": "yes",
        "induction_loop": "no",
        "dogs": "no",
    }
    words = {entry["description"] for entry in at["location"]["accessibility"]}
    assert {"Stufenlos: ja", "Stufen: 0", "Schmalste Tür in cm: 95", "Nur Assistenzhunde erlaubt"} <= words


def test_the_page_of_a_room_tells_more_of_its_access(told, home, settings):
    hall = make.room(steps=0)
    make.room_page(make.rooms(home), hall, slug="saal")

    (at,) = told(room=hall)["service_at_locations"]

    assert at["location"]["accessibility"][0]["url"] == f"{settings.SITE_URL}/de/raeume/saal/"


def test_the_house_runs_what_no_partner_runs(told, settings):
    house = told()["organization"]

    assert (house["name"], house["website"]) == ("Haus am Park", f"{settings.SITE_URL}/")
    assert (house["email"], house["phones"][0]["number"]) == ("post@haus.example", "030 1234")
    assert house["description"]


def test_a_partner_runs_it(told, home):
    runs = make.partner(
        make.partners(home), summary="Werkzeug für alle.", phone="030 55", link="https://kiez.example/"
    )

    service = told(partner=runs)

    assert service["organization"]["id"] == str(runs.translation_key)
    assert service["organization"]["name"] == "Stiftung Linde"
    assert service["organization"]["description"] == "Werkzeug für alle."
    assert service["organization"]["website"] == "https://kiez.example/"
    assert [phone["number"] for phone in service["phones"]] == ["030 55"]


def test_in_another_language_a_partner_keeps_its_facts(client, home, finder):
    english = Locale.objects.create(language_code="en")
    runs = make.partner(make.partners(home), link="https://alt.example/")
    page = make.service(finder, partner=runs)
    for each in (home, finder, runs.get_parent(), runs, page):
        each.copy_for_translation(english).specific.save_revision().publish()
    make.funds(make.partner(runs.get_parent(), "Stiftung"), page)
    runs.link = "https://neu.example/"
    runs.save_revision().publish()

    (service,) = client.get("/en/angebote/daten.json").json()["services"]

    assert service["organization"]["website"] == "https://neu.example/"
    assert [each["source"] for each in service["funding"]] == ["Stiftung"]


def test_whom_to_ask_by_phone_and_not_by_a_mail_address_to_harvest(told):
    kim = make.person("Kim Weber", role="Beratung", phone="030 77", mail="kim@haus.example")

    service = told(contact=kim)

    (contact,) = service["contacts"]
    assert (contact["name"], contact["title"]) == ("Kim Weber", "Beratung")
    assert contact["phones"][0]["number"] == service["phones"][0]["number"] == "030 77"
    assert "kim@haus.example" not in json.dumps(service)


@time_machine.travel("2026-06-15 10:00 +0000", tick=False)
def test_who_pays_for_it_today_in_the_words_they_ask_for(client, finder, home):
    page, where = make.service(finder), make.partners(home)
    make.funds(make.partner(where, "Stiftung", duty_text="Gefördert von der Stiftung."), page)
    make.funds(make.partner(where, "Amt", last_day=date(2026, 6, 14)), page)
    make.funds(make.partner(where, "Bund"), page, first_day=date(2026, 6, 16))

    (service,) = client.get("/de/angebote/daten.json").json()["services"]

    (funding,) = service["funding"]
    assert funding["source"] == "Stiftung"
    assert labelled(funding["attributes"]) == {"wording": "Gefördert von der Stiftung."}


def test_what_else_one_wants_to_know(told):
    service = told(has_child_care=True, bring_along="Stoffreste", has_interpreter=True)

    assert labelled(service["attributes"]) == {
        "child_care": "yes",
        "bring_along": "Stoffreste",
        "interpreter_on_request": "yes",
    }


def test_the_area_is_the_city_of_the_house(told):
    assert [area["name"] for area in told()["service_areas"]] == ["Berlin"]


def test_words_kept_in_many_languages_speak_the_language_of_the_page(told):
    groups = make.audience(name=Wording(de="Familien", tr="Aileler"))

    term = next(
        each["taxonomy_term"] for each in told(audiences=[groups])["attributes"] if "link_type" in each
    )

    assert (term["name"], term["language"]) == ("Familien", "de")


def test_below_a_plain_page_a_service_is_told_too(client, finder, home):
    make.service(plain_page(home, "Beratung"), "Mietberatung")

    services = client.get("/de/angebote/daten.json").json()["services"]

    assert [service["name"] for service in services] == ["Mietberatung"]


def test_when_it_was_published_last_to_the_millisecond(client, finder):
    page = make.service(finder)
    with time_machine.travel("2026-07-01 10:00:00.123456 +0000", tick=False):
        page.save_revision().publish()

    (service,) = client.get("/de/angebote/daten.json").json()["services"]

    assert service["last_modified"] == "2026-07-01T10:00:00.123Z"
