"""A message is taken in: answers, files and the letters that tell of it, all or nothing."""

import datetime
from contextlib import contextmanager, suppress
from decimal import Decimal

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from pages.enquiries.asking import consent
from pages.enquiries.building import CONSENT, COPY
from pages.enquiries.intake import limits, telling
from pages.enquiries.intake.uploads import KINDS, digest, kind_of, safe_name
from pages.enquiries.models.submission import Attachment, Submission
from pages.outage import Cause, cause_of
from pages.phrasing import dated, listed
from pages.wording import plain


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
        with files_of(transaction.atomic()) as files:
            if limits.is_over(sender, now):
                raise TooMuchError
            limits.note(sender, now)
            return _store(page, form, ticket, about, files)
    except IntegrityError:
        if earlier := _earlier(ticket, form):
            return earlier
        raise


@contextmanager
def files_of(transaction):
    """A list for the files that a transaction writes: they go where it fails.

    Unless the database was lost, perhaps when all was done: then strays are left to the daily sweep.
    """
    files = []
    try:
        with transaction:
            yield files
    except BaseException as fault:
        for file in files if cause_of(fault) is not Cause.DATABASE else ():
            with suppress(OSError):
                file.storage.delete(file.name)
        raise


def _earlier(ticket, form):
    submission = Submission.objects.filter(ticket=ticket.number).first()
    if submission and _data(form) != submission.form_data:
        raise AlreadySentError
    return submission


def _store(page, form, ticket, about, files):
    """Kept in the words of the original, whatever language the sender reads."""
    entries, about_title = _entries(page, form), about.original.title if about else ""
    mail = form.mail()
    submission = Submission.objects.create(
        page=page.original,
        ticket=ticket.number,
        form_data=_data(form),
        entries=entries,
        mail=mail,
        about=about and about.original,
        about_title=about_title,
        consent=plain(consent(page)) if form.cleaned_data.get(CONSENT) else "",
        words="\n".join([*(entry["words"] for entry in entries), about_title]).casefold(),
    )
    for name, answer in form.answers.items():
        if answer and hasattr(answer, "chunks"):
            files.append(_keep(submission, name, answer))
    submission.letter = telling.tell_the_house(page, submission)
    if mail and form.cleaned_data.get(COPY):
        told = [_entry(name, form) for name in form.answers]
        submission.copy = telling.tell_the_sender(page, submission, told, about)
    submission.save(update_fields=["letter", "copy"])
    return submission


def _keep(submission, field, file):
    ending = kind_of(file)
    name, size, mark = safe_name(file.name, ending), file.size, digest(file)
    file.seek(0)
    return Attachment.objects.create(
        submission=submission, field=field, name=name, kind=KINDS[ending], size=size, digest=mark, file=file
    ).file


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


def _entries(page, form):
    """As those read them who answer."""
    labels = {field.clean_name: field.label for field in page.original.get_form_fields()}
    with override(settings.LANGUAGE_CODE):
        return [
            {"name": name, "label": labels.get(name, name), "words": _words(answer)}
            for name, answer in form.answers.items()
        ]


def _entry(name, form):
    """As the sender has read it."""
    field, answer = form.fields[name], form.cleaned_data[name]
    names = {choice: plain(words) for choice, words in getattr(field, "choices", ())}
    if isinstance(answer, list):
        answer = [names.get(each, each) for each in answer]
    elif isinstance(answer, str):
        answer = names.get(answer, answer)
    return {"name": name, "label": plain(field.label), "words": _words(answer)}


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
