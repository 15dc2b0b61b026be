"""The link in the letter: one button, three days, once; the newest counts."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from pages.letters.models import Letter
from pages.subscribers import asking, links
from pages.subscribers.models import PastConsent, State, Subscriber, Wish
from pages.subscribers.tokens import opened, sealed
from tests.make.centre import centre
from tests.make.enquiries import main, read
from tests.make.subscribers import link_in, newest_letter, sign_up_page, signed_up, subscriber


@pytest.fixture
def asked(client, page):
    """The path of the link in the letter to somebody who has just signed up."""
    signed_up(client, page)
    return link_in(newest_letter())


def test_opening_the_link_changes_nothing_and_shows_one_button(client, asked):
    html = read(client.get(asked)).main

    assert [button.text for button in html.find_all("button")] == ["Ja, ich möchte den Newsletter"]
    assert "mina@post.example" in html.text
    assert Subscriber.objects.get().state == State.ASKED


def test_the_button_makes_a_subscriber_and_keeps_what_was_agreed_to(client, asked):
    html = read(client.get(asked)).main

    response = client.post(asked)

    made = Subscriber.objects.get()
    assert response.status_code == 303
    assert "Danke, das hat geklappt" in main(client.get(response["Location"]))
    assert made.state == State.CONFIRMED
    assert made.asked_at < made.confirmed_at
    assert made.wording in html.text
    assert "Haus am Park" in made.wording


def test_what_was_chosen_is_there_once_it_is_confirmed(client, home, garden, families):
    page = sign_up_page(home, topics=[garden], audiences=[families])
    signed_up(client, page, language="tr", topics=[garden.pk], audiences=[families.pk])

    client.post(link_in(newest_letter()))

    made = Subscriber.objects.get()
    assert (made.language, made.topics_named, made.audiences_named) == ("tr", ["Garten"], ["Familien"])


def test_used_again_it_says_that_all_is_well(client, asked):
    client.post(asked)
    first = Subscriber.objects.values().get()

    again, opened_again = client.post(asked, follow=True), client.get(asked)

    assert "Das haben Sie schon bestätigt" in main(again)
    assert "Das haben Sie schon bestätigt" in main(opened_again)
    assert Subscriber.objects.values().get() == first


def test_pressing_often_for_a_new_link_asks_once(client, asked):
    with time_machine.travel(timezone.now() + timedelta(days=3, minutes=1)):
        for _press in range(3):
            client.post(asked)

    assert Wish.objects.filter(looked_at=None).count() == 1


def test_after_three_days_it_is_too_old_and_offers_a_new_one(client, asked):
    with time_machine.travel(timezone.now() + timedelta(days=3, seconds=9)):
        opened = client.get(asked)
        response = client.post(asked)
        asking.answer_waiting()
        mailed = client.get(response["Location"])
        new = link_in(newest_letter())
        client.post(new)

    assert opened.status_code == 410
    assert "Dieser Link ist zu alt" in main(opened)
    assert "Bitte sehen Sie in Ihr Postfach" in main(mailed)
    assert new != asked
    assert Subscriber.objects.get().state == State.CONFIRMED


def test_just_before_it_is_not(client, asked):
    with time_machine.travel(timezone.now() + timedelta(days=3, seconds=-9)):
        client.post(asked)

    assert Subscriber.objects.get().state == State.CONFIRMED


def test_the_newest_link_counts(client, home, garden):
    page = sign_up_page(home, topics=[garden])
    signed_up(client, page, language="de")
    old = link_in(newest_letter())
    with time_machine.travel(timezone.now() + timedelta(minutes=16)):
        signed_up(client, page, language="tr", topics=[garden.pk])
        new = link_in(newest_letter())

        replaced = client.get(old)
        client.post(old)
        assert Subscriber.objects.get().state == State.ASKED
        client.post(new)

    assert replaced.status_code == 410
    assert "Es gibt einen neueren Link" in main(replaced)
    assert Subscriber.objects.get().language == "tr"
    assert Subscriber.objects.get().topics_named == ["Garten"]
    assert "Das haben Sie schon bestätigt" in main(client.get(old))


def test_a_second_wish_that_brings_no_letter_takes_nothing_from_the_first(client, page, asked):
    signed_up(client, page, language="tr")

    client.post(asked)

    assert Subscriber.objects.get().language == "de"
    assert Letter.objects.count() == 1


def test_whose_mail_came_back_can_confirm_anew(client, page):
    subscriber(state=State.STOPPED, hard_bounces=2, last_bounce_at=timezone.now())
    signed_up(client, page)
    assert Subscriber.objects.get().state == State.STOPPED

    client.post(link_in(newest_letter()))

    made = Subscriber.objects.get()
    assert (made.state, made.hard_bounces, made.last_bounce_at) == (State.CONFIRMED, 0, None)


def forged(token):
    """Whatever somebody could try instead of a token."""
    yield from (
        "x",
        "0" * 63,
        token[:-1],
        f"{token}0",
        token.upper(),
        f"{token[:-1]}{'a' if token[-1] != 'a' else 'b'}",
    )
    yield from (f"{token[:8]}{'x' * 22}{token[30:]}", f"00000002{token[8:]}", "٣" * 63, "🦡", "x" * 1500)
    yield sealed("wish", 1, "x" * 22)
    yield sealed("token", 1, token[8:30])


def test_a_forged_link_opens_nothing_and_tells_nothing(asked):
    client, token = Client(raise_request_exception=False), asked.split("/")[-2]
    said = set()

    for each in forged(token):
        for address in (f"/de/abo/ja/{each}/", f"/de/abo/{each}/"):
            for method in (client.get, client.post):
                response = method(address)
                assert response.status_code == 404, address
                said.add(main(response))

    assert len(said) == 1
    assert "Dieser Link gilt nicht mehr" in said.pop()
    assert Subscriber.objects.get().state == State.ASKED


def test_a_token_for_one_door_does_not_open_another(client, asked):
    token, someone = asked.split("/")[-2], subscriber("kim@post.example")

    assert client.get(f"/de/abo/{token}/").status_code == 404
    assert client.get(f"/de/abo/ja/{links.token_of(someone)}/").status_code == 404


def test_all_tokens_are_as_long_as_what_stands_for_them():
    for number in (1, 999_999_999):
        token = sealed("token", number, "s" * 22)
        assert len(token) == len(links.TOKEN)
        assert opened("token", token) == (number, "s" * 22)


def test_who_has_not_confirmed_has_no_settings(client, page):
    unconfirmed = subscriber(state=State.ASKED)

    assert client.get(f"/de/abo/{links.token_of(unconfirmed)}/").status_code == 404


def test_a_language_that_the_house_does_not_speak_leads_to_its_own(client, asked):
    centre(languages=["tr"])

    response = client.get(asked.replace("/de/", "/fr/"))

    assert response["Location"] == asked


def test_nobody_keeps_the_page_and_no_address_is_passed_on(client, asked):
    answers = [client.get(asked), client.head(asked), client.post(asked), client.get(asked)]
    answers += [client.get("/de/abo/ja/x/"), client.get("/de/abo/ende/"), client.get("/de/abo/x/")]

    for answer in answers:
        assert answer["Referrer-Policy"] == "no-referrer"
        assert answer["Cache-Control"] == "private, no-store"
        assert answer["X-Robots-Tag"] == "noindex"
        assert not answer.cookies


def test_consent_leaves_no_trace_where_nobody_confirmed(client, asked):
    Subscriber.objects.get().delete()

    assert not PastConsent.objects.exists()
    assert not Letter.objects.exists()
    assert client.get(asked).status_code == 404
