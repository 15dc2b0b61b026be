"""What the house knows of one person: given out, erased, by command and by an editor."""

import json
from io import StringIO

import pytest
from bs4 import BeautifulSoup
from django.core.management import CommandError, call_command
from django.urls import reverse

from pages.enquiries.models import Submission
from pages.letters import outbox
from pages.letters.models import Letter
from pages.mailings.models import Delivery, Mailing, State
from pages.subscribers.leaving import past_consents
from pages.subscribers.models import Subscriber
from quartier.operations import roles
from tests.make.enquiries import form_page, sent
from tests.make.subscribers import sign_up_page, signed_up, subscriber

MINA, KIM = "mina@müller.example", "kim@post.example"


@pytest.fixture
def known(client, home, settings, tmp_path):
    """Two people of whom the house knows all it ever knows of somebody."""
    settings.DATA_DIR = tmp_path
    form, page = form_page(home), sign_up_page(home)
    mailing = Mailing.objects.create(name="Newsletter Juni")
    for address in (MINA, KIM):
        someone = subscriber(address)
        sent(client, form, address, f"Guten Tag, ist der Saal frei? {address}")
        signed_up(client, page, address)
        for state in (State.QUEUED, State.SENT):
            of = mailing if state == State.SENT else Mailing.objects.create(name=f"Juli {address}")
            Delivery.objects.create(
                mailing=of, subscriber=someone, address=address, key=someone.key, language="de", state=state
            )


def given_out(address):
    out = StringIO()
    call_command("person", "give-out", address, stdout=out)
    return json.loads(out.getvalue())["kept"]


def test_all_that_is_kept_is_given_out_and_nothing_of_others(known):
    kept = given_out("Mina@Müller.example")

    assert set(kept) == {"mailings", "newsletter", "forms", "mail"}
    assert len(kept["mailings"]) == 2
    assert kept["newsletter"][0]["agreed_to"] == "Ja, gern."
    assert "ist der Saal frei?" in str(kept["forms"])
    assert "kim" not in json.dumps(kept)


def test_another_spelling_of_the_address_finds_the_same(known):
    assert given_out("MINA@xn--mller-kva.example").keys() == given_out(MINA).keys()


def test_erased_nothing_is_kept_of_the_one_and_all_of_the_other(known):
    before = given_out(KIM)

    call_command("person", "erase", MINA, stdout=StringIO())

    [proof] = given_out(MINA)["newsletter"]
    assert set(proof) == {"asked_at", "confirmed_at", "agreed_to", "left_at"}
    assert given_out(KIM) == before
    assert Subscriber.objects.get().address == KIM
    assert Submission.objects.get().mail == KIM


def test_mail_that_waits_is_not_sent_to_who_was_erased(known):
    outbox.put(MINA, "Kopie", "Text")

    call_command("person", "erase", MINA, stdout=StringIO())

    assert not Letter.objects.filter(to=MINA).exists()
    assert sorted(Delivery.objects.filter(address="").values_list("state", flat=True)) == ["dropped", "sent"]
    assert "mina" not in str(list(Delivery.objects.values()))


def test_that_somebody_had_agreed_can_still_be_proved(known):
    call_command("person", "erase", MINA, stdout=StringIO())

    assert past_consents(MINA).get().wording == "Ja, gern."
    assert set(given_out(MINA)) == {"newsletter"}


def test_of_nobody_nothing_is_told(known):
    assert given_out("niemand@post.example") == {}


@pytest.mark.parametrize("address", ["", "mina", "%", "a\x00@b.example", "müller@post.example"])
def test_what_is_no_address_is_said(db, address):
    with pytest.raises(CommandError, match="no mail address"):
        call_command("person", "give-out", address)


@pytest.fixture
def editor(client, django_user_model):
    roles.create_roles()
    user = django_user_model.objects.create_user("erika", password="x")
    user.groups.add(roles.group_of(roles.EDITORS))
    client.force_login(user)
    return client


def told(response):
    return " ".join(BeautifulSoup(response.content, "html.parser").get_text(" ").split())


def test_an_editor_looks_gives_out_and_erases(known, editor):
    person = reverse("person")

    looked = told(editor.post(person, {"address": MINA}))
    given = editor.post(person, {"address": MINA, "do": "give-out"})
    unsure = told(editor.post(person, {"address": MINA, "do": "erase"}))
    assert Subscriber.objects.count() == 2
    erased = told(editor.post(person, {"address": MINA, "do": "erase", "sure": "yes"}, follow=True))

    assert "ist der Saal frei?" in looked
    assert json.loads(given.content)["address"] == MINA
    assert "attachment" in given["Content-Disposition"]
    assert "Bitte kreuzen Sie an" in unsure
    assert "ist gelöscht" in erased
    assert Subscriber.objects.get().address == KIM


@pytest.mark.parametrize("typed", ["", "mina", "x" * 5000, "\x00", "<script>alert(1)</script>"])
def test_whatever_an_editor_types_the_answer_is_clear(home, editor, typed):
    response = editor.post(reverse("person"), {"address": typed})

    assert response.status_code == 200
    assert "Das ist keine E-Mail-Adresse" in told(response)
    assert b"<script>alert(1)" not in response.content


def test_who_does_not_answer_for_it_is_kept_out(known, client, django_user_model):
    roles.create_roles()
    user = django_user_model.objects.create_user("vera", password="x")
    user.groups.add(roles.group_of(roles.VOLUNTEERS))
    client.force_login(user)

    for data in (
        {"address": MINA},
        {"address": MINA, "do": "give-out"},
        {"address": MINA, "do": "erase", "sure": "yes"},
    ):
        assert client.post(reverse("person"), data).status_code in (302, 403)
    assert Subscriber.objects.count() == 2
