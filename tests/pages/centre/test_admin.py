import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from pages.centre.models import Centre, OpeningHours
from quartier.operations.roles import VOLUNTEERS
from tests.make.centre import centre, opening_hours
from tests.make.editing import editor, filled

FORM = "/admin/settings/centre/centre/{}/"


@pytest.fixture
def desk(client, home):
    client.force_login(editor())
    return client


@pytest.fixture
def save(desk):
    """Opens the form of the centre, changes some fields, presses save."""
    address = FORM.format(centre(name="Haus am Park").site_id)

    def save(**changes):
        data = filled(desk.get(address).content.decode(), **changes)
        return desk.post(address, data, follow=True)

    return save


CLOSED = {
    "closures-TOTAL_FORMS": "1",
    "closures-0-first_day": "24.12.2026",
    "closures-0-last_day": "02.01.2027",
    "closures-0-reason_de": "Winterpause",
    "closures-0-ORDER": "1",
}


def test_an_editor_changes_the_facts_of_the_house(save):
    save(
        name="Haus am See", iban="DE89370400440532013000", latitude="52,48721", longitude="13.42503", **CLOSED
    )

    made = Centre.objects.get()
    assert made.name == "Haus am See"
    assert made.iban == "DE89 3704 0044 0532 0130 00"
    assert (float(made.latitude), float(made.longitude)) == (52.48721, 13.42503)
    assert str(made.closures.get().reason) == "Winterpause"


WRONG = {
    "name": ("x" * 5000, "höchstens 120 Zeichen"),
    "iban": ("DE89 3704 0044 0532 0130 01", "Diese IBAN stimmt nicht"),
    "colour": ("red", "Bitte wählen Sie eine Farbe"),
    "mail": ("hallo at haus", "gültige E-Mail-Adresse"),
    "latitude": ("100", "kleiner oder gleich 90"),
    "longitude": ("im Norden", "Bitte eine Zahl eingeben"),
    "closures-0-first_day": ("gestern", "Bitte ein gültiges Datum eingeben"),
    "closures-1-last_day": ("01.12.2026", "Der letzte Tag liegt vor dem ersten Tag."),
    "closures-1-reason_de": ("", "Dieses Feld muss ausgefüllt werden."),
}


def test_what_cannot_be_right_is_said_at_its_field_and_nothing_is_lost(save):
    second = {name.replace("-0-", "-1-"): value for name, value in CLOSED.items()}
    wrong = {name: value for name, (value, _complaint) in WRONG.items()}

    response = save(
        street="Seestraße 4",
        **{**CLOSED, **second, **wrong, "closures-TOTAL_FORMS": "2"},
    )

    page = BeautifulSoup(response.content, "html.parser")
    for name, (_value, complaint) in WRONG.items():
        field = page.find(attrs={"name": name}).find_parent(attrs={"data-field": True})
        assert complaint in field.select_one("[data-field-errors]").text
    assert 'value="Seestraße 4"' in response.content.decode()
    assert Centre.objects.get().street == ""


def test_whatever_the_house_is_called_its_pages_stay_whole(save, client):
    save(
        name="<script>alert(1)</script>",
        claim_de='"><img src=x onerror=alert(1)>',
        street="{{ 7*7 }} %s%n",
        city="\u202egnurdnO",
        way_de="</title></style><b>",
    )

    html = client.get("/de/").content.decode()
    assert Centre.objects.get().name == "<script>alert(1)</script>"
    assert "<script>alert" not in html
    assert "<img src=x" not in html
    assert "<b>" not in html
    assert "{{ 7*7 }} %s%n" in html


def test_an_unreadable_character_is_refused_in_words(save):
    response = save(name="Haus\x00am Park")

    assert response.status_code == 200
    assert "Nullzeichen sind nicht erlaubt" in response.content.decode()


@pytest.mark.parametrize(
    ("opens", "closes", "complaint"),
    [
        ("18:00", "09:00", "Das liegt vor dem Öffnen."),
        ("09:00", "", "Dieses Feld muss ausgefüllt werden."),
        ("abends", "22:00", "Bitte eine gültige Uhrzeit eingeben"),
        ("18:00", "00:00", None),
    ],
)
def test_times_run_forwards_and_may_end_at_midnight(desk, opens, closes, complaint):
    hours = opening_hours("Haus", [(5, "10:00", "12:00")])
    address = reverse("wagtailsnippets_centre_openinghours:edit", args=[hours.pk])
    form = desk.get(address).content.decode()

    data = filled(form, **{"times-0-opens": opens, "times-0-closes": closes})
    html = desk.post(address, data, follow=True).content.decode()

    assert "Internal Server Error" not in html
    if complaint:
        assert complaint in html
    else:
        assert OpeningHours.objects.get().in_short() == "Freitag 18–24 Uhr"


@pytest.mark.parametrize("kind", ["centre/openinghours", "people/person", "passages/passage", "topics/topic"])
def test_our_house_opens_for_those_with_permission_only(client, home, kind):
    client.force_login(editor())
    for view in ("", "add/"):
        assert client.get(f"/admin/snippets/{kind}/{view}").status_code == 200

    client.force_login(editor("vera", VOLUNTEERS))
    assert client.get(f"/admin/snippets/{kind}/add/").status_code == 302
