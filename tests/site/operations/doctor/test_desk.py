"""What administrators see of it on the editor's side, and nobody else."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.urls import reverse

from quartier.operations.doctor import desk
from quartier.operations.doctor.concern import Asks, Concern, Group
from quartier.operations.doctor.examining import examine
from quartier.operations.doctor.finding import broken, good
from quartier.operations.doctor.keeping import keep

pytestmark = pytest.mark.django_db


@pytest.fixture
def looked(monkeypatch):
    """How often it was looked, at two things of which one is broken."""
    times = []

    def disk(patience):
        times.append(1)
        yield broken("Nur 7 MB sind frei.", "Schaffen Sie <b>Platz</b>.")

    concerns = [
        Concern("disk", "Speicherplatz", Group.KEEPING, Asks.HERE, disk),
        Concern("mail", "Mail", Group.MAIL, Asks.HERE, lambda patience: [good("Mails gehen hinaus.")]),
    ]
    monkeypatch.setattr(desk, "CONCERNS", concerns)
    return times


def read(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content.decode(), "html.parser").main.text


def test_it_says_what_is_broken_what_to_do_and_what_is_well(admin_client, home, looked):
    response = admin_client.get(reverse("doctor"))

    text = read(response)
    assert "Eine Sache ist defekt." in text
    assert "Nur 7 MB sind frei." in text
    assert "Schaffen Sie <b>Platz</b>." in text
    assert "Mails gehen hinaus." in text


def test_what_was_found_holds_for_some_minutes_unless_one_asks_again(admin_client, home, looked):
    for _twice in range(2):
        admin_client.get(reverse("doctor"))
    assert len(looked) == 1

    admin_client.post(reverse("doctor"))

    assert len(looked) == 2


def test_editors_do_not_get_in(client, home, looked, django_user_model):
    editor = django_user_model.objects.create_user("kim", password="x")
    editor.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(editor)

    answer = client.get(reverse("doctor"))

    assert answer.status_code == 302
    assert looked == []
    assert "Etwas ist defekt" not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_the_first_screen_says_it_only_while_something_is_broken(admin_client, home, looked):
    first = reverse("wagtailadmin_home")
    assert "Etwas ist defekt" not in read(admin_client.get(first))

    keep(examine(desk.CONCERNS, 1))

    assert "Nur 7 MB sind frei." in read(admin_client.get(first))
    keep(examine(desk.CONCERNS[1:], 1))
    assert "Etwas ist defekt" not in read(admin_client.get(first))
