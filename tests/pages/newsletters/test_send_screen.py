"""The screens from which an issue and a correction are sent: who may, what they say, what they never do."""

from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.test import Client

from pages.mailings.models import Delivery, Mailing, Plan, Progress, Purpose, State
from pages.newsletters.models import NewsletterPage, Told
from pages.newsletters.sending import beginning
from tests.make.editing import editor, filled, volunteer
from tests.make.events import at, change
from tests.make.pages import plain_page
from tests.make.subscribers import subscriber
from tests.make.translations import draft_in, translated

pytestmark = pytest.mark.usefixtures("morning")


@pytest.fixture
def rita(client, home):
    user = editor()
    client.force_login(user)
    return user


def address(page):
    return f"/admin/newsletters/{page.pk}/send/"


def seen(client, there):
    return BeautifulSoup(client.get(there).content, "html.parser")


def text(soup, selector="main"):
    return " ".join(soup.select_one(selector).get_text(" ").split())


def asked(client, page, **changes):
    """The answer to the first form, as a browser sends it."""
    return client.post(address(page), filled(client.get(address(page)).text, **changes))


def sent(client, page, **changes):
    """Both forms, one after the other."""
    confirm = asked(client, page, **changes)
    return client.post(address(page), filled(confirm.text), follow=True)


def test_the_screen_says_who_gets_it_in_which_language_and_from_whom(client, rita, december):
    subscriber("a@post.example")
    subscriber("b@post.example", language="en")
    translated(december, "en", title="December", subject="What is on in December")
    page = seen(client, address(december))

    assert "2 Menschen bekommen sie" in text(page)
    rows = [" ".join(row.get_text(" ").split()) for row in page.select("main tbody tr")]
    assert "English 1 What is on in December" in rows
    assert rows[0] == "Deutsch 1 Newsletter Dezember"
    assert any("Türkçe 0" in row and "nicht übersetzt" in row for row in rows)
    assert "hallo@haus.example" in text(page)


def test_it_is_sent_after_one_more_question(client, rita, december):
    subscriber()
    confirm = asked(client, december)
    before = Mailing.objects.count()
    answer = client.post(address(december), filled(confirm.text), follow=True)

    assert "„Newsletter Dezember“ jetzt an eine Person verschicken?" in confirm.text
    assert before == 0
    assert Mailing.objects.get().made_by == rita
    assert "Der Newsletter ist unterwegs." in answer.text
    assert "Unterwegs: 0 von 1" in answer.text


def test_a_double_click_and_a_second_editor_send_once(client, rita, december):
    subscriber()
    confirm = filled(asked(client, december).text)
    other = Client()
    other.force_login(editor("karl"))
    theirs = filled(asked(other, december).text)

    client.post(address(december), confirm)
    client.post(address(december), confirm)
    said = other.post(address(december), theirs, follow=True).text

    assert Mailing.objects.count() == Delivery.objects.count() == 1
    assert "Inzwischen hat sich etwas geändert" in said


def test_what_somebody_else_has_written_since_is_not_sent_unseen(client, rita, december):
    subscriber()
    confirm = filled(asked(client, december).text)
    december.title = "Noch lange nicht fertig"
    december.save_revision()

    said = client.post(address(december), confirm, follow=True).text

    december.refresh_from_db()
    assert "Inzwischen hat sich etwas geändert" in said
    assert not Mailing.objects.exists()
    assert december.title == "Newsletter Dezember"


def test_what_its_schedule_would_keep_closed_is_not_sent(client, rita, december):
    subscriber()
    december.unpublish()
    december.go_live_at = at("2026-11-30 10:00")
    december.save_revision()

    client.post(address(december), {"do": "send", "when": "now", "seen": december.latest_revision_id})

    assert "erst später öffentlich" in text(seen(client, address(december)))
    assert not Mailing.objects.exists()


def test_what_is_not_published_is_published_with_it_after_saying_so(client, rita, december):
    subscriber()
    december.unpublish()
    december.title = "Endlich fertig"
    december.save_revision()
    before = client.get(address(december)).text

    sent(client, december)

    assert "Die Ausgabe wird dabei veröffentlicht" in before
    assert NewsletterPage.objects.get().live
    assert Mailing.objects.get().words.get(language="de").subject == "Endlich fertig"


def test_a_mistake_blocks_and_leads_to_where_it_is_mended(client, rita, december):
    subscriber()
    december.items.all().delete()
    december.body = []
    december.save()
    page = seen(client, address(december))

    assert "Muss behoben werden:" in text(page, ".desk-finding--error")
    assert page.select_one(".desk-finding--error a")["href"] == f"/admin/pages/{december.pk}/edit/"
    assert not page.select("main form")
    client.post(address(december), {"do": "send", "when": "now", "occasion": ""})
    assert not Mailing.objects.exists()


def test_without_readers_there_is_nothing_to_send(client, rita, december):
    page = seen(client, address(december))

    assert "noch niemand angemeldet" in text(page)
    client.post(address(december), {"do": "send", "when": "now", "occasion": ""})
    assert not Mailing.objects.exists()


LATER = {"when": "later", "day": "2026-11-26", "time": "09:00"}


def test_it_is_planned_shown_and_taken_back(client, rita, december):
    subscriber()
    confirm = asked(client, december, **LATER).text
    said = client.post(address(december), filled(confirm), follow=True).text
    plan = Plan.objects.get()

    client.post(address(december), {"do": "unplan"})

    assert "„Newsletter Dezember“ an eine Person verschicken, am 26. November 2026 09:00?" in confirm
    assert "Geplant. Bis dahin können Sie es hier zurücknehmen." in said
    assert plan.starts_at == at("2026-11-26 09:00")
    assert plan.revision is None
    assert not Plan.objects.exists()


def test_a_planned_issue_is_not_sent_by_an_old_form(client, rita, december):
    subscriber()
    old = filled(asked(client, december).text)
    sent(client, december, **LATER)

    client.post(address(december), old)

    assert not Mailing.objects.exists()
    assert Plan.objects.count() == 1


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"day": "2026-11-24", "time": "09:59"}, "Das ist schon vorbei."),
        ({"day": "2026-11-23"}, "Das ist schon vorbei."),
        ({"day": "0001-01-01"}, "Das ist schon vorbei."),
        ({"day": "9999-12-31"}, "Das ist mehr als ein Jahr im Voraus."),
        ({"day": "2027-11-25"}, "Das ist mehr als ein Jahr im Voraus."),
        ({"day": ""}, "Bitte ausfüllen oder „Sofort“ wählen."),
        ({"time": ""}, "Bitte ausfüllen oder „Sofort“ wählen."),
        ({"day": "2027-03-28", "time": "02:30"}, "Diese Uhrzeit gibt es an dem Tag nicht."),
        ({"day": "morgen"}, "gültiges Datum"),
        ({"time": "25:00"}, "gültige Uhrzeit"),
        ({"when": "bald"}, "Bitte eine gültige Auswahl treffen"),
    ],
)
def test_a_wrong_time_is_told_at_its_field(client, rita, december, fields, said):
    subscriber()
    answer = asked(client, december, **{**LATER, **fields})

    assert answer.status_code == 422
    errors = [each.text for each in BeautifulSoup(answer.content, "html.parser").select(".error-message")]
    assert [each for each in errors if said in each]
    assert not Plan.objects.exists()


def test_who_signs_up_later_can_be_sent_it_from_the_same_screen(client, rita, december):
    subscriber()
    sent(client, december)
    on_its_way = client.get(address(december)).text
    Delivery.objects.update(state=State.SENT)
    Mailing.objects.update(progress=Progress.DONE)
    subscriber("neu@post.example")
    page = seen(client, address(december))

    sent(client, december)

    assert "Sie ist noch unterwegs." in on_its_way
    assert "Eine Person hat sie noch nicht" in text(page)
    assert "Verschickt am 24.11.2026 10:00 an 1." in text(page)
    assert sorted(Delivery.objects.values_list("address", flat=True)) == [
        "mina@post.example",
        "neu@post.example",
    ]


def test_looking_sends_nothing(client, rita, december):
    subscriber()

    for _each in range(2):
        client.get(address(december), {"do": "send", "when": "now", "occasion": ""})
        client.head(address(december), {"do": "send", "when": "now"})

    assert not Mailing.objects.exists()


@pytest.mark.parametrize("page_id", ["999999", "99999999999999999999"])
def test_an_issue_that_is_none_is_not_found(client, rita, page_id):
    assert client.get(f"/admin/newsletters/{page_id}/send/", follow=True).status_code == 404


def test_a_page_of_another_kind_cannot_be_sent(client, rita, home):
    subscriber()
    other = plain_page(home)

    assert client.get(address(other), follow=True).status_code == 404
    assert client.post(address(other), {"do": "send", "when": "now"}, follow=True).status_code == 404
    assert not Mailing.objects.exists()


@pytest.mark.parametrize(
    "sent", [{}, {"do": "x"}, {"do": ["look", "send"]}, {"do": "send\x00", "when": "\x00"}]
)
def test_nonsense_sends_nothing(client, rita, december, sent):
    subscriber()

    assert client.post(address(december), sent).status_code in (302, 422)
    assert not Mailing.objects.exists()


def test_a_translation_leads_to_the_issue_itself(client, rita, december):
    subscriber()
    arabic = draft_in("ar", december)
    page = seen(client, address(arabic))

    assert f"/admin/pages/{december.pk}/edit/" in str(page.select("main a"))
    client.post(address(arabic), {"do": "send", "when": "now", "occasion": ""})
    assert Mailing.objects.get().page_id == december.pk


def other_sender():
    """Somebody who may send, but has no right on any page."""
    group = Group.objects.create(name="Nur Versand")
    group.permissions.set(Permission.objects.filter(codename__in=["access_admin", "send_mailing"]))
    user = get_user_model().objects.create_user("samu", password=None)
    user.groups.add(group)
    return user


def publisher_without_sending():
    user = editor("pia")
    for group in user.groups.all():
        group.permissions.remove(Permission.objects.get(codename="send_mailing"))
    return user


@pytest.mark.parametrize("somebody", [volunteer, other_sender, publisher_without_sending])
def test_who_may_not_send_or_not_publish_sends_nothing(client, december, somebody):
    subscriber()
    client.force_login(somebody())

    looked = client.get(address(december))
    client.post(address(december), {"do": "send", "when": "now", "occasion": ""})

    assert (looked.status_code, looked.url) == (302, "/admin/")
    assert not Mailing.objects.exists()


def test_a_stranger_is_asked_to_log_in(client, december):
    assert "/login/" in client.get(address(december)).url


def test_a_form_of_another_website_sends_nothing(december):
    subscriber()
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(editor())

    assert strict.post(address(december), {"do": "send", "when": "now", "occasion": ""}).status_code == 403
    assert not Mailing.objects.exists()


def test_the_way_to_it_is_shown_to_those_who_may_go_it(client, december):
    edit = f"/admin/pages/{december.pk}/edit/"
    client.force_login(editor())
    theirs = client.get(edit).text
    client.force_login(volunteer())

    assert theirs.count(address(december)) >= 2
    assert address(december) not in client.get(edit).text


# Corrections --------------------------------------------------------------------------------------


def correction(page):
    return f"/admin/newsletters/corrections/{page.translation_key}/"


@pytest.fixture
def wrong(december, cafe):
    """An issue that was sent, and told of a date that is cancelled now."""
    subscriber()
    mailing = beginning.begin(december)
    mailing.deliveries.update(state=State.SENT)
    Mailing.objects.update(progress=Progress.DONE)
    change(cafe, "2026-12-03 18:15", is_cancelled=True)
    return cafe


def test_a_correction_is_proposed_on_the_first_screen_and_at_the_issue(client, rita, wrong, december):
    for there, selector in (("/admin/", "#corrections-content"), (address(december), "main")):
        said = text(seen(client, there), selector)

        assert "Ein Mensch hat von „Nähcafé“ gelesen:" in said
        assert "Donnerstag, 3. Dezember fällt jetzt aus" in said


def test_it_is_shown_in_every_language_and_sent_by_a_click(client, rita, wrong):
    page = seen(client, correction(wrong))
    frames = [frame["src"] for frame in page.select("iframe")]
    form = next(form for form in page.select("form") if form.select("[value=send]"))
    data = {field["name"]: field.get("value", "") for field in form.select("[name]")}

    said = client.post(correction(wrong), data, follow=True).text
    again = client.post(correction(wrong), data, follow=True).text

    assert len(frames) == 10
    assert "Die Korrektur ist unterwegs." in said
    assert "Es gibt nichts mehr zu korrigieren." in again
    assert Mailing.objects.filter(purpose=Purpose.CORRECTION).count() == 1


def test_its_frame_can_do_nothing(client, rita, wrong):
    answer = client.get(f"{correction(wrong)}ar/")

    assert 'dir="rtl"' in answer.text
    assert answer.headers["Content-Security-Policy"].startswith("sandbox")
    assert client.get(f"{correction(wrong)}xx/", follow=True).status_code == 404


def test_a_person_may_decide_that_it_is_not_worth_a_mail(client, rita, wrong):
    occasion = seen(client, correction(wrong)).select_one("[name=occasion]")["value"]

    client.post(correction(wrong), {"verb": "dismiss", "occasion": occasion})

    assert not seen(client, "/admin/").select("#corrections-content")
    assert Mailing.objects.count() == 1


def test_what_changed_since_one_looked_is_shown_first(client, rita, wrong):
    old = seen(client, correction(wrong)).select_one("[name=occasion]")["value"]
    Told.objects.update(version=7)

    said = client.post(correction(wrong), {"verb": "send", "occasion": old}, follow=True).text

    assert "hat sich inzwischen noch einmal geändert" in said
    assert Mailing.objects.count() == 1


@pytest.mark.parametrize("sent", [{}, {"verb": "send"}, {"verb": "send", "occasion": "\x00"}])
def test_nonsense_sends_no_correction(client, rita, wrong, sent):
    assert client.post(correction(wrong), sent, follow=True).status_code == 200
    assert Mailing.objects.count() == 1


@pytest.mark.parametrize("rest", ["", "de/"])
def test_a_correction_of_nothing_is_none(client, rita, home, rest):
    there = f"/admin/newsletters/corrections/{uuid4()}/{rest}"

    assert client.get(there, follow=True).status_code == (404 if rest else 200)
    client.post(there, {"verb": "send"})
    assert not Mailing.objects.exists()


@pytest.mark.parametrize("rest", ["", "de/"])
def test_who_may_not_send_corrects_nothing(client, wrong, rest):
    occasion = "x"
    client.force_login(volunteer())

    looked = client.get(correction(wrong) + rest)
    client.post(correction(wrong), {"verb": "send", "occasion": occasion})

    assert (looked.status_code, looked.url) == (302, "/admin/")
    assert "Nähcafé“ gelesen" not in client.get("/admin/").text
    assert Mailing.objects.count() == 1
