"""A restored backup, or a copy of the site, sends nothing until a person continues."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings as here

from pages.letters import outbox
from pages.letters.models import Letter
from pages.mailings import installation, planning, states
from pages.mailings.delivering.slices import deliver
from pages.mailings.models import Cause, Installation, Mailing, Progress
from tests.make.mailings import NOON, mailing, subscribers

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def at_work(mailoutbox):
    """A house in which a newsletter is half sent."""
    installation.look(NOON)
    subscribers(4)
    made = mailing()
    deliver(is_over=iter([False, False, True]).__next__, clock=lambda: NOON)
    assert len(mailoutbox) == 2
    return made


def send(at=NOON):
    deliver(clock=lambda: at)


def rows_of_the_installation():
    return list(Installation.objects.values())


def held():
    return list(Mailing.objects.values_list("progress", "cause"))


def test_where_nothing_was_restored_it_goes_on_by_itself(at_work, mailoutbox):
    send()

    assert len(mailoutbox) == 4


def test_a_database_from_before_the_last_mails_sends_nothing(at_work, mailoutbox):
    before = rows_of_the_installation()
    send()
    Installation.objects.filter(pk=before[0]["mark"]).update(**before[0])
    Mailing.objects.update(progress=Progress.SENDING)
    at_work.deliveries.update(state="queued")

    send()

    assert len(mailoutbox) == 4
    assert held() == [(Progress.HELD, Cause.RESTORED)]


def test_files_and_database_from_the_same_backup_send_nothing(at_work, mailoutbox, tmp_path):
    copy = tmp_path.parent / f"{tmp_path.name}-copy"
    shutil.copytree(tmp_path, copy, copy_function=shutil.copy2)
    shutil.rmtree(tmp_path / "mailings")
    shutil.move(copy / "mailings", tmp_path)

    send()

    assert len(mailoutbox) == 2
    assert held() == [(Progress.HELD, Cause.RESTORED)]


@pytest.mark.parametrize(
    "loss",
    [
        lambda folder: shutil.rmtree(folder),
        lambda folder: (folder / "anchor").unlink(),
        lambda folder: (folder / "counter.json").unlink(),
        lambda folder: (folder / "counter.json").write_text(""),
        lambda folder: (folder / "counter.json").write_text('{"mark": 1}'),
        lambda folder: Installation.objects.all().delete(),
    ],
    ids=["all files", "anchor", "counter", "empty", "nonsense", "row"],
)
def test_where_a_part_is_missing_nothing_is_sent(at_work, mailoutbox, loss):
    loss(Path(here.DATA_DIR) / "mailings")

    send()

    assert len(mailoutbox) == 2
    assert held() == [(Progress.HELD, Cause.RESTORED)]


def test_what_was_paused_is_held_too_and_what_is_over_stays_over(at_work):
    states.pause(at_work)
    done = mailing(occasion="old")
    Mailing.objects.filter(pk=done.pk).update(progress=Progress.DONE)
    shutil.rmtree(Path(here.DATA_DIR) / "mailings")

    send()

    assert dict(Mailing.objects.values_list("pk", "progress")) == {
        at_work.pk: Progress.HELD,
        done.pk: Progress.DONE,
    }


def test_once_a_person_continues_it_is_sent_and_later_ones_without_asking(at_work, mailoutbox):
    shutil.rmtree(Path(here.DATA_DIR) / "mailings")
    send()
    at_work.refresh_from_db()

    states.continue_(at_work)
    send()
    assert len(mailoutbox) == 4
    mailing(occasion="next")
    send()

    assert len(mailoutbox) == 8


def test_single_letters_are_not_sent_either_and_shown_as_uncertain():
    installation.look(NOON)
    outbox.put("mina@post.example", "Saal", "Hallo")
    shutil.rmtree(Path(here.DATA_DIR) / "mailings")

    installation.look(NOON)

    assert list(outbox.stuck()) == list(Letter.objects.all())


def test_no_plan_is_carried_out_by_itself(home):
    installation.look(NOON)
    plans = [planning.plan(home, NOON - DAY / 24)[0], planning.plan(home.get_parent(), NOON + DAY)[0]]
    shutil.rmtree(Path(here.DATA_DIR) / "mailings")

    installation.look(NOON)

    assert list(planning.due(NOON)) == list(planning.due(NOON + DAY)) == []
    for plan in plans:
        plan.refresh_from_db()
        assert plan.trouble == Cause.RESTORED.label


def test_a_house_that_begins_holds_nothing(mailoutbox):
    subscribers(2)
    mailing()

    send()

    assert len(mailoutbox) == 2


def test_a_machine_that_was_off_for_long_asks_before_it_goes_on(at_work, mailoutbox):
    send_at = NOON + 3 * DAY

    send(send_at)

    assert len(mailoutbox) == 2
    assert held() == [(Progress.HELD, Cause.IDLE)]
    at_work.refresh_from_db()
    states.continue_(at_work)
    send(send_at)
    assert len(mailoutbox) == 4


def test_what_begins_only_now_is_not_held_because_the_machine_was_off():
    installation.look(NOON)
    subscribers(1)
    mailing(now=NOON + 4 * DAY)

    send(NOON + 3 * DAY)

    assert held() == [(Progress.SENDING, "")]


def test_a_crash_between_the_two_notes_holds_nothing(at_work, mailoutbox, monkeypatch):
    def crash(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(installation, "_note", crash)
        with pytest.raises(KeyboardInterrupt):
            installation.move(NOON)

    send()

    assert len(mailoutbox) == 4
