"""A message is taken in: answers, files and the letters that tell of it, all or nothing."""

import datetime
from decimal import Decimal

from django.db import IntegrityError, transaction
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from pages.enquiries.building import CONSENT, COPY
from pages.enquiries.intake import limits, telling
from pages.enquiries.intake.uploads import KINDS, digest, kind_of, safe_name
from pages.enquiries.models.submission import Attachment, Submission
from pages.phrasing import dated, listed


class TooMuchError(Exception):
    """The sender has sent as much as anybody may today."""


class AlreadySentError(Exception):
    """Something else was sent with the same form before."""


def receive(page, form, ticket, sender, about, now):
    """The submission of a valid form; the one that is there already if the same was sent twice.

    Raises TooMuchError or AlreadySentError.
    """
    if earlier := _earlier(ticket, form):
        return earlier
    try:
        with transaction.atomic():
            if limits.is_over(sender, now):
                raise TooMuchError
            limits.note(sender, now)
            return _store(page, form, ticket, about)
    except IntegrityError:
        if earlier := _earlier(ticket, form):
            return earlier
        raise


def _earlier(ticket, form):
    submission = Submission.objects.filter(ticket=ticket.number).first()
    if submission and _data(form) != submission.form_data:
        raise AlreadySentError
    return submission


def _store(page, form, ticket, about):
    entries = [_entry(name, form) for name in form.answers]
    mail = form.mail()
    submission = Submission.objects.create(
        page=page,
        ticket=ticket.number,
        form_data=_data(form),
        entries=entries,
        mail=mail,
        about=about,
        about_title=about.title if about else "",
        consent=page.consent if form.cleaned_data.get(CONSENT) else "",
        words="\n".join([*(entry["words"] for entry in entries), about.title if about else ""]).casefold(),
    )
    for name, answer in form.answers.items():
        if answer and hasattr(answer, "chunks"):
            _keep(submission, name, answer)
    submission.letter = telling.tell_the_house(page, submission)
    if mail and form.cleaned_data.get(COPY):
        submission.copy = telling.tell_the_sender(page, submission)
    submission.save(update_fields=["letter", "copy"])
    return submission


def _keep(submission, field, file):
    ending = kind_of(file)
    name, size, mark = safe_name(file.name, ending), file.size, digest(file)
    file.seek(0)
    Attachment.objects.create(
        submission=submission, field=field, name=name, kind=KINDS[ending], size=size, digest=mark, file=file
    )


def _data(form):
    return {name: _plain(answer) for name, answer in form.answers.items()}


def _plain(answer):
    """An answer as it is kept: texts, truth, and lists of texts."""
    if hasattr(answer, "chunks"):
        return f"{safe_name(answer.name, kind_of(answer))} ({digest(answer)[:12]})"
    if isinstance(answer, datetime.date):
        return answer.isoformat()
    if isinstance(answer, Decimal):
        return format(answer.normalize(), "f")
    return "" if answer is None else answer


def _entry(name, form):
    field, answer = form.fields[name], form.cleaned_data[name]
    return {"name": name, "label": str(field.label), "words": _words(answer)}


def _words(answer):
    """An answer as it is read."""
    if isinstance(answer, bool):
        return _("yes") if answer else _("no")
    if isinstance(answer, list):
        return listed(answer)
    if isinstance(answer, datetime.date):
        return dated(answer)
    if isinstance(answer, Decimal):
        return number_format(answer.normalize(), use_l10n=True)
    if hasattr(answer, "chunks"):
        return safe_name(answer.name, kind_of(answer))
    return str(answer or "")
