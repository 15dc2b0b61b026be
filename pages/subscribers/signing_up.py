"""The sign-up page: its form, what is wrong with it, and “look into your mailbox”.

That answer is the same for every address: for one that we know, one that we do not know, one that was written
to a moment ago. Nothing in the request asks which it is; see `pages.subscribers.asking`.
"""

from datetime import timedelta

from django.db import transaction
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import get_language

from pages.centre.models import Centre
from pages.enquiries.intake import hindrances as why
from pages.enquiries.intake.hindrances import Hindrance, hindered_by
from pages.enquiries.intake.posting import TICKET, TRAP, comes_from_here, posted
from pages.subscribers.asking import ask
from pages.subscribers.choosing import SignUpForm
from pages.subscribers.consent import consent
from pages.subscribers.limits import knock
from pages.subscribers.offering import offered
from pages.subscribers.sheet import Sheet

DONE = "danke"


def sheet(page, request, data=None):
    """The form of a sign-up page; `data` is what was posted."""
    centre = Centre.for_request(request)
    preset = {"language": get_language()}
    form = SignUpForm(data, centre=centre, initial=preset, **offered(page))
    return Sheet(form, centre, page=page, stamp=stamp(page), consent=consent(centre))


def stamp(page, day=None):
    """What a form carries in place of a cookie: the same all day, so that pages with it can be kept."""
    day = day or timezone.localdate()
    words = f"{page.original.pk} {day.isoformat()}"
    return salted_hmac("pages.subscribers.stamp", words, algorithm="sha256").hexdigest()[:32]


def answer(page, request):
    """To a post, or thanks for one."""
    if request.method != "POST":
        words = {**page.get_context(request), "same": DONE}
        return _unkept(TemplateResponse(request, "pages/subscribers/thanks.html", words))
    try:
        data, _files = posted(request)
    except Hindrance as hindrance:
        return _shown(request, sheet(page, request, hindrance.data), hindrance)
    shown = sheet(page, request, data)
    try:
        if shown.form.is_valid():
            _check(page, request, data)
            _take_if_possible(shown.form, request)
    except Hindrance as hindrance:
        return _shown(request, shown, hindrance)
    if shown.form.errors:
        return _shown(request, shown)
    return _unkept(HttpResponseRedirect(f"{request.path}?{DONE}", status=303))


def _check(page, request, data):
    if not comes_from_here(request):
        raise Hindrance(why.FROM_ELSEWHERE, 403)
    if data.get(TRAP):
        raise Hindrance(why.TRAPPED)
    today = timezone.localdate()
    if not any(_is(data.get(TICKET, ""), stamp(page, day)) for day in (today, today - timedelta(days=1))):
        raise Hindrance(why.TOO_LATE)


def _is(given, right):
    return constant_time_compare(given, right)


def _take_if_possible(form, request):
    try:
        _take(form, request, timezone.now())
    except Hindrance:
        raise
    except Exception as fault:
        raise hindered_by(fault) from fault


@transaction.atomic
def _take(form, request, now):
    """Always the same work, whatever the address."""
    knock(request, now)
    ask(form.cleaned_data["mail"], *form.chosen, now=now)


def _shown(request, shown, hindrance=None):
    shown.notice = hindrance.why if hindrance else ""
    words = {**shown.page.get_context(request), "sign_up": shown}
    template = shown.page.get_template(request)
    return _unkept(TemplateResponse(request, template, words, status=hindrance.status if hindrance else 422))


def _unkept(response):
    response.headers["Cache-Control"] = "private, no-store"
    return response
