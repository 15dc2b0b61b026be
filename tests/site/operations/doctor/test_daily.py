"""Administrators hear of what broke: once, and again only when something else does."""

import pytest

from pages.letters.models import Letter
from quartier.operations.doctor import daily
from quartier.operations.doctor.concern import Asks, Concern, Group
from quartier.operations.doctor.examining import NO_END, Visit, examine
from quartier.operations.doctor.finding import broken, good, look
from quartier.operations.doctor.keeping import keep, latest
from quartier.operations.models import Examination

pytestmark = pytest.mark.django_db
CHIEF = "chefin@haus.example"


@pytest.fixture
def chief(home, django_user_model):
    django_user_model.objects.create_superuser("chefin", CHIEF, "x")
    django_user_model.objects.create_user("kim", "kim@haus.example", "x")
    django_user_model.objects.create_superuser("frueher", "frueher@haus.example", "x", is_active=False)


def see(**found):
    daily.see(
        [
            Concern(name, name, Group.KEEPING, Asks.HERE, lambda patience, it=it: [it])
            for name, it in found.items()
        ]
    )


@pytest.mark.usefixtures("chief")
def test_what_broke_is_told_once_to_those_who_may_do_everything():
    see(disk=broken("Nur {free} MB sind frei.", "Schaffen Sie Platz.", free=7), mail=look("Hm."))
    see(disk=broken("Nur {free} MB sind frei.", "Schaffen Sie Platz.", free=6))

    (letter,) = Letter.objects.all()
    assert letter.to == CHIEF
    assert letter.subject == "Etwas ist defekt: Haus am Park"
    assert "Nur 7 MB sind frei.\nSchaffen Sie Platz." in letter.text
    assert "Hm." not in letter.text
    assert "http://testserver/admin/doctor/" in letter.text


@pytest.mark.usefixtures("chief")
def test_something_else_that_breaks_is_told_and_so_is_what_breaks_again():
    see(disk=broken("Kein Platz."))
    see(disk=broken("Kein Platz."), work=broken("Niemand arbeitet."))
    see(disk=good("Platz."), work=good("Läuft."))
    see(disk=broken("Kein Platz."))

    assert Letter.objects.count() == 3


def test_only_the_newest_is_kept_in_both_languages():
    see(disk=good("Alt."))
    see(disk=good("Neu."))

    assert Examination.objects.count() == 1
    assert latest().found[0]["says"] == {"de": "Neu.", "en": "Neu."}


def test_for_what_there_was_no_time_the_last_answer_still_counts():
    dates = Concern("dates", "dates", Group.CONTENT, Asks.HERE, lambda patience: [broken("Falsch.")])
    before = keep(examine([dates], 1))

    keep([Visit(dates, [NO_END])])

    (row,) = latest().found
    assert row["says"]["de"] == "Falsch."
    assert row["at"] < latest().taken_at.isoformat()
    assert before.pk == latest().pk
