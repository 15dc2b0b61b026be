"""An issue becomes a mailing: whom it reaches, and that it is sent once, whatever happens meanwhile."""

import shutil

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from pages.mailings import installation, planning, states
from pages.mailings.models import Delivery, Mailing, Plan, Purpose, State, Words
from pages.mailings.starting import start
from pages.newsletters.models import NewsletterPage, Told
from pages.newsletters.sending import beginning
from pages.newsletters.sending.recipients import by_language, occasion, recipients
from tests.make.events import at, change
from tests.make.mailings import content
from tests.make.newsletters import issue
from tests.make.services import topic
from tests.make.subscribers import subscriber
from tests.make.translations import published, translated

NOW = "2026-11-24 10:00"
pytestmark = pytest.mark.usefixtures("morning")


def to_whom(mailing):
    return sorted(mailing.deliveries.values_list("address", flat=True))


def planned(page, when="2026-11-26 09:00", **more):
    return planning.plan(page, at(when), **more)[0]


def in_time(when="2026-11-26 09:00"):
    return beginning.begin_due(at(when))


def test_an_issue_is_sent_to_each_in_their_language(december):
    translated(december, "ar", title="رسالة")
    for address, language in (("a@post.example", "de"), ("b@post.example", "ar"), ("c@post.example", "so")):
        subscriber(address, language=language)

    mailing = beginning.begin(december)

    languages = dict(mailing.deliveries.values_list("address", "language"))
    assert languages == {"a@post.example": "de", "b@post.example": "ar", "c@post.example": "de"}
    subjects = dict(Words.objects.filter(mailing=mailing).values_list("language", "subject"))
    assert subjects["ar"] == "رسالة"
    assert subjects["en"] == subjects["de"] == "Newsletter Dezember"


def test_only_those_who_wanted_its_topic_get_it(december):
    subscriber("alle@post.example")
    subscriber("musik@post.example", topics=[topic("musik")])
    subscriber("garten@post.example", topics=[topic("garten")])
    december.for_topics = [topic("musik")]
    december.save()

    assert to_whom(beginning.begin(december)) == ["alle@post.example", "musik@post.example"]


def test_two_who_press_the_button_send_once(december):
    subscriber()
    key = occasion(december)

    first, second = (beginning.begin(december, occasion=key) for _ in range(2))

    assert first == second
    assert Delivery.objects.count() == Told.objects.count() == 1


def test_who_signs_up_later_gets_it_and_nobody_gets_it_twice(december):
    subscriber("früh@post.example")
    beginning.begin(december)
    Delivery.objects.update(state=State.SENT)
    subscriber("spät@post.example")

    second = beginning.begin(december, occasion=occasion(december))

    assert to_whom(second) == ["spät@post.example"]
    assert not recipients(december).exists()


@pytest.mark.parametrize("state", [State.SENT, State.UNCERTAIN, State.FAILED, State.BOUNCED, State.QUEUED])
def test_who_has_it_or_may_have_it_does_not_count_as_new(december, state):
    subscriber()
    beginning.begin(december)
    Delivery.objects.update(state=state)

    assert not recipients(december).exists()


def test_who_has_changed_the_address_has_it_already(december):
    reader = subscriber("alt@post.example")
    beginning.begin(december)
    Delivery.objects.update(state=State.SENT)
    reader.address = reader.key = "neu@post.example"
    reader.save()

    assert not recipients(december).exists()


def test_after_a_stopped_mailing_those_who_had_to_wait_can_get_it(december):
    subscriber("hat@post.example")
    subscriber("wartet@post.example")
    mailing = beginning.begin(december)
    mailing.deliveries.filter(key="hat@post.example").update(state=State.SENT)
    states.stop(mailing)

    assert [each.address for each in recipients(december)] == ["wartet@post.example"]


def test_once_the_rows_are_deleted_only_new_readers_count(december):
    subscriber("hatte@post.example")
    mailing = beginning.begin(december)
    mailing.deliveries.all().delete()
    Mailing.objects.update(tally={"sent": 1})
    with time_machine.travel(at("2027-01-10 10:00"), tick=False):
        subscriber("neu@post.example")

    assert [each.address for each in recipients(december)] == ["neu@post.example"]


def test_a_correction_does_not_count_as_having_it(december):
    subscriber()
    start(december, {"de": content()}, recipients(december), name="x", purpose=Purpose.CORRECTION)

    assert recipients(december).count() == 1
    assert occasion(december) == ""


def test_readers_are_counted_by_the_language_in_which_they_get_it(december):
    for number, language in enumerate(["de", "de", "ar", "so"]):
        subscriber(f"{number}@post.example", language=language)

    assert by_language(recipients(december), ["de", "ar", "en"]) == {"de": 3, "ar": 1, "en": 0}


def test_a_planned_issue_is_sent_at_its_time_and_not_before(december):
    subscriber()
    planned(december)

    early, sent, later = in_time("2026-11-26 08:59"), in_time(), in_time("2026-11-26 09:01")

    assert (early, sent, later) == (0, 1, 0)
    assert not Plan.objects.exists()
    assert to_whom(Mailing.objects.get()) == ["mina@post.example"]


def test_what_happens_between_planning_and_sending_goes_in(december, cafe):
    planned(december)
    subscriber("gerade-noch@post.example")
    change(cafe, "2026-12-03 18:15", is_cancelled=True)

    in_time()

    assert to_whom(Mailing.objects.get()) == ["gerade-noch@post.example"]
    assert "Fällt aus" in Words.objects.get(language="de").text
    assert Told.objects.get().state == "cancelled"


def test_a_draft_is_published_as_it_was_when_it_was_planned(december):
    subscriber()
    december.unpublish()
    december.title = "Wie beschlossen"
    revision = december.save_revision()
    planned(december, revision=revision)
    december.title = "Noch im Entwurf"
    december.save_revision()

    in_time()

    assert Words.objects.get(language="de").subject == "Wie beschlossen"
    assert NewsletterPage.objects.get().live


def test_what_was_published_after_planning_is_not_overwritten(december):
    subscriber()
    december.title = "Alt"
    planned(december, revision=december.save_revision())
    with time_machine.travel(at("2026-11-25 10:00"), tick=False):
        published(december, title="Verbessert")

    in_time()

    assert Words.objects.get(language="de").subject == "Verbessert"


def test_an_issue_that_was_withdrawn_waits_for_a_person(december):
    subscriber()
    planned(december)
    december.unpublish()

    in_time()

    assert not Mailing.objects.exists()
    assert Plan.objects.get().trouble == "Die Ausgabe ist nicht mehr öffentlich."


def test_an_issue_with_a_mistake_waits_for_a_person_and_is_not_tried_again(december, settings):
    subscriber()
    planned(december)
    settings.DEFAULT_FROM_EMAIL = ""
    in_time()
    settings.DEFAULT_FROM_EMAIL = "Haus <hallo@haus.example>"

    in_time("2026-11-26 09:05")

    assert not Mailing.objects.exists()
    assert "MAIL_FROM" in Plan.objects.get().trouble


def test_a_time_that_went_by_while_nothing_was_at_work_waits_for_a_person(december):
    """So a restored backup does not send what was sent long ago."""
    subscriber()
    planned(december)

    assert in_time("2026-11-27 09:00") == 0

    assert not Mailing.objects.exists()
    assert Plan.objects.get().trouble == "Zu dieser Zeit lief nichts, das hätte senden können."


def test_a_restored_backup_sends_no_planned_issue_by_itself(december, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    subscriber()
    installation.look(timezone.now())
    planned(december)
    shutil.rmtree(tmp_path / "mailings")

    installation.look(timezone.now())

    assert in_time() == 0
    assert not Mailing.objects.exists()
    assert "Sicherung" in Plan.objects.get().trouble


class Crash(BaseException):
    """The machine is switched off."""


@pytest.mark.parametrize("step", ["publish", "compose", "start", "note"])
@pytest.mark.django_db(transaction=True)
def test_a_crash_at_any_step_leads_to_one_mailing(december, monkeypatch, step):
    subscriber()
    december.unpublish()
    planned(december, revision=december.save_revision())
    todo = getattr(beginning, step)

    def then_crash(*args, **kwargs):
        todo(*args, **kwargs)
        raise Crash

    with monkeypatch.context() as broken:
        broken.setattr(beginning, step, then_crash)
        with pytest.raises(Crash):
            in_time()
    assert not Mailing.objects.exists()

    in_time("2026-11-26 09:01")
    in_time("2026-11-26 09:02")

    assert Mailing.objects.count() == Delivery.objects.count() == Told.objects.count() == 1


def test_a_plan_that_is_taken_back_in_the_last_moment_sends_nothing(december, monkeypatch):
    subscriber()
    plan = planned(december)
    compose = beginning.compose

    def meanwhile(*args):
        planning.take_back(plan)
        return compose(*args)

    monkeypatch.setattr(beginning, "compose", meanwhile)

    assert in_time() == 0
    assert not Mailing.objects.exists()


def test_a_fault_in_one_issue_does_not_stop_another(home, december, cafe, monkeypatch, caplog):
    subscriber()
    other = issue(december.get_parent(), "Sonderausgabe", about=[cafe])
    planned(december)
    planned(other, "2026-11-26 09:00")
    compose = beginning.compose

    def broken(page, *args):
        if page.pk == december.pk:
            raise ValueError
        return compose(page, *args)

    monkeypatch.setattr(beginning, "compose", broken)

    assert in_time() == 1
    assert Mailing.objects.get().page_id == other.pk
    assert Plan.objects.get().page_id == december.pk


def test_a_second_plan_for_the_same_issue_changes_nothing(december):
    first, second = planned(december), planned(december, "2026-12-24 09:00")

    assert first == second
    assert second.starts_at == at("2026-11-26 09:00")


def test_a_plan_goes_with_its_page(december):
    planned(december)
    december.delete()

    assert in_time() == 0
    assert not Plan.objects.exists()


def test_the_number_of_questions_does_not_depend_on_the_number_of_readers(december):
    def questions(key):
        with CaptureQueriesContext(connection) as asked:
            beginning.begin(december, occasion=key)
        return len(asked)

    subscriber("erste@post.example")
    beginning.begin(december, occasion="warm")
    few = questions("1")
    for number in range(30):
        subscriber(f"{number}@post.example")

    assert questions("2") == few
