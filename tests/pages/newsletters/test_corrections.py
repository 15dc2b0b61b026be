"""Who was told of a date that is not so any more can be told again: once, and only they."""

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import PageViewRestriction

from pages.events import changing
from pages.events.occurrences import rebuild
from pages.mailings.models import Delivery, Mailing, Purpose, State
from pages.newsletters.corrections import sending
from pages.newsletters.corrections.finding import corrections
from pages.newsletters.corrections.writing import subject
from pages.newsletters.models import Told
from pages.newsletters.sending import beginning
from tests.make.centre import centre
from tests.make.editing import editor
from tests.make.events import at, calendar, change, event, line
from tests.make.newsletters import issue
from tests.make.places import place, room
from tests.make.subscribers import subscriber
from tests.make.translations import translated

DAY = "2026-12-03 18:15"
pytestmark = pytest.mark.usefixtures("morning")


@pytest.fixture
def dates(home):
    centre(name="Haus am Park")
    return calendar(home)


def sent(index, *about, state=State.SENT, title="Newsletter Dezember", **more):
    """An issue of December that has been sent to all there are."""
    made = issue(index, title, about=about, first="2026-12-01", last="2026-12-31")
    mailing = beginning.begin(made, **more)
    mailing.deliveries.update(state=state)
    return made


def found():
    return corrections(timezone.now())


def only():
    [correction] = found()
    return correction


def cancelled(page, day=DAY, **more):
    return change(page, day, is_cancelled=True, **more)


def addresses(correction):
    return sorted(correction.recipients().values_list("address", flat=True))


def test_nothing_is_proposed_while_everything_is_as_it_was_told(index, cafe):
    subscriber()
    sent(index, cafe)

    assert found() == []


def test_a_date_that_is_cancelled_is_proposed_to_those_who_were_told(index, cafe):
    subscriber("weiß@post.example")
    sent(index, cafe)
    subscriber("neu@post.example")
    cancelled(cafe)

    assert [change.kind for change in only().changes] == ["cancelled"]
    assert addresses(only()) == ["weiß@post.example"]


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"is_cancelled": True}, "cancelled"),
        ({"is_postponed": True, "starts": "2026-12-10 18:15", "ends": "2026-12-10 20:00"}, "moved"),
        ({"starts": "2026-12-03 19:00", "ends": "2026-12-03 20:00"}, "moved"),
        ({"is_full": True}, None),
    ],
)
def test_what_has_become_of_a_date_is_told_apart(index, cafe, fields, kind):
    subscriber()
    sent(index, cafe)
    change(cafe, DAY, **fields)

    assert [change.kind for correction in found() for change in correction.changes] == (
        [kind] if kind else []
    )


def test_another_room_is_worth_a_word(index, cafe):
    subscriber()
    sent(index, cafe)
    change(cafe, DAY, room=room("Küche", place()))

    assert [change.kind for change in only().changes] == ["room"]


def test_what_was_told_as_cancelled_and_takes_place_after_all(index, cafe):
    subscriber()
    changed = cancelled(cafe)
    sent(index, cafe)
    changed.delete()
    rebuild(cafe)

    assert [change.kind for change in only().changes] == ["restored"]


def test_what_was_told_as_cancelled_already_needs_no_correction(index, cafe):
    subscriber()
    cancelled(cafe)
    sent(index, cafe)

    assert found() == []


@pytest.mark.parametrize(
    ("state", "count"),
    [
        (State.SENT, 1),
        (State.UNCERTAIN, 1),
        (State.QUEUED, 1),
        (State.FAILED, 0),
        (State.BOUNCED, 0),
        (State.DROPPED, 0),
    ],
)
def test_only_who_read_it_or_is_about_to_is_told_again(index, cafe, state, count):
    subscriber()
    sent(index, cafe, state=state)
    cancelled(cafe)

    assert only().recipients().count() == count


def test_who_has_left_is_not_written_to(index, cafe):
    reader = subscriber()
    sent(index, cafe)
    cancelled(cafe)
    reader.delete()

    assert addresses(only()) == []


def test_who_has_read_the_truth_in_a_later_issue_needs_no_correction(index, cafe):
    subscriber("beide@post.example")
    sent(index, cafe)
    cancelled(cafe)
    gone = subscriber("nur-alt@post.example")
    Delivery.objects.create(
        mailing=Mailing.objects.get(),
        subscriber=gone,
        address=gone.address,
        key=gone.key,
        language="de",
        state=State.SENT,
    )
    with time_machine.travel(at("2026-11-25 10:00"), tick=False):
        sent(index, cafe, title="Nachtrag")
    Delivery.objects.filter(mailing__name="Nachtrag", subscriber=gone).update(state=State.FAILED)

    assert addresses(only()) == ["nur-alt@post.example"]


def test_a_correction_is_sent_once_for_each_change(index, cafe):
    subscriber()
    sent(index, cafe)
    cancelled(cafe)
    correction = only()

    mailing = sending.send(correction)

    assert (mailing.purpose, mailing.name) == (
        Purpose.CORRECTION,
        "Fällt aus: „Nähcafé“ am Donnerstag, 3. Dezember",
    )
    assert mailing.deliveries.count() == 1
    assert found() == []
    with pytest.raises(sending.MovedOnError):
        sending.send(correction)
    assert Mailing.objects.filter(purpose=Purpose.CORRECTION).count() == 1
    assert Delivery.objects.count() == 2


def test_a_date_that_changes_back_and_forth_is_corrected_each_time(index, cafe):
    subscriber()
    sent(index, cafe)
    kinds = []
    for _each in range(2):
        changed = cancelled(cafe)
        kinds.append(only().changes[0].kind)
        sending.send(only())
        changed.delete()
        rebuild(cafe)
        kinds.append(only().changes[0].kind)
        sending.send(only())

    assert kinds == ["cancelled", "restored"] * 2
    assert Mailing.objects.filter(purpose=Purpose.CORRECTION).count() == 4


def test_what_a_person_dismissed_is_not_proposed_again_until_it_changes_once_more(index, cafe):
    subscriber()
    sent(index, cafe)
    changed = cancelled(cafe)

    sending.dismiss(only())
    dismissed = found()
    changed.delete()
    change(cafe, DAY, starts="2026-12-03 19:00", ends="2026-12-03 20:00")

    assert dismissed == []
    assert only().changes[0].kind == "moved"


def test_several_dates_of_one_event_make_one_mail(index, dates):
    subscriber()
    weekly = event(dates, lines=[line(frequency="weekly", last_day=None)])
    sent(index, weekly)
    cancelled(weekly)
    cancelled(weekly, "2026-12-10 18:15")

    assert [change.kind for change in only().changes] == ["cancelled"] * 2
    with override("de"):
        assert subject(only(), "Nähcafé", timezone.now()) == "Geändert: „Nähcafé“, 2 Termine"


def test_what_is_over_needs_no_correction(index, cafe):
    subscriber()
    sent(index, cafe)
    cancelled(cafe)

    with time_machine.travel(at("2026-12-03 18:20"), tick=False):
        assert found() == []


def test_an_event_that_not_everybody_may_see_is_not_told_of(index, cafe):
    subscriber()
    sent(index, cafe)
    cancelled(cafe)
    PageViewRestriction.objects.create(page=cafe, restriction_type=PageViewRestriction.LOGIN)

    assert found() == []


def test_it_survives_the_issue_that_told_of_it(index, cafe):
    subscriber()
    sent(index, cafe).delete()
    cancelled(cafe)
    correction = only()

    sending.send(correction)

    assert Mailing.objects.get(purpose=Purpose.CORRECTION).deliveries.count() == 1
    with pytest.raises(sending.MovedOnError):
        sending.send(correction)


def test_it_is_written_from_facts_in_every_language(index, cafe):
    subscriber()
    translated(cafe, "en", title="Sewing café")
    sent(index, cafe)
    cancelled(cafe, reason="illness")

    told = sending.contents_of(only(), timezone.now())

    assert told["de"].subject == "Fällt aus: „Nähcafé“ am Donnerstag, 3. Dezember"
    assert "Fällt aus (Krankheit)" in told["de"].text
    assert told["en"].subject == "Cancelled: “Sewing café” on Thursday, December 3"
    assert "http://testserver/en/" in told["en"].html
    assert 'dir="rtl"' in told["ar"].html
    assert 'lang="de"' in told["ar"].html
    assert len(told) == 10


def test_a_move_says_what_was_told_and_what_is_true(index, cafe):
    subscriber()
    sent(index, cafe)
    change(cafe, DAY, starts="2026-12-03 19:00", ends="2026-12-03 20:30", room=room("Küche", place()))

    text = sending.contents_of(only(), timezone.now())["de"].text

    assert "Donnerstag, 3. Dezember, 18:15–20 Uhr" in text
    assert "Verlegt: Donnerstag, 3. Dezember, 18:15" in text
    assert "Neu: Donnerstag, 3. Dezember, 19–20:30 Uhr" in text
    assert "Küche" in text


def test_what_the_desk_does_to_a_date_is_found(index, cafe):
    subscriber()
    sent(index, cafe)
    changing.cancel(cafe, at(DAY), editor(), "illness", {})

    assert only().changes[0].kind == "cancelled"


def test_questions_do_not_grow_with_what_was_told(index, dates):
    subscriber()

    def questions():
        with CaptureQueriesContext(connection) as asked:
            found()
        return len(asked)

    sent(index, event(dates, "Chor"))
    few = questions()
    more = [event(dates, f"Kurs {number}") for number in range(8)]
    sent(index, *more, title="Noch einer")

    assert questions() == few
    assert Told.objects.count() == 9
