"""What an editor sees of mailings, and can do about them."""

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.test import Client
from wagtail.models import ModelLogEntry

from pages.mailings import states
from pages.mailings.models import Cause, Delivery, Mailing, Plan, Progress, State
from tests.make.editing import editor, volunteer
from tests.make.mailings import NOON, content, mailing, subscribers

LIST = "/admin/mailings/"
EVIL = "<script>alert(1)</script>"


@pytest.fixture(autouse=True)
def _at_noon():
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def rita(client, home):
    user = editor()
    client.force_login(user)
    return user


def address(made, rest=""):
    return f"{LIST}{made.pk}/{rest}"


def seen(client, there):
    return BeautifulSoup(client.get(there).content, "html.parser")


def text(soup, selector="main"):
    return " ".join(soup.select_one(selector).get_text(" ").split())


def in_states(page=None, **numbers):
    """A mailing with so many mails in each state."""
    subscribers(sum(numbers.values()))
    made = mailing(page=page)
    keys = iter(made.deliveries.order_by("pk").values_list("pk", flat=True))
    for state, number in numbers.items():
        Delivery.objects.filter(pk__in=[next(keys) for _ in range(number)]).update(state=state)
    return made


def finished(made):
    Mailing.objects.filter(pk=made.pk).update(progress=Progress.DONE, finished_at=NOON)


def progress(made):
    made.refresh_from_db()
    return made.progress


def test_how_far_a_mailing_is_stands_there_in_words_and_as_a_bar(client, rita):
    made = in_states(sent=3, queued=2, uncertain=1)
    page = seen(client, address(made))

    assert "Unterwegs: 4 von 6 Mails sind erledigt." in text(page)
    assert text(page, ".desk-numbers") == "verschickt 3 warten 2 vielleicht verschickt 1"
    bar = page.select_one("progress")
    assert (bar["value"], bar["max"]) == ("4", "6")
    assert page.select_one(f"#{bar['aria-labelledby']}").text.startswith("Unterwegs")


def test_the_part_that_changes_comes_alone_for_the_script(client, rita):
    made = in_states(sent=1, queued=1)

    part = client.get(address(made, "?part=progress")).text

    assert part.startswith("<div data-progress data-running>")
    assert "<html" not in part
    states.pause(made)
    assert "data-running" not in client.get(address(made, "?part=progress")).text


def test_a_mailing_is_paused_and_resumed(client, rita):
    made = in_states(queued=2)

    client.post(address(made), {"verb": "pause"})
    paused = progress(made)
    client.post(address(made), {"verb": "resume"})

    assert (paused, progress(made)) == (Progress.PAUSED, Progress.SENDING)


def test_stopping_asks_first_and_says_what_is_not_sent(client, rita):
    made = in_states(sent=1, queued=2)
    asked = text(seen(client, address(made)), "details")

    said = client.post(address(made), {"verb": "stop"}, follow=True).text

    assert "2 Mails werden dann nicht mehr verschickt." in asked
    assert "Angehalten: 2 Mails werden nicht mehr verschickt." in said
    assert progress(made) == Progress.STOPPED


def test_who_presses_stop_once_more_hears_that_it_was_stopped_already(client, rita):
    made = in_states(queued=2)
    client.post(address(made), {"verb": "stop"})

    said = client.post(address(made), {"verb": "stop"}, follow=True).text

    assert "Nichts wurde geändert" in said
    assert len(seen(client, address(made)).select(".desk-history li")) == 1


def test_a_held_mailing_says_why_and_what_to_do(client, rita):
    made = in_states(queued=2)
    states.hold(made, Cause.RESTORED)
    page = seen(client, address(made))

    said = text(page, "[role=note]")
    assert "Diese Sendung wartet auf Sie." in said
    assert "Sicherung" in said
    assert "manche Menschen diese Mail zweimal" in said
    client.post(address(made), {"verb": "continue"})
    assert progress(made) == Progress.SENDING


def test_what_went_wrong_is_told_by_reason(client, rita):
    made = in_states(failed=3, sent=1)
    Delivery.objects.filter(state=State.FAILED).update(code="5.1.1", trouble="550 5.1.1 no such user")

    rows = [text(row, "tr") for row in map(_alone, seen(client, address(made)).select("tbody tr"))]

    assert rows == ["3 konnte nicht verschickt werden 550 5.1.1 no such user"]


def _alone(row):
    return BeautifulSoup(str(row), "html.parser")


def test_what_failed_is_tried_again_where_it_was_ticked(client, rita):
    made = in_states(failed=3)
    finished(made)
    one = Delivery.objects.order_by("pk").first()

    said = client.post(address(made), {"verb": "try-again", "delivery": [one.pk]}, follow=True).text

    one.refresh_from_db()
    assert one.state == State.QUEUED
    assert Delivery.objects.filter(state=State.FAILED).count() == 2
    assert "Eine Mail wird noch einmal verschickt." in said


def test_all_that_is_uncertain_is_sent_again_after_a_plain_word_of_warning(client, rita):
    made = in_states(uncertain=3, sent=1)
    finished(made)
    page = seen(client, address(made))

    client.post(address(made), {"verb": "send-again", "all": "on"})

    assert "höchstens ein zweites Mal" in text(page)
    assert Delivery.objects.filter(state=State.QUEUED).count() == 3
    assert Delivery.objects.filter(state=State.SENT).count() == 1


def test_the_mails_of_another_mailing_are_out_of_reach(client, rita):
    made, other = in_states(failed=1), mailing(occasion="b")
    theirs = other.deliveries.get()
    other.deliveries.update(state=State.FAILED)

    client.post(address(made), {"verb": "try-again", "delivery": [theirs.pk]})

    theirs.refresh_from_db()
    assert theirs.state == State.FAILED


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"verb": "explode"},
        {"verb": ["pause", "stop"], "x": "\x00"},
        {"verb": "try-again", "delivery": ["x", "-1", "9" * 40, "", "１", "1\x00"]},
        {"verb": "send-again", "all": "maybe"},
        {"verb": "resume"},
        {"verb": "continue"},
    ],
)
def test_nonsense_changes_nothing_and_breaks_nothing(client, rita, sent):
    made = in_states(queued=1, failed=1, uncertain=1)

    answer = client.post(address(made), sent, follow=True)

    assert answer.status_code == 200
    assert progress(made) in (Progress.SENDING, Progress.STOPPED)
    assert Delivery.objects.filter(state__in=[State.FAILED, State.UNCERTAIN]).count() == 2


@pytest.mark.parametrize("there", ["999999/", "99999999999999999999999/", "-1/", "x/", "0/words/de/"])
def test_a_mailing_that_is_none_is_not_found(client, rita, there):
    assert client.get(LIST + there, follow=True).status_code == 404


@pytest.mark.parametrize("query", ["p=-1", "p=x", "p=99999999999999999999", "p=1&p=2"])
def test_nonsense_in_the_list_shows_the_list(client, rita, query):
    in_states(queued=1)

    assert "Mai" in client.get(f"{LIST}?{query}").text


def test_looking_changes_nothing(client, rita):
    made = in_states(queued=2, failed=1)

    for verb in ("pause", "stop", "try-again"):
        client.get(address(made), {"verb": verb, "all": "on"})
        client.head(address(made), {"verb": verb, "all": "on"})

    assert progress(made) == Progress.SENDING
    assert Delivery.objects.filter(state=State.FAILED).count() == 1


def test_a_form_of_another_website_changes_nothing(home):
    made = in_states(queued=2)
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(editor())

    answer = strict.post(address(made), {"verb": "stop"})

    assert answer.status_code == 403
    assert progress(made) == Progress.SENDING


@pytest.mark.parametrize("there", ["", "{pk}/", "{pk}/?part=progress", "{pk}/words/de/"])
def test_who_may_not_send_is_told_nothing(client, home, there):
    made = in_states(queued=1)
    client.force_login(volunteer())

    looked = client.get(LIST + there.format(pk=made.pk))
    client.post(address(made), {"verb": "stop"})

    assert (looked.status_code, looked.url) == (302, "/admin/")
    assert progress(made) == Progress.SENDING
    client.logout()
    assert "/login/" in client.get(LIST + there.format(pk=made.pk)).url


def sender_without_addresses(name="samu"):
    """Somebody who may send, but not read who subscribed."""
    group = Group.objects.create(name="Nur Versand")
    group.permissions.set(Permission.objects.filter(codename__in=["access_admin", "send_mailing"]))
    user = get_user_model().objects.create_user(name, password=None)
    user.groups.add(group)
    return user


def test_addresses_are_for_those_who_may_read_them(client, home):
    made = in_states(failed=1, uncertain=1)
    Delivery.objects.update(trouble="550 no")
    client.force_login(sender_without_addresses())

    page = seen(client, address(made))

    assert "nr0@post.example" not in str(page)
    assert "n…@post.example" in str(page)
    client.force_login(get_user_model().objects.create_superuser("chef", password=None))
    assert "nr0@post.example" in client.get(address(made)).text


def test_the_words_that_were_sent_are_shown_where_they_can_do_nothing(client, rita):
    subscribers(1)
    made = mailing(contents={"de": content(EVIL, html=f"<head></head>{EVIL}")})
    page = seen(client, address(made))

    assert not page.select("main details script")
    frame = page.select_one("iframe")
    assert frame["sandbox"] == ["allow-popups", "allow-popups-to-escape-sandbox"]
    answer = client.get(frame["src"])
    assert answer.text == f'<head><base target="_blank"></head>{EVIL}'
    assert answer.headers["Content-Security-Policy"].startswith("sandbox allow-popups")
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert client.get(address(made, "words/en/"), follow=True).status_code == 404


def test_words_of_a_mail_server_stay_words(client, rita):
    made = in_states(failed=1)
    Delivery.objects.update(trouble=EVIL)
    states.hold(made, Cause.SERVER, EVIL)
    page = seen(client, address(made))

    assert not [script for script in page.select("main script") if "alert" in script.text]
    assert EVIL in page.select_one("[role=note]").text


def test_what_somebody_did_stands_in_the_history(client, rita):
    made = in_states(queued=1)
    client.post(address(made), {"verb": "pause"})

    assert "Pausiert (Rita" in text(seen(client, address(made)), ".desk-history")
    assert ModelLogEntry.objects.get(action="mailings.pause").user == rita


def test_the_list_shows_the_newest_first_and_what_is_planned_above(client, rita, home):
    with time_machine.travel("2026-05-03 10:00", tick=False):
        mailing(occasion="alt")
    Mailing.objects.update(name="Mai-Brief")
    in_states(failed=1)
    Plan.objects.create(page=home, name="Juni", starts_at=NOON)
    page = seen(client, LIST)

    titles = [link.text for link in page.select(".desk-mails a")]
    assert titles == ["Juni", "Mai", "Mai-Brief"]
    assert "Eine Mail braucht Sie." in text(page, ".desk-mails li:has(strong)")


def test_many_mailings_take_no_more_questions_than_few(client, rita, django_assert_max_num_queries):
    for number in range(12):
        mailing(occasion=str(number))
    client.get(LIST)

    with django_assert_max_num_queries(25):
        client.get(LIST)


def test_the_first_screen_tells_of_a_mailing_as_long_as_it_needs_somebody(client, rita):
    made = in_states(queued=1)
    running = seen(client, "/admin/")
    Delivery.objects.update(state=State.SENT)
    finished(made)
    over = seen(client, "/admin/")
    Delivery.objects.update(state=State.UNCERTAIN)
    uncertain = seen(client, "/admin/")

    assert "Unterwegs: 0 von 1 Mails" in text(running, "#mailings-content")
    assert not over.select("#mailings-content")
    assert "Eine Mail braucht Sie." in text(uncertain, "#mailings-content")
    with time_machine.travel("2026-05-20 10:00", tick=False):
        client.force_login(rita)
        assert not seen(client, "/admin/").select("#mailings-content")


def test_volunteers_hear_nothing_of_it(client, home):
    in_states(queued=1)
    client.force_login(volunteer())
    page = seen(client, "/admin/")

    assert not page.select("#mailings-content")
    assert LIST not in str(page)
