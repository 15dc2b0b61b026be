"""What is forgotten by itself, and when."""

from datetime import timedelta

import time_machine
from django.utils import timezone

from pages.letters import outbox
from pages.letters.models import Letter
from pages.subscribers.forgetting import forget
from pages.subscribers.models import Asked, PastConsent, State, Subscriber, Wish
from quartier.operations.jobs import JOBS, do_due
from quartier.operations.models import JobRun
from tests.make.subscribers import asked_for, link_in, newest_letter, signed_up, subscriber


def in_days(number):
    return timezone.now() + timedelta(days=number)


def test_who_does_not_confirm_is_forgotten_after_a_week_with_the_letter(client, page):
    signed_up(client, page)

    forget(in_days(6.9))
    assert Subscriber.objects.exists()
    forget(in_days(7.1))

    assert not any(model.objects.exists() for model in (Subscriber, Wish, Letter, Asked, PastConsent))


def test_who_asks_again_has_another_week(client, page):
    signed_up(client, page)
    with time_machine.travel(in_days(5)):
        signed_up(client, page)

    forget(in_days(8))

    assert Subscriber.objects.get().state == State.ASKED


def test_who_has_confirmed_stays(client, page):
    signed_up(client, page)
    client.post(link_in(newest_letter()))

    forget(in_days(400))

    assert Subscriber.objects.get().state == State.CONFIRMED
    assert not Wish.objects.exists()


def test_many_are_forgotten_in_pieces(db):
    for number in range(5):
        subscriber(f"nr{number}@post.example", state=State.ASKED, asked_at=in_days(-8))
    subscriber()

    assert forget() == 5
    assert Subscriber.objects.count() == 1


def test_the_worker_answers_and_sends_in_one_round(client, page, mailoutbox, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    client.post(page.url, asked_for(page))
    jobs = [job for job in JOBS if job.name in ("answer sign-ups", "send mail")]
    for job in jobs:
        JobRun.objects.create(name=job.name)

    do_due(jobs)

    [mail] = mailoutbox
    assert mail.message()["Auto-Submitted"] == "auto-generated"
    assert mail.message()["List-Unsubscribe"] is None
    assert mail.to == ["mina@post.example"]


def test_a_sign_up_makes_both_jobs_due_at_once(client, page, django_capture_on_commit_callbacks):
    later = in_days(0.0005)
    for name in ("answer sign-ups", "send mail", "delete old mail"):
        JobRun.objects.create(name=name, due_at=later)

    with django_capture_on_commit_callbacks(execute=True):
        client.post(page.url, asked_for(page))

    due = set(JobRun.objects.filter(due_at__lte=timezone.now()).values_list("name", flat=True))
    assert due == {"answer sign-ups", "send mail"}


def test_a_letter_to_an_address_that_does_not_exist_bothers_nobody(client, page):
    signed_up(client, page)
    Letter.objects.update(state="failed")

    assert not outbox.stuck().exists()
