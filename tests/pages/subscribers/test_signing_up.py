"""Signing up: what is asked, what is said, and that nobody learns who is a subscriber."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from pages.enquiries.intake.posting import TICKET, TRAP
from pages.letters.models import Letter
from pages.standard.models import Purpose, StandardPage
from pages.subscribers import asking
from pages.subscribers.models import State, Subscriber, Wish
from pages.subscribers.signing_up import stamp
from tests.make.centre import centre
from tests.make.enquiries import main, read
from tests.make.pages import plain_page
from tests.make.subscribers import asked_for, newest_letter, sign_up_page, signed_up, subscriber
from tests.make.translations import translated

ADDRESSES = ["neu@post.example", "bekannt@post.example", "eben@post.example", "zurueck@post.example"]


def test_it_asks_for_an_address_and_a_language_and_says_what_becomes_of_them(client, page):
    home = page.get_parent()
    privacy = StandardPage(
        title="Datenschutz", slug="datenschutz", purpose=Purpose.PRIVACY, locale=home.locale
    )
    home.add_child(instance=privacy)

    form = read(client.get(page.url)).main.form

    names = {each["name"] for each in form.find_all(["input", "select"])}
    assert names == {"mail", "language", TICKET, TRAP}
    assert form.find("option", selected=True)["value"] == "de"
    assert "Dafür speichern wir Ihre E-Mail-Adresse" in form.text
    assert form.find("a", string="Datenschutz")["href"] == "/de/datenschutz/"
    assert not client.cookies


def test_only_languages_of_the_house_are_offered_each_as_its_speakers_call_it(client, page):
    centre(languages=["tr", "ar"])

    options = read(client.get(page.url)).main.find_all("option")

    assert [(each["value"], each["lang"], each.text) for each in options] == [
        ("de", "de", "Deutsch"),
        ("tr", "tr", "Türkçe"),
        ("ar", "ar", "العربية"),
    ]


def test_the_language_that_is_read_is_chosen_already(client, page):
    translated(page, "ar", title="النشرة")

    html = read(client.get(f"/ar{page.url.removeprefix('/de')}"))

    assert html.main.find("option", selected=True)["value"] == "ar"


def test_topics_are_asked_where_the_page_offers_some(client, home, garden, families):
    page = sign_up_page(home, topics=[garden], audiences=[families])

    labels = [label.text for label in read(client.get(page.url)).main.select(".form__choice label")]

    assert labels == ["Garten", "Familien"]


def test_who_signs_up_is_sent_to_the_mailbox_and_gets_one_letter(client, page):
    response = signed_up(client, page)

    assert response.status_code == 303
    assert response["Location"] == "/de/newsletter/?danke"
    assert "Bitte sehen Sie in Ihr Postfach" in main(client.get(response["Location"]))
    assert newest_letter().to == "mina@post.example"
    assert newest_letter().subject == "Bitte bestätigen: Newsletter von Haus am Park"
    assert "drei Tage lang gültig" in newest_letter().text
    assert "Das waren Sie nicht?" in newest_letter().text
    assert newest_letter().is_automatic
    assert Subscriber.objects.get().state == State.ASKED


def test_the_letter_speaks_the_language_that_was_chosen(client, page):
    signed_up(client, page, language="de-simple")

    assert "/de-simple/abo/ja/" in newest_letter().text


def test_a_subscriber_gets_a_letter_with_the_settings_and_nothing_changes(client, page, garden):
    known = subscriber(language="tr", topics=[garden])

    signed_up(client, page, language="de")

    known.refresh_from_db()
    assert (known.language, known.topics_named, known.state) == ("tr", ["Garten"], State.CONFIRMED)
    assert "/tr/abo/" in newest_letter().text
    assert Letter.objects.count() == 1
    assert not Wish.objects.exists()


@pytest.fixture
def of_all_kinds(page):
    """One that nobody knows, a subscriber, one that was written to just now, one whose mail comes back."""
    subscriber(ADDRESSES[1])
    asking.ask(ADDRESSES[2], "de", now=timezone.now())
    asking.answer_waiting()
    subscriber(ADDRESSES[3], state=State.STOPPED)
    return page


def test_the_answer_is_the_same_for_every_address(of_all_kinds):
    said = set()

    for address in ADDRESSES:
        client = Client()
        with time_machine.travel("2026-05-04 12:00+02:00", tick=False):
            response = client.post(of_all_kinds.url, asked_for(of_all_kinds, address))
            thanks = client.get(response["Location"])
        headers = {name: value for name, value in response.items() if "Policy" not in name}
        said.add((response.status_code, str(headers), response.content, thanks.status_code, thanks.content))

    assert len(said) == 1


def test_the_work_is_the_same_for_every_address(of_all_kinds):
    done = set()
    Client().post(of_all_kinds.url, asked_for(of_all_kinds, "vorher@post.example"))

    for address in ADDRESSES:
        with CaptureQueriesContext(connection) as queries:
            Client().post(of_all_kinds.url, asked_for(of_all_kinds, address))
        done.add(tuple(re.sub(r"'[^']*'|\d+", "?", query["sql"]) for query in queries))

    assert len(done) == 1
    assert not any("subscribers_subscriber" in sql or "subscribers_asked" in sql for sql in next(iter(done)))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Bitte geben Sie Ihre E-Mail-Adresse ein."),
        ("mina", "Das ist keine E-Mail-Adresse."),
        ("m" * 307 + "@post.example", "Das ist keine E-Mail-Adresse."),
        ("müller@post.example", "Vor dem @ steht ein Buchstabe wie ü"),
        ("mina@post.example\r\nBcc: alle@boese.example", "Das ist keine E-Mail-Adresse."),
        ("mina@post.example%0ABcc:x@y.de", "Das ist keine E-Mail-Adresse."),
        ("mina\x00@post.example", "Null"),
    ],
)
def test_a_mistake_is_said_at_the_field_and_nothing_typed_is_lost(client, page, typed, said):
    response = client.post(page.url, asked_for(page, typed, language="tr"))

    form = read(response).main.form
    field = form.find(id="id_mail")
    assert response.status_code == 422
    assert said in form.find(id=field["aria-describedby"]).text
    assert form.find("option", selected=True)["value"] == "tr"
    assert typed.replace("\x00", "")[:4] in str(field)
    assert not Wish.objects.exists()


@pytest.mark.parametrize("mail", ["mina@müller.example", "mina@xn--mller-kva.example"])
def test_an_address_with_umlauts_in_its_host_is_fine(client, page, mail):
    signed_up(client, page, mail)

    assert Subscriber.objects.get().key == "mina@xn--mller-kva.example"


@pytest.mark.parametrize("number", ["9" * 19, "9" * 40, "-" + "9" * 30, "9" * 5000, "1e308", "\x00", "²"])
def test_a_topic_with_a_number_that_no_database_holds_is_refused(client, home, garden, number):
    page = sign_up_page(home, topics=[garden])

    response = client.post(page.url, asked_for(page, topics=[number]))

    assert response.status_code == 422


def test_what_is_not_offered_is_not_taken(client, page, garden):
    response = client.post(page.url, asked_for(page, language="xx", topics=[garden.pk], state="confirmed"))

    assert response.status_code == 422
    assert not Wish.objects.exists()


def test_who_fills_in_the_field_that_people_do_not_see_is_asked_again(client, page):
    response = client.post(page.url, asked_for(page, **{TRAP: "http://spam.example"}))

    assert response.status_code == 422
    assert "nicht sehen" in main(response)
    assert "mina@post.example" in response.content.decode()
    assert not Wish.objects.exists()


def test_a_post_from_another_page_is_refused(client, page):
    for header in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}):
        assert client.post(page.url, asked_for(page), headers=header).status_code == 403

    assert not Wish.objects.exists()


@pytest.mark.parametrize("days", [0, 1])
def test_a_form_that_was_opened_yesterday_still_works(client, page, days):
    opened = stamp(page, timezone.localdate() - timedelta(days=days))

    assert client.post(page.url, asked_for(page, **{TICKET: opened})).status_code == 303


@pytest.mark.parametrize("ticket", ["", "x", "\x00", "x" * 9000, "🦡", "0" * 32])
def test_without_a_ticket_of_ours_the_button_has_to_be_pressed_again(client, page, ticket):
    response = client.post(page.url, asked_for(page, **{TICKET: ticket}))

    assert response.status_code == 422
    assert "drücken Sie" in main(response)
    again = read(response).main.find(attrs={"name": TICKET})["value"]
    assert client.post(page.url, asked_for(page, **{TICKET: again})).status_code == 303


def test_one_sender_cannot_sign_up_the_whole_town(client, page):
    answers = [client.post(page.url, asked_for(page, f"nr{n}@post.example")).status_code for n in range(7)]

    assert answers == [303] * 5 + [429] * 2
    assert Wish.objects.count() == 5


def test_it_makes_the_worker_hurry(client, page, django_capture_on_commit_callbacks):
    from_then = []
    asking.outbox.wanted_soon.connect(hurried := lambda **signal: from_then.append(1))

    with django_capture_on_commit_callbacks(execute=True):
        client.post(page.url, asked_for(page))

    asking.outbox.wanted_soon.disconnect(hurried)
    assert from_then


def test_one_that_cannot_be_answered_does_not_hold_up_the_others(client, page, monkeypatch, caplog):
    asking.ask("erste@post.example", "de", now=timezone.now())
    asking.ask("zweite@post.example", "de", now=timezone.now())
    letters = asking.telling.ask_to_confirm

    def broken(wish):
        if wish.address.startswith("erste"):
            raise RuntimeError
        return letters(wish)

    monkeypatch.setattr(asking.telling, "ask_to_confirm", broken)
    asking.answer_waiting()

    assert [letter.to for letter in Letter.objects.all()] == ["zweite@post.example"]
    assert "could not be answered" in caplog.text


@pytest.mark.parametrize("query", ["?danke=%F0", "?danke&danke", "?q=%00", "?mail=x@y.de&language=xx"])
def test_nonsense_in_the_query_is_ignored_or_refused(page, query):
    client = Client(raise_request_exception=False)

    assert client.get(page.url + query).status_code in (200, 400)
    assert client.post(page.url + query, asked_for(page)).status_code in (303, 400)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"--xyz\r\nnonsense", "multipart/form-data; boundary=xyz"),
        (b'{"mail": "mina@post.example"}', "application/json"),
        (b"mail=%ED%A0%80&%FF=%FE", "application/x-www-form-urlencoded"),
        (b"mail=" + b"x" * 3_000_000, "application/x-www-form-urlencoded"),
        (b"&".join(b"topics=1" for _ in range(1500)), "application/x-www-form-urlencoded"),
        (b"mail=a&topics=%00&topics=-1&topics=1e308&language=%00", "application/x-www-form-urlencoded"),
    ],
)
def test_whatever_arrives_the_answer_is_clear(home, garden, body, kind):
    page = sign_up_page(home, topics=[garden])

    response = Client(raise_request_exception=False).generic("POST", page.url, body, content_type=kind)

    assert response.status_code in (400, 413, 422)
    assert not Wish.objects.exists()


def test_the_page_costs_the_same_in_every_language_and_with_many_topics(client, home, garden):
    page = sign_up_page(home, topics=[garden])
    translated(page, "en", title="Newsletter")
    plain_page(home, "Über uns")
    counts = set()

    for language in ("de", "en"):
        client.get(f"/{language}/newsletter/")
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"/{language}/newsletter/").status_code == 200
        counts.add(len(queries))

    assert max(counts) <= 25


def test_no_letter_has_more_than_words_and_one_link(client, page):
    signed_up(client, page)

    assert newest_letter().text.count("http") == 2
    assert settings.SITE_URL in newest_letter().text
