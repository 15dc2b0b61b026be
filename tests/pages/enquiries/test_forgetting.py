"""What was sent is forgotten in time, and nothing else is."""

import os
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from pages.enquiries import forgetting
from pages.enquiries.intake import limits
from pages.enquiries.kinds import Kind
from pages.enquiries.models import Attachment, Knock, Submission
from pages.enquiries.storing import private
from tests.make.enquiries import form_page, question, sent
from tests.make.files import upload


@pytest.fixture
def forms(home):
    asked = lambda: [question("Name"), question("Datei", Kind.FILE)]  # noqa: E731
    return form_page(home, *asked(), title="Kurz", retention_days=1), form_page(
        home, *asked(), title="Lang", retention_days=30
    )


def lying():
    """The names of the files in the folder."""
    return sorted(file.name for file in private().base_location.iterdir())


@pytest.mark.parametrize(("days", "left"), [(0.9, ["Kurz", "Lang"]), (1.1, ["Lang"]), (31, [])])
def test_each_form_forgets_in_its_own_time(client, forms, days, left, django_capture_on_commit_callbacks):
    for form in forms:
        sent(client, form, form.title, upload())

    with django_capture_on_commit_callbacks(execute=True):
        forgetting.delete_overdue(timezone.now() + timedelta(days=days))

    assert sorted(each.form_data["name"] for each in Submission.objects.all()) == left
    assert lying() == sorted(each.file.name for each in Attachment.objects.all())


def test_the_day_is_that_of_the_house_and_not_of_the_server():
    late = Submission(submit_time=datetime(2026, 7, 1, 22, 30, tzinfo=UTC))

    assert late.deleted_on(1) == date(2026, 7, 3)


def test_many_are_deleted_in_pieces(client, forms, monkeypatch):
    monkeypatch.setattr(forgetting, "PIECE", 2)
    for number in range(5):
        sent(client, forms[0], str(number))

    assert forgetting.delete_overdue(timezone.now() + timedelta(days=2)) == 5


def test_with_a_form_goes_all_that_was_sent_with_it(client, forms, django_capture_on_commit_callbacks):
    sent(client, forms[0], "Mina", upload())

    with django_capture_on_commit_callbacks(execute=True):
        forms[0].delete()

    assert lying() == []


def test_files_of_messages_that_failed_are_swept_up(client, forms):
    sent(client, forms[1], "Mina", upload())
    folder = private().base_location
    for name, age in {"alt": 2, "neu": 0}.items():
        (folder / name).write_bytes(b"x")
        moment = (timezone.now() - timedelta(days=age)).timestamp()
        os.utime(folder / name, (moment, moment))
    kept = Attachment.objects.get().file.name
    os.utime(folder / kept, (1, 1))

    forgetting.sweep()

    assert lying() == sorted(["neu", kept])


def test_who_knocked_is_forgotten_within_a_day(client, forms):
    sent(client, forms[0], "Mina")
    with time_machine.travel(timezone.now() + timedelta(hours=23)):
        sent(client, forms[0], "Kim")

    limits.forget(timezone.now() + timedelta(hours=24, minutes=1))

    assert Knock.objects.count() == 1


def test_the_same_connection_is_another_one_tomorrow(client, forms):
    sent(client, forms[0], "Mina")
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        sent(client, forms[0], "Kim")

    assert len(set(Knock.objects.values_list("sender", flat=True))) == 2


def test_nothing_is_swept_where_nothing_was_ever_sent(db):
    assert forgetting.sweep() == 0
