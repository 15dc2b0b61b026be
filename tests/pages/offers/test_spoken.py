from decimal import Decimal

import pytest
from django.utils.html import strip_tags
from django.utils.translation import override

from pages.offers import spoken
from pages.offers.choices import Cost, Per, Registration
from pages.services.models import ServicePage
from tests.make.places import room
from tests.make.services import service

pytestmark = pytest.mark.django_db


def said(words):
    return strip_tags(words).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, "kostenlos"),
        ({"cost": Cost.DONATION}, "kostenlos, Spenden willkommen"),
        ({"cost": Cost.ON_REQUEST}, "bitte fragen Sie uns"),
        ({"cost": Cost.FIXED, "price": Decimal("3.50")}, "3,50 € pro Termin"),
        ({"cost": Cost.FIXED, "price": Decimal(3)}, "3 € pro Termin"),
        ({"cost": Cost.FIXED, "price": Decimal(1200), "price_per": Per.MONTH}, "1.200 € im Monat"),
        (
            {
                "cost": Cost.FIXED,
                "price": Decimal(40),
                "reduced_price": Decimal("12.5"),
                "price_per": Per.COURSE,
            },
            "40 € für den ganzen Kurs, ermäßigt 12,50 €",
        ),
        (
            {"cost": Cost.FIXED, "price": Decimal(4), "reduced_price": Decimal(0)},
            "4 € pro Termin, ermäßigt kostenlos",
        ),
        ({"cost": Cost.FIXED, "price": Decimal(0)}, "kostenlos"),
        ({"cost": Cost.FIXED, "price": None}, "bitte fragen Sie uns"),
        ({"cost": Cost.FREE, "price": Decimal(7)}, "kostenlos"),
    ],
)
def test_the_cost_is_told_in_one_phrase(facts, words):
    assert said(spoken.cost(ServicePage(title="Chor", **facts))) == words


def test_money_is_written_as_in_the_readers_language():
    page = ServicePage(title="Choir", cost=Cost.FIXED, price=Decimal("3.5"))

    with override("en"):
        assert said(spoken.cost(page)) == "€3.50 each time"
    with override("de-simple"):
        assert said(spoken.cost(page)) == "3 Euro und 50 Cent für jedes Mal"


@pytest.mark.parametrize(
    ("facts", "lines"),
    [
        ({}, ["Nicht nötig, kommen Sie einfach vorbei."]),
        ({"times": []}, []),
        (
            {"registration": Registration.PHONE, "registration_days": 2, "helps_to_register": True},
            [
                "Bitte melden Sie sich telefonisch an:",
                "Spätestens 2 Tage vorher.",
                "Wir helfen Ihnen bei der Anmeldung.",
            ],
        ),
        (
            {"registration": Registration.MAIL, "registration_days": 1},
            ["Bitte melden Sie sich per E-Mail an:", "Spätestens einen Tag vorher."],
        ),
        (
            {"registration": Registration.FORM, "registration_days": 0},
            ["Bitte melden Sie sich bei uns an:", "Auch am selben Tag noch möglich."],
        ),
    ],
)
def test_registration_says_how_and_until_when(home, facts, lines):
    assert spoken.registration(service(home, **facts)) == lines


@pytest.mark.parametrize(
    ("measured", "words"),
    [
        ({"steps": 0, "door_width": 95}, "stufenlos, schmalste Tür 95 cm"),
        ({"steps": 0}, ""),
        ({"door_width": 95}, ""),
        ({"steps": 1, "door_width": 95}, ""),
        ({"steps": 0, "door_width": 70}, ""),
    ],
)
def test_step_free_is_said_only_together_with_what_was_measured(home, measured, words):
    assert spoken.step_free(room(**measured)) == words


def test_no_room_no_claim():
    assert spoken.step_free(None) == ""
