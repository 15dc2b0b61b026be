from datetime import date

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from pages.enquiries.models import FormPage
from pages.people.models import Person
from pages.services.models import ServicePage
from tests.make.centre import centre
from tests.make.places import place, room
from tests.make.services import finder

MONDAY = {"weekday": "1", "starts": "15:00", "ends": "18:00", "note_de": "", "ORDER": "1"}
FORM = {
    "title": "Nähcafé",
    "slug": "naehcafe",
    "cost": "free",
    "price_per": "visit",
    "registration": "none",
    "review_by": "01.12.2027",
    "body": streamfield([]),
    "fundings": inline_formset([]),
}


@pytest.fixture
def enter(admin_client, home):
    """Fills in the form of a new service and presses a button; what the form then says."""
    parent = finder(home)

    def enter(button="action-publish", times=(MONDAY,), **fields):
        address = reverse("wagtailadmin_pages:add", args=["services", "servicepage", parent.pk])
        form = {**FORM, **fields, "times": inline_formset(list(times)), button: "1"}
        answer = admin_client.post(address, nested_form_data(form))
        return answer.context.get("form") if answer.context else None

    return enter


def faults(form):
    return {name: " ".join(said) for name, said in form.errors.items()} if form else {}


def test_a_service_with_little_is_published(enter):
    form = enter()

    assert faults(form) == {}
    made = ServicePage.objects.get()
    assert made.live
    assert made.review_by == date(2027, 12, 1)
    assert str(made.times.get()) == "Montag 15:00–18:00"


@pytest.mark.parametrize(
    ("fields", "name", "words"),
    [
        ({"times": []}, "is_by_appointment", "Wann findet es statt?"),
        ({"cost": "fixed"}, "price", "Wie viel kostet es?"),
        ({"cost": "fixed", "price": "3", "reduced_price": "4"}, "reduced_price", "mehr als der Preis selbst"),
        ({"registration": "form"}, "registration_form", "Bitte wählen Sie das Formular aus"),
        ({"registration": "phone"}, "contact", "So kann niemand anrufen"),
        ({"registration": "mail"}, "contact", "So kann niemand schreiben"),
        ({"registration_days": "2"}, "registration_days", "Es ist keine Anmeldung nötig"),
    ],
)
def test_what_readers_would_ask_is_asked_for_at_publishing_and_not_before(enter, fields, name, words):
    published = enter(**fields)

    assert words in faults(published)[name]
    assert list(faults(published)) == [name]
    assert not ServicePage.objects.exists()
    assert faults(enter("action-save", **fields)) == {}
    assert not ServicePage.objects.get().live


def test_a_room_and_a_place_are_one_too_many(enter):
    form = enter(room=str(room().pk), place=str(place("Park").pk))

    assert "einen Raum oder einen Ort" in faults(form)["place"]


def test_a_deleted_time_is_no_time(enter):
    form = enter(times=[{**MONDAY, "DELETE": "1"}])

    assert "is_by_appointment" in faults(form)


def test_by_appointment_needs_no_time(enter):
    assert faults(enter(times=[], is_by_appointment="on")) == {}


def test_a_time_with_a_mistake_is_asked_about_where_it_stands(enter):
    form = enter(times=[{**MONDAY, "ends": "14:00"}])

    assert "is_by_appointment" not in faults(form)
    assert "Das liegt vor dem Beginn." in str(form.formsets["times"].errors)


def test_the_house_can_be_called_where_no_person_is_named(enter):
    centre(phone="030 1", mail="haus@example.org")

    assert faults(enter(registration="phone")) == {}
    assert faults(enter(registration="mail", title="Chor", slug="chor")) == {}


def test_a_person_or_a_form_answers_the_question(enter, home):
    kim = Person.objects.create(name="Kim", mail="kim@example.org")
    form = home.add_child(instance=FormPage(title="Anmeldung", slug="anmeldung"))

    assert faults(enter(registration="mail", contact=str(kim.pk))) == {}
    assert "contact" in faults(enter(registration="phone", contact=str(kim.pk), slug="zwei"))
    assert faults(enter(registration="form", registration_form=str(form.pk), slug="drei")) == {}


def test_nothing_typed_is_lost(enter):
    form = enter(
        cost="fixed", bring_along="eine Schere", times=[{**MONDAY, "note_de": "nicht in den Ferien"}]
    )

    assert form["bring_along"].value() == "eine Schere"
    assert "nicht in den Ferien" in str(form.formsets["times"].forms[0]["note"])
