"""An issue is sent: published if need be, written in each language, frozen together with who gets it."""

import logging

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from pages.mailings import planning
from pages.mailings.desk import logged
from pages.mailings.models import Plan
from pages.mailings.starting import start
from pages.newsletters.composing import compose
from pages.newsletters.composing.checking import check
from pages.newsletters.composing.checking.findings import ERROR
from pages.newsletters.composing.writing import centre_of
from pages.newsletters.corrections.noting import note
from pages.newsletters.models import NewsletterPage
from pages.newsletters.sending.recipients import recipients

log = logging.getLogger(__name__)


class TakenBackError(Exception):
    """The plan was taken back, or put off, while it was being carried out."""


def publish(issue, revision=None, user=None):
    """Publish this revision, or the latest: the mail links to it. Answers with the page as it is then."""
    revision = revision or issue.get_latest_revision() or issue.save_revision(user=user)
    revision.publish(user=user)
    return NewsletterPage.objects.get(pk=issue.pk)


def errors(issue) -> list:
    """What stands against sending it."""
    return [finding for finding in check(issue) if finding.level == ERROR]


def begin(issue, *, user=None, occasion="", now=None, plan=None):
    """The mailing of a published issue. Twice for the same occasion, it is the one that there is already.

    With a `plan`, that is fulfilled in the same moment, or nothing happens; raises TakenBackError if it is
    not due any more.
    """
    now = now or timezone.now()
    contents = {code: compose(issue, code, now) for code in centre_of(issue).spoken}
    with transaction.atomic():
        if plan and not Plan.objects.filter(pk=plan.pk, starts_at__lte=now, trouble="").delete()[0]:
            raise TakenBackError
        mailing = start(
            issue, contents, recipients(issue), name=issue.title, user=user, now=now, occasion=occasion
        )
        note(mailing, issue, now)
    return mailing


def begin_due(now=None) -> int:
    """Send the issues whose planned time has come; how many. What troubles one of them stops no other."""
    now = now or timezone.now()
    with override(settings.LANGUAGE_CODE):
        for plan in planning.missed(now):
            planning.wait_for_a_person(plan, _("Nothing was at work at that time."))
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
        plan.delete()
        return False
    if plan.revision and _is_older(issue, plan.revision):
        issue = publish(issue, plan.revision, plan.made_by)
    if not issue.live:
        planning.wait_for_a_person(plan, _("The issue is not public any more."))
        return False
    if found := errors(issue):
        planning.wait_for_a_person(plan, found[0].text)
        return False
    mailing = begin(issue, user=plan.made_by, occasion=plan.occasion, now=now, plan=plan)
    logged.note("start", mailing, plan.made_by)
    logged.note("start", issue, plan.made_by)
    return True


def _is_older(issue, revision):
    """Whether what is public is older than what somebody looked at when they planned to send it."""
    return not issue.live or not issue.live_revision or issue.live_revision.created_at < revision.created_at
