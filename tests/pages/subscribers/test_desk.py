"""What editors see of the newsletter's readers, and what they can do."""

import csv
import io

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import ModelLogEntry

from pages.letters.models import Letter
from pages.subscribers.models import PastConsent, State, Subscriber
from tests.make.subscribers import subscriber

LIST = "/admin/subscribers/"


def told(response):
    return " ".join(BeautifulSoup(response.content, "html.parser").get_text(" ").split())


def test_the_list_says_how_many_there_are_in_each_language(admin_client, page):
    for number in range(3):
        subscriber(f"nr{number}@post.example", language="tr")
    subscriber("kim@post.example", state=State.ASKED)
    subscriber("mo@post.example", state=State.STOPPED)

    html = BeautifulSoup(admin_client.get(LIST).content, "html.parser")

    rows = [
        [cell.text for cell in row.find_all(["th", "td"])]
        for row in html.select_one("table.desk-note").find_all("tr")
    ]
    assert rows[1:] == [["Türkçe", "0", "3", "0"], ["Deutsch", "1", "0", "1"], ["Alle", "1", "3", "1"]]


def test_an_address_is_found_and_states_are_filtered(admin_client, page):
    subscriber("mina@post.example")
    subscriber("kim@post.example", state=State.STOPPED)

    assert "kim@post.example" not in told(admin_client.get(f"{LIST}?q=MINA"))
    assert "mina@post.example" in told(admin_client.get(f"{LIST}?q=MINA"))
    assert "mina@post.example" not in told(admin_client.get(f"{LIST}?state=stopped"))


def test_nobody_is_made_a_subscriber_by_somebody_else(admin_client, page):
    said = admin_client.post(f"{LIST}new/", {"address": "mina@post.example", "language": "tr"}, follow=True)

    assert "Wer bestätigt, bekommt den Newsletter." in told(said)
    assert Subscriber.objects.get().state == State.ASKED
    assert "/tr/abo/ja/" in Letter.objects.get().text


def test_editors_hear_what_became_of_it(admin_client, page):
    subscriber("kim@post.example")
    typed = {"language": "de"}

    known = admin_client.post(f"{LIST}new/", {**typed, "address": "Kim@post.example"}, follow=True)
    often = admin_client.post(f"{LIST}new/", {**typed, "address": "kim@post.example"}, follow=True)
    wrong = admin_client.post(f"{LIST}new/", {**typed, "address": "müller@post.example"})

    assert "bekommt den Newsletter schon" in told(known)
    assert "ging gerade erst eine" in told(often)
    assert "Vor dem @" in told(wrong)
    assert Subscriber.objects.count() == 1


def test_the_address_and_the_state_cannot_be_changed_by_hand(admin_client, page, garden):
    mina = subscriber(state=State.STOPPED)
    edit = f"{LIST}edit/{mina.pk}/"
    typed = {"language": "uk", "topics": [garden.pk], "address": "x@y.example", "state": "confirmed"}

    admin_client.post(edit, typed)

    mina.refresh_from_db()
    assert (mina.address, mina.state) == ("mina@post.example", State.STOPPED)
    assert (mina.language, mina.topics_named) == ("uk", ["Garten"])


def test_removed_by_an_editor_the_proof_stays_and_the_address_goes_from_the_log_too(admin_client, page):
    mina = subscriber()

    admin_client.post(f"{LIST}delete/{mina.pk}/")

    assert not Subscriber.objects.exists()
    assert PastConsent.objects.exists()
    assert [entry.label for entry in ModelLogEntry.objects.all()] == ["m…@post.example"]


def exported(client):
    response = client.get(f"{LIST}?export=csv")
    return b"".join(response.streaming_content).decode()


def test_the_list_can_be_taken_along(admin_client, page, garden):
    subscriber(topics=[garden], language="tr")

    text = exported(admin_client)

    assert text.startswith("\ufeff")
    [row] = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    assert list(row.values())[:5] == ["mina@post.example", "tr", "Garten", "", "bestätigt"]
    assert row["Zugestimmt"] == "Ja, gern."


@pytest.mark.parametrize("text", ["=1+1", "+49", "@SUM(A1)", "-2", "\t=1"])
def test_no_spreadsheet_computes_what_a_stranger_typed(admin_client, page, text):
    mina = subscriber(wording=text)
    Subscriber.objects.filter(pk=mina.pk).update(address=f"{text}@post.example")

    text_of_file = exported(admin_client)

    [row] = list(csv.reader(io.StringIO(text_of_file)))[1:]
    assert row[0].startswith("'")
    assert row[-1].startswith("'")


def test_the_export_asks_the_same_number_of_questions_for_any_number(
    admin_client, page, garden, django_assert_max_num_queries
):
    for number in range(30):
        subscriber(f"nr{number}@post.example", topics=[garden])

    with django_assert_max_num_queries(20):
        exported(admin_client)


@pytest.mark.parametrize(
    "query", ["?q=%00", "?state=x&language=%FF", "?p=-1", "?p=99999999999", "?export=x", "?ordering=x"]
)
def test_nonsense_in_the_address_is_no_fault(admin_client, page, query):
    admin_client.raise_request_exception = False

    assert admin_client.get(LIST + query).status_code in (200, 302, 400, 404)


def test_who_may_not_see_subscribers_sees_none(client, page, django_user_model):
    mina = subscriber()
    client.force_login(django_user_model.objects.create_user("kim", password="x"))

    for address in (
        LIST,
        f"{LIST}?export=csv",
        f"{LIST}edit/{mina.pk}/",
        f"{LIST}new/",
        reverse("import_subscribers"),
    ):
        response = client.get(address, follow=True)
        assert "mina@post.example" not in response.content.decode()
