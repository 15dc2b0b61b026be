"""An issue as a whole: its sender, its subject, what it tells of, how large it is."""

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from blocks.blanks import filled
from blocks.reading import language_of
from pages.blanks import blanks_of
from pages.events.choices import State
from pages.newsletters.composing.checking.bodies import of_body, of_picture
from pages.newsletters.composing.checking.findings import ERROR, INFO, WARNING, Finding, sorted_findings
from pages.newsletters.composing.checking.reading import readings
from pages.newsletters.composing.writing import compose
from pages.newsletters.entries import entries
from pages.newsletters.kinds import ANNOUNCEMENTS, EVENTS
from pages.wording import plain

SHOWN_EVERYWHERE, LARGEST = 50, 100_000
"""Characters of a subject that phones show; bytes of HTML below which no mail program cuts."""


def check(issue, now=None) -> list[Finding]:
    """All findings for an issue, which may be a draft in memory; in the active language, the worst first."""
    now = now or timezone.now()
    told = entries(issue, now)
    checks = [
        _sender(),
        _subject(issue),
        _blanks(issue),
        _is_public(issue),
        _is_not_put_off(issue, now),
        _items(issue, told),
        of_body(issue),
        of_picture(issue.picture, pgettext("part of an issue", "picture")),
        _dates(told, now),
        _size(issue, now),
        _languages(issue),
    ]
    return sorted_findings(finding for found in checks for finding in found)


def _sender():
    if not settings.DEFAULT_FROM_EMAIL:
        yield Finding(ERROR, _("Nobody has set who the mail comes from. The operator sets MAIL_FROM."))


def _subject(issue):
    where, subject = _("subject"), filled(issue.subject) or filled(issue.title)
    if not subject:
        yield Finding(ERROR, _("There is no subject."), where)
    elif len(subject) > SHOWN_EVERYWHERE:
        yield Finding(WARNING, _too_long(len(subject)), where)


def _too_long(length):
    words = ngettext(
        "The subject has %(number)d character.", "The subject has %(number)d characters.", length
    )
    more = _("Phones show about %(most)d.") % {"most": SHOWN_EVERYWHERE}
    return f"{words % {'number': length}} {more}"


def _blanks(issue):
    for blank in blanks_of(issue):
        yield Finding(ERROR, _("Still to be filled in: %(blank)s") % {"blank": blank})


def _is_public(issue):
    """The link to the web version must lead somewhere."""
    if not issue.original.live:
        words = _("The issue is not published yet: the link to the web version would lead nowhere.")
        yield Finding(WARNING, words)
    elif issue.original.has_unpublished_changes:
        yield Finding(WARNING, _("There are changes that are not published yet."))
    if issue.pk and issue.original.get_view_restrictions().exists():
        yield Finding(ERROR, _("Not everybody may read the issue: it is protected."))


def _is_not_put_off(issue, now):
    """Sending publishes it: what has a later time of its own would stay closed behind the link."""
    if issue.go_live_at and issue.go_live_at > now:
        words = _("By its schedule the issue becomes public only later. Please take that time out there.")
        yield Finding(ERROR, words)


def _items(issue, told):
    ticked = [item for item in issue.original.items.all() if item.is_in]
    if not ticked and not issue.body:
        yield Finding(ERROR, _("There is nothing in it."))
    elif not ticked:
        yield Finding(WARNING, _("It tells of no event, service or page."))
    shown = {entry.item.about_id for entry in told}
    for item in ticked:
        if item.about_id not in shown:
            words = _("It is left out, since not everybody may read it (any more).")
            yield Finding(WARNING, words, str(item.about))


def _dates(told, now):
    for entry in told:
        if words := DATES.get(entry.kind, _nothing)(entry, now):
            yield Finding(WARNING, words, plain(entry.title))


def _of_event(entry, now):
    ahead = [date for date in entry.dates if date.until > now]
    if not ahead:
        return _("The event is over.")
    if any(date.state == State.SCHEDULED for date in ahead):
        return ""
    return _("The event is cancelled or put off: the mail says so.")


def _of_announcement(entry, now):
    return _("The announcement no longer holds.") if entry.page.ends and entry.page.ends <= now else ""


def _nothing(entry, now):
    return ""


DATES = {EVENTS: _of_event, ANNOUNCEMENTS: _of_announcement}


def _size(issue, now):
    size = len(compose(issue, language_of(issue), now).html.encode())
    if size > LARGEST:
        words = _(
            "The mail is too large (%(size)d kB of %(most)d): "
            "some mail programs cut it off. Please tell less."
        )
        yield Finding(ERROR, words % {"size": size // 1000, "most": LARGEST // 1000})


def _languages(issue):
    for reading in readings(issue):
        said = []
        if not reading.is_translated:
            said.append(_("The texts of the issue are not translated: readers get the original."))
        if reading.untranslated:
            said.append(reading.in_words)
        if said:
            yield Finding(INFO, " ".join(said), reading.name)
