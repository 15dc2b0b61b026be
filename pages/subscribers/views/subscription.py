"""What one gets, and where to: changed without a password, by the link that stands in each mail."""

from django.db import transaction
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from pages.centre.models import Centre
from pages.enquiries.intake.hindrances import Hindrance
from pages.enquiries.intake.posting import posted
from pages.mailbox import masked
from pages.subscribers import links
from pages.subscribers.asking import ask
from pages.subscribers.choosing import ChoiceForm, MoveForm
from pages.subscribers.leaving import leave
from pages.subscribers.limits import knock
from pages.subscribers.models import State, Subscriber
from pages.subscribers.offering import offered_to, sign_up_page
from pages.subscribers.sheet import Sheet
from pages.subscribers.views.answering import back, by_link, shown, unknown

WORD_JOINER = "\u2060"
SAVED, MAILED = "gespeichert", "post"


@by_link
def subscription(request, token):
    """The settings; another address; and leaving, each a form of its own."""
    if token == links.TEST:
        return shown(request, "test")
    subscriber = links.subscriber_of(token)
    if subscriber is None or subscriber.state == State.ASKED:
        return unknown(request)
    if request.method != "POST":
        return _page(request, subscriber)
    try:
        data, _files = posted(request)
        return _do(request, subscriber, data)
    except Hindrance as hindrance:
        return _page(request, subscriber, hindrance=hindrance)


@transaction.atomic
def _do(request, subscriber, data):
    """While nobody else changes or deletes it."""
    there = Subscriber.objects.select_for_update().filter(pk=subscriber.pk).first()
    return DEEDS.get(data.get("do"), _page)(request, there, data) if there else unknown(request)


def _save(request, subscriber, data):
    form = _choice(request, subscriber, data)
    if not form.is_valid():
        return _page(request, subscriber, choice=form)
    language, topics, audiences = form.chosen
    subscriber.language = language
    subscriber.save(update_fields=["language"])
    subscriber.topics.set(topics)
    subscriber.audiences.set(audiences)
    return back(request, SAVED)


def _move(request, subscriber, data):
    form = MoveForm(data, prefix="new")
    if not form.is_valid():
        return _page(request, subscriber, move=form)
    knock(request, timezone.now())
    ask(form.cleaned_data["mail"], subscriber.language, now=timezone.now(), mover=subscriber)
    return back(request, MAILED)


def _resume(request, subscriber, data):
    knock(request, timezone.now())
    terms = subscriber.topics.all(), subscriber.audiences.all()
    ask(subscriber.address, subscriber.language, *terms, now=timezone.now())
    return back(request, MAILED)


def _leave(request, subscriber, data):
    leave(subscriber)
    return HttpResponseRedirect(reverse("left"), status=303)


DEEDS = {"save": _save, "move": _move, "resume": _resume, "leave": _leave}


def _choice(request, subscriber, data=None):
    centre = Centre.for_request(request)
    now = {name: getattr(subscriber, name).all() for name in ("topics", "audiences")}
    initial = {"language": subscriber.language, **now}
    return ChoiceForm(data, centre=centre, initial=initial, **offered_to(subscriber, sign_up_page()))


def _page(request, subscriber, data=None, *, choice=None, move=None, hindrance=None):
    centre = Centre.for_request(request)
    faulty = Sheet(choice or move or MoveForm(prefix="new"), centre, notice=hindrance and hindrance.why)
    status = hindrance.status if hindrance else 422 if choice or move else 200
    return shown(
        request,
        "subscription",
        status,
        faulty=faulty,
        choice=Sheet(choice or _choice(request, subscriber), centre),
        move=Sheet(move or MoveForm(prefix="new"), centre),
        masked=masked(subscriber.address).replace("@", f"{WORD_JOINER}@"),
        is_stopped=subscriber.state == State.STOPPED,
        is_saved=SAVED in request.GET,
        is_mailed=MAILED in request.GET,
    )
