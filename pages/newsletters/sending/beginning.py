"""An issue is sent: published if it is not, written in each language, and frozen together with who gets it."""

import logging

from django.db import transaction
from django.utils import timezone

from pages.mailings import planning
from pages.mailings.desk import logged
from pages.mailings.models import Plan
from pages.mailings.starting import start
from pages.newsletters.composing import compose
from pages.newsletters.composing.checking import check
from pages.newsletters.composing.writing import centre_of, languages_of
from pages.newsletters.corrections.noting import note
from pages.newsletters.models import NewsletterPage
from pages.newsletters.sending.recipients import recipients

log = logging.getLogger(__name__)


class TakenBackError(Exception):
    """The plan was taken back, or put off, while it was being carried out."""


def publish(issue, revision=None, user=None):
    """Let the link to the web version lead somewhere: publish this revision, or the latest; answers with it."""
    revision = revision or issue.get_latest_revision() or issue.save_revision(user=user)
    revision.publish(user=user)
    return NewsletterPage.objects.get(pk=issue.pk)


def errors(issue) -> list:
    """What stands against sending it."""
    return [finding for finding in check(issue) if finding.level == "error"]


def begin(issue, *, user=None, occasion="", now=None, plan=None):
    """The mailing of a published issue. Twice for the same occasion, it is the one that there is already.

    With a `plan`, that is fulfilled in the same moment, or nothing happens; raises TakenBackError if it is
    not due any more.
    """
    now = now or timezone.now()
    contents = {code: compose(issue, code, now) for code in languages_of(centre_of(issue))}
    with transaction.atomic():
        if plan and not Plan.objects.filter(pk=plan.pk, starts_at__lte=now, trouble="").delete()[0]:
            raise TakenBackError
        mailing = start(
            issue, contents, recipients(issue), name=issue.title, user=user, now=now, occasion=occasion
        )
        note(mailing, issue, now)
    return mailing


def begin_due(now=None) -> int:
    """Send the issues whose planned time has come; how many. What one of them is troubled by stops no other."""
    now = now or timezone.now()
    for plan in planning.missed(now):
        planning.wait_for_a_person(plan, MISSED)
    return sum(_carry_out(plan, now) for plan in planning.due(now))


def _carry_out(plan, now):
    try:
        return _begin(plan, now)
    except TakenBackError:
        return False
    except Exception:  # it is tried again until somebody is told that it is too late
        log.exception("The planned newsletter %s could not be sent.", plan.pk)
        return False


def _begin(plan, now):
    issue = NewsletterPage.objects.filter(pk=plan.page_id).first()
    if issue is None:
        return bool(plan.delete()) and False
    if not issue.live:
        issue = publish(issue, plan.revision, plan.made_by)
    if found := errors(issue):
        planning.wait_for_a_person(plan, found[0].text)
        return False
    mailing = begin(issue, user=plan.made_by, occasion=plan.occasion, now=now, plan=plan)
    logged.note("start", mailing, plan.made_by)
    logged.note("start", issue, plan.made_by)
    return True
