"""The desk for dates: what each role sees and may do, by real requests."""

import re

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, User
from django.urls import reverse

from pages.events.models import Change, EventPage, Occurrence
from pages.events.wall import BERLIN
from tests.make.editing import editor, volunteer
from tests.make.events import at, calendar, event, line
from tests.make.partners import directory, partner
from tests.make.places import room

SOON = "/admin/events/soon/"
FIRST = "2026-12-03-1815"


@pytest.fixture(autouse=True)
def _in_november():
    with time_machine.travel("2026-11-25 12:00+01:00"):
        yield


@pytest.fixture
def chor(home):
    return event(calendar(home), "Chor", lines=[line(frequency="weekly", count=3)], room=room(name="Saal"))


@pytest.fixture
def rita(client, chor):
    user = editor("rita")
    client.force_login(user)
    return user


def address(page, date=FIRST):
    return reverse("events:date", args=[page.pk, date])


def states(page):
    rows = Occurrence.objects.filter(page=page)
    return [f"{row.starts.astimezone(BERLIN):%m-%d %H:%M} {row.state}" for row in rows]


def words(element):
    """As it is read, without the gaps between elements."""
    return " ".join(element.get_text().split())


def read(response):
    return words(BeautifulSoup(response.content, "html.parser").select_one("body"))


def rows(response):
    return [words(each) for each in BeautifulSoup(response.content, "html.parser").select(".desk-date")]


def test_the_next_two_weeks_stand_by_day_with_what_can_be_done(client, rita, chor):
    response = client.get(SOON)

    assert "Donnerstag, 3. Dezember 2026" in read(response)
    (row,) = rows(response)
    for said in ("18:15–20 Uhr Chor", "Saal", "Fällt aus", "Verschieben", "Anderer Raum", "Ausgebucht"):
        assert said in row


def test_a_date_is_cancelled_by_one_click_and_a_reason_without_javascript(client, rita, chor):
    form = BeautifulSoup(client.get(SOON).content, "html.parser").select_one(".desk-cancel form")
    sent = {each["name"]: each.get("value", "") for each in form.select("input")}

    response = client.post(form["action"], {**sent, "reason": "illness"}, follow=True)

    assert response.request["PATH_INFO"] == SOON
    assert "Fällt aus (Krankheit)" in rows(response)[0]
    assert "Chor, Donnerstag, 3. Dezember, 18:15–20 Uhr: fällt aus. Rückgängig" in read(response)
    assert states(chor)[0] == "12-03 18:15 cancelled"


def test_the_button_in_the_message_takes_it_back(client, rita, chor):
    response = client.post(address(chor), {"verb": "cancel", "note_de": "Grippe", "reason": ""}, follow=True)
    form = BeautifulSoup(response.content, "html.parser").select_one(".messages .desk-done form")

    client.post(form["action"], {"verb": form.select_one("[name=verb]")["value"]})

    assert chor.occurrences.first().reason_note == {}
    assert states(chor)[0] == "12-03 18:15 scheduled"


def test_a_date_is_postponed_and_its_room_changed(client, rita, chor):
    kitchen = room(name="Küche")
    client.post(address(chor), {"verb": "room", "room": kitchen.pk})
    client.post(
        address(chor),
        {"verb": "postpone", "day": "2026-12-04", "starts": "17:00", "ends": "19:00", "reason": "room"},
    )

    assert states(chor)[:2] == ["12-03 18:15 postponed", "12-04 17:00 scheduled"]
    assert chor.occurrences.get(starts=at("2026-12-04 17:00")).room == kitchen
    assert "Verschoben auf Freitag, 4. Dezember, 17 Uhr" in read(client.get(SOON))


def test_another_time_on_the_same_day_is_not_called_postponed(client, rita, chor):
    client.post(address(chor), {"verb": "postpone", "day": "2026-12-03", "starts": "17:00", "ends": "19:00"})

    assert states(chor)[0] == "12-03 17:00 scheduled"


def test_a_change_of_the_end_alone_is_not_called_another_room(client, rita, chor):
    new = {"verb": "postpone", "day": "2026-12-03", "starts": "18:15", "ends": "19:00"}

    answer = client.post(address(chor), new, follow=True)

    assert "Diesmal 18:15–19 Uhr" in read(answer)
    assert "anderen Raum" not in read(answer)


def test_who_was_slower_learns_that_the_date_has_been_cancelled(client, rita, chor):
    client.post(address(chor), {"verb": "cancel"})

    answer = client.post(
        address(chor), {"verb": "postpone", "day": "2026-12-04", "starts": "17:00"}, follow=True
    )

    assert "Dieser Termin ist inzwischen abgesagt" in read(answer)
    assert states(chor)[0] == "12-03 18:15 cancelled"


def test_after_a_change_one_stays_at_the_same_place_of_the_list(client, rita, chor):
    def place():
        return BeautifulSoup(client.get(SOON).content, "html.parser").select_one(".desk-date")["id"]

    before = place()
    client.post(address(chor), {"verb": "cancel"})

    assert place() == before


WRONG = {
    "in the past": ({"day": "2026-11-24"}, "Das ist schon vorbei."),
    "the end before the beginning": ({"ends": "16:00"}, "Das Ende liegt vor dem Beginn."),
    "at the time of another date": (
        {"day": "2026-12-10", "starts": "19:00", "ends": "21:00"},
        "Zu dieser Zeit hat diese Veranstaltung schon einen Termin: Donnerstag, 10. Dezember, 18:15–20 Uhr.",
    ),
    "where it is already": (
        {"day": "2026-12-03", "starts": "18:15", "ends": "20:00"},
        "Genau dann findet der Termin schon statt.",
    ),
    "in the year 9999": ({"day": "9999-12-31"}, "Bitte prüfen Sie das Jahr."),
    "on no day": ({"day": "2026-02-31"}, "gültiges Datum"),
    "at no time": ({"starts": "25:61"}, "gültige Uhrzeit"),
    "when the clock goes forward": (
        {"day": "2027-03-28", "starts": "02:30", "ends": ""},
        "gibt es am 28. März",
    ),
    "with nothing": ({"day": "", "starts": ""}, "Dieses Feld"),
    "with a null character": ({"day": "\x00", "note_de": "\x00"}, "gültiges Datum"),
    "for an unknown reason": ({"reason": "weil"}, "weil"),
}


@pytest.mark.parametrize(("values", "said"), WRONG.values(), ids=WRONG)
def test_a_mistake_is_said_at_its_field_and_nothing_typed_is_lost(client, rita, chor, values, said):
    sent = {"day": "2026-12-04", "starts": "17:00", "ends": "19:00", "note_de": "Bitte Noten mitbringen"}

    response = client.post(address(chor), {"verb": "postpone", "reason": "", **sent, **values})

    html = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 200
    assert said in " ".join(words(each) for each in html.select("#postpone .error-message"))
    assert html.select_one("#postpone").has_attr("open")
    for name in ("ends", "note_de"):
        assert html.select_one(f"#postpone [name={name}]")["value"] == {**sent, **values}[name]
    assert not Change.objects.exists()


@pytest.mark.parametrize("date", ["2026-12-04-1815", "2026-12-03", "2026-12-03-1816"])
def test_a_date_that_is_not_there_any_more_is_answered_with_a_sentence(client, rita, chor, date):
    for answer in (
        client.get(address(chor, date), follow=True),
        client.post(address(chor, date), {"verb": "cancel"}, follow=True),
    ):
        assert "Diesen Termin gibt es nicht mehr" in read(answer)
    assert not Change.objects.exists()


@pytest.mark.parametrize(
    "date", ["2026-13-03-1815", "9999-12-31-2359", "0000-00-00", "heute", "2026-12-03-18", "１２"]
)
def test_what_is_no_name_of_a_date_is_not_found(client, rita, chor, date):
    response = client.get(address(chor, date), follow=True)

    assert response.status_code == 404 or "gibt es nicht mehr" in read(response)


def test_what_is_over_cannot_be_changed_and_is_only_read(client, rita, chor):
    with time_machine.travel("2026-12-04 12:00+01:00"):
        client.force_login(rita)
        response = client.post(address(chor), {"verb": "cancel"}, follow=True)
        past = client.get(reverse("events:dates", args=[chor.pk]), {"past": "1"})

    assert "Was vorbei ist, lässt sich nicht mehr ändern." in read(response)
    assert rows(past) == ["18:15–20 Uhr Saal"]
    assert states(chor)[0] == "12-03 18:15 scheduled"


def test_the_date_of_one_event_is_not_reached_through_another(client, rita, chor):
    other = event(chor.get_parent(), "Yoga", lines=[line("2026-12-04")])

    response = client.post(address(chor, "2026-12-04-1815"), {"verb": "cancel"}, follow=True)

    assert "Diesen Termin gibt es nicht mehr" in read(response)
    assert states(other) == ["12-04 18:15 scheduled"]


def test_after_a_change_one_is_never_sent_to_another_site(client, rita, chor):
    response = client.post(address(chor), {"verb": "fill", "next": "https://evil.example/"})

    assert response.url == reverse("events:dates", args=[chor.pk])


def test_all_dates_of_an_event_stand_on_pages(client, rita, chor):
    daily = event(chor.get_parent(), "Frühstück", lines=[line(frequency="daily")])
    there = reverse("events:dates", args=[daily.pk])

    first, second = client.get(there), client.get(there, {"p": "2"})

    assert len(rows(first)) == len(rows(second)) == 40
    assert "jeden Tag, 18:15–20 Uhr" in read(first).lower() or "Jeden Tag, 18:15–20 Uhr" in read(first)
    for nonsense in ("-1", "1e308", "NaN", "9" * 30):
        assert client.get(there, {"p": nonsense}).status_code == 200


def test_the_number_of_queries_does_not_grow_with_the_dates(
    client, rita, chor, django_assert_max_num_queries
):
    client.get(SOON)
    for number in range(6):
        event(chor.get_parent(), f"Gruppe {number}", lines=[line("2026-11-26", frequency="daily")])

    with django_assert_max_num_queries(30):
        assert len(rows(client.get(SOON))) == 79


def test_a_series_is_changed_from_a_date_on(client, rita, chor):
    there = reverse("events:from_here", args=[chor.pk, "2026-12-10-1815"])
    form = BeautifulSoup(client.get(there).content, "html.parser")
    shown = {name: form.select_one(f"[name={name}]")["value"] for name in ("first_day", "starts", "ends")}

    client.post(there, {"verb": "change", **shown, "starts": "17:00", "weekdays": ["4"]})

    assert shown == {"first_day": "2026-12-10", "starts": "18:15", "ends": "20:00"}
    assert states(chor) == ["12-03 18:15 scheduled", "12-10 17:00 scheduled", "12-17 17:00 scheduled"]


def test_a_draft_that_waits_is_named_and_linked_and_nothing_is_lost(client, rita, chor):
    draft = EventPage.objects.get(pk=chor.pk)
    draft.title = "Chor für alle"
    draft.save_revision()
    there = reverse("events:from_here", args=[chor.pk, "2026-12-10-1815"])

    response = client.post(there, {"verb": "change", "first_day": "2026-12-10", "starts": "17:00"})
    ended = client.post(there, {"verb": "end"})

    for answer in (response, ended):
        assert "Änderungen, die noch nicht veröffentlicht sind" in read(answer)
        assert reverse("wagtailadmin_pages:edit", args=[chor.pk]) in answer.content.decode()
    assert 'value="17:00"' in response.content.decode()
    assert len(states(chor)) == 3


def test_a_date_is_added(client, rita, chor):
    there = reverse("events:add_date", args=[chor.pk])
    wrong = client.post(there, {"day": "2026-12-20", "starts": "10:00", "ends": "9:00"})
    client.post(there, {"day": "2026-12-20", "starts": "10:00", "ends": "12:00"})

    assert "Das Ende liegt vor dem Beginn." in read(wrong)
    assert states(chor)[-1] == "12-20 10:00 scheduled"


DOORS = {
    "date": [FIRST],
    "from_here": [FIRST],
    "add_date": [],
}


@pytest.mark.parametrize("name", DOORS)
@pytest.mark.parametrize("verb", ["cancel", "change", "end"])
def test_who_may_not_publish_changes_no_date(client, chor, name, verb):
    client.force_login(volunteer())
    there = reverse(f"events:{name}", args=[chor.pk, *DOORS[name]])
    before = states(chor)

    answers = [client.get(there), client.post(there, {"verb": verb, "day": "2026-12-20", "starts": "17:00"})]

    assert {answer.status_code for answer in answers} <= {302, 403}
    assert states(chor) == before
    assert not Change.objects.exists()


def test_a_volunteer_reads_the_dates_without_buttons(client, chor):
    client.force_login(volunteer())

    (row,) = rows(client.get(SOON))
    assert row == "18:15–20 Uhr Chor Saal"
    dates = client.get(reverse("events:dates", args=[chor.pk]))
    assert len(rows(dates)) == 3
    assert "kann nur die Redaktion" in dates.content.decode()


def test_a_partners_people_see_the_dates_of_their_own_events_and_no_others(client, home, chor):
    choir = partner(directory(home), "Chorverband")
    own = event(chor.get_parent(), "Singen", lines=[line("2026-12-05")], partner=choir)
    own.save_revision().publish()
    user = User.objects.create_user("lina", password=None)
    user.groups.add(Group.objects.get(name="Partner: Chorverband"))
    client.force_login(user)

    assert rows(client.get(reverse("events:dates", args=[own.pk]))) == ["18:15–20 Uhr"]
    for page in (own, chor):
        client.post(address(page, own.occurrences.get().name), {"verb": "cancel"})
    assert client.get(reverse("events:dates", args=[chor.pk])).status_code in (302, 403)
    assert not Change.objects.exists()


def test_strangers_are_sent_to_the_door(client, chor):
    for there in (SOON, address(chor), reverse("events:dates", args=[chor.pk]), reverse("events:try")):
        assert "/admin/login/" in client.get(there).url


def test_the_way_here_stands_in_the_userbar_and_in_no_strangers_page(client, chor, rita):
    seen = client.get(chor.url).content.decode()
    client.logout()
    strangers = client.get(chor.url).content.decode()

    assert "Einzelne Termine ändern" in seen
    assert "events/" not in re.sub(r"/de/\S+", "", strangers)


def test_the_history_of_the_event_tells_of_it(client, rita, chor):
    client.post(address(chor), {"verb": "cancel", "reason": "illness"})

    history = client.get(reverse("wagtailadmin_pages:history", args=[chor.pk]))

    assert "Fällt aus: 3. Dezember 2026, 18:15 Uhr (Krankheit)" in read(history)
