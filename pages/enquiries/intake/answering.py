"""What a form page answers: the form, what is wrong with it, or thanks.

Readers carry no cookie, so the usual protection against forged posts has nothing to hold on to. A signed
ticket in the form and the browser's own word on where the post comes from stand in for it.
"""

from django.conf import settings
from django.core import signing
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone

from pages.enquiries.intake import hindrances as why
from pages.enquiries.intake import limits, worded
from pages.enquiries.intake.hindrances import Hindrance, hindered_by
from pages.enquiries.intake.posting import TICKET, TRAP, comes_from_here, posted
from pages.enquiries.intake.receiving import AlreadySentError, TooMuchError, receive
from pages.enquiries.intake.sheet import Sheet
from pages.enquiries.intake.ticket import Ticket
from pages.enquiries.subject import asked_about
from pages.letters import outbox

DONE = "danke"
THANKED_FOR = 3600  # seconds; afterwards the address shows the form again
PATIENCE = 5  # seconds that a reader waits for each answer of the mail server


def answer(page, request):
    """The page with its form, with thanks, or with what hinders."""
    if request.method == "POST":
        return _take(page, request)
    if DONE in request.GET:
        return _thank(page, request)
    sheet = Sheet(page, page.get_form(page=page), Ticket.new(page), asked_about(request.GET))
    response = _shown(request, sheet)
    response.headers["Cache-Control"] = "private, no-cache"
    return response


def preview(page, request, mode):
    """What an editor sees before it is public."""
    if mode == "landing":
        return TemplateResponse(request, "pages/enquiries/thanks.html", page.get_context(request))
    return _shown(request, Sheet(page, page.get_form(page=page), Ticket.new(page)))


def _take(page, request):
    now, about = timezone.now(), asked_about(request.GET)
    try:
        data, files = posted(request)
    except Hindrance as hindrance:
        sheet = _filled(page, hindrance.data, None, about)
        sheet.notice, sheet.has_lost_files = hindrance.why, hindrance.data is not None
        return _shown(request, sheet, hindrance.status)
    sheet, ticket = _filled(page, data, files, about), Ticket.read(data.get(TICKET, ""), page)
    if not sheet.form.is_valid():
        return _shown(request, sheet, 422)
    try:
        _check(page, request, data, ticket, now)
        submission = _received(page, sheet.form, ticket, request, about, now)
    except Hindrance as hindrance:
        sheet.notice = hindrance.why
        sheet.ticket = hindrance.ticket or sheet.ticket
        return _shown(request, sheet, hindrance.status)
    _post(submission)
    done = signing.dumps(submission.pk, salt=DONE)
    return _unkept(HttpResponseRedirect(f"{request.path}?{DONE}={done}", status=303))


def _filled(page, data, files, about):
    """The form with what was sent, if that could be read; it keeps its number, so that it arrives once."""
    ticket = Ticket.read(data.get(TICKET, ""), page) if data else Ticket.new(page)
    form = page.get_form(data, files, page=page) if data else page.get_form(page=page)
    return Sheet(page, form, ticket or Ticket.new(page, at_once=True), about, has_lost_files=bool(files))


def _check(page, request, data, ticket, now):
    if not comes_from_here(request):
        raise Hindrance(why.FROM_ELSEWHERE, 403)
    if data.get(TRAP):
        raise Hindrance(why.TRAPPED)
    if ticket is None or ticket.has_expired(now):
        raise Hindrance(why.TOO_LATE, ticket=Ticket.new(page, at_once=True))
    if ticket.is_too_quick(now):
        raise Hindrance(why.TOO_QUICK)


def _received(page, form, ticket, request, about, now):
    try:
        return receive(page, form, ticket, limits.sender_of(request, now), about, now)
    except TooMuchError:
        raise Hindrance(why.TOO_MUCH, 429) from None
    except AlreadySentError:
        raise Hindrance(why.OTHER_WORDS, 409, Ticket.new(page, at_once=True)) from None
    except Exception as fault:
        raise hindered_by(fault) from fault


def _post(submission):
    """Send its letters now, as long as the mail server answers; the rest is tried again later.

    The message is kept by now: whatever is gone at this moment, nobody is told that it was not taken.
    """
    try:
        for letter in filter(None, [submission.letter, submission.copy]):
            if not outbox.post(letter, patience=min(PATIENCE, settings.EMAIL_TIMEOUT)):
                return
    except Exception as fault:
        hindered_by(fault)


def _thank(page, request):
    try:
        key = signing.loads(request.GET[DONE], salt=DONE, max_age=THANKED_FOR)
    except signing.BadSignature:
        return HttpResponseRedirect(request.path)
    submission = page.get_submissions().select_related("letter", "copy", "about").filter(pk=key).first()
    if submission is None:
        return HttpResponseRedirect(request.path)
    words = {**page.get_context(request), "submission": submission}
    return _unkept(TemplateResponse(request, "pages/enquiries/thanks.html", words))


def _shown(request, sheet, status=200):
    words = {**sheet.page.get_context(request), "sheet": sheet, "names": {"ticket": TICKET, "trap": TRAP}}
    words["same"] = sheet.query
    worded.remember(request.path, sheet.form)
    response = TemplateResponse(request, sheet.page.get_template(request), words, status=status)
    return _unkept(response)


def _unkept(response):
    response.headers["Cache-Control"] = "private, no-store"
    return response
