from contextlib import nullcontext

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError

from pages.pictures.models import Consent
from tests.make.bricks import shown, stack, words
from tests.make.pages import plain_page
from tests.make.people import person
from tests.make.pictures import picture
from tests.make.places import room_index, room_page
from tests.make.volunteering import post, volunteering


def test_a_person_is_shown_with_all_ways_to_reach_her(db):
    yilmaz = person(
        "Frau Yılmaz", role="Beratung", office_hours="Montags 9 bis 10 Uhr", languages=["tr", "de", "rom"]
    )

    page = shown(("contact", {"title": "Fragen?", "person": yilmaz.pk}))

    assert page.h2.text == "Fragen?"
    assert [words(each) for each in page.select(".person__ways li")] == [
        "Telefon: 030 5550-140",
        "E-Mail: raeume @haus.example",
        "Zu erreichen: Montags 9 bis 10 Uhr",
        "Spricht: Deutsch, Türkisch, Romani",
    ]


def test_what_is_not_known_of_a_person_is_not_said(db):
    page = shown(("contact", {"title": "", "person": person("Kim", phone="", mail="").pk}))

    assert words(page) == "Kim"
    assert page.find(["h2", "ul"]) is None


@pytest.mark.parametrize(
    ("typed", "is_fine"), [("030 5550-140", True), ("110", True), ("", True), ("folgt", False)]
)
def test_a_phone_number_can_be_dialled(db, typed, is_fine):
    someone = person("Kim", phone=typed)

    refusal = nullcontext() if is_fine else pytest.raises(ValidationError, match="keine Telefonnummer")

    with refusal:
        someone.full_clean()


def test_a_mail_address_reads_as_usual_and_is_overlooked_by_simple_harvesters(home, client):
    page = plain_page(home, body=[("contact", {"title": "", "person": person(mail="kim@haus.example")})])

    html = client.get(page.url).content.decode()

    assert "kim@" not in html
    assert "@haus.example" not in html
    link = BeautifulSoup(html, "html.parser").main.select_one("a[href^=mailto]")
    assert link["href"] == "mailto:kim@haus.example"
    assert link.text == "kim@haus.example"


@pytest.mark.parametrize(("consent", "seen"), [(Consent.GIVEN, True), (Consent.MISSING, False)])
def test_a_face_is_shown_only_with_consent(home, client, own_files, consent, seen):
    face = picture("Jonas Brandt", consent=consent)
    page = plain_page(home, body=[("contact", {"title": "", "person": person(picture=face)})])

    main = BeautifulSoup(client.get(page.url).content, "html.parser").main

    assert bool(main.select(".person img")) == seen


def test_a_changed_phone_number_is_right_everywhere_at_once(home, client):
    brandt = person(phone="030 1111")
    brick = stack(("contact", {"title": "", "person": brandt.pk}))
    rooms, posts = room_index(home, contact=brandt), volunteering(home, contact=brandt)
    pages = [
        rooms,
        posts,
        plain_page(home, body=brick),
        room_page(rooms, contact=brandt),
        post(posts, contact=brandt),
    ]

    def numbers():
        read = [client.get(f"{page.url}?plaetze=9000").content.decode() for page in pages]
        return [("tel:0301111" in html, "tel:0302222" in html) for html in read]

    assert numbers() == [(True, False)] * 5
    brandt.phone = "030 2222"
    brandt.save()
    assert numbers() == [(False, True)] * 5
