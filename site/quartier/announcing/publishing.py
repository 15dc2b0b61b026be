"""What is told everybody at once: published in one step, ended or prolonged in one more. All of it is logged.

Whoever calls has made sure that the user may do so; Wagtail's own right to publish is not needed for it.
"""

from django.db import transaction
from django.utils.html import escape, linebreaks
from django.utils.translation import override
from wagtail.log_actions import log
from wagtail.models import Page

from pages.announcements.choices import Sentence
from pages.announcements.models import AnnouncementPage
from pages.locking import lock
from quartier.announcing.rights import MADE

END, PROLONG = f"{MADE}.end", f"{MADE}.prolong"


@transaction.atomic
def publish(news, user, key, **facts):
    """One notice for each key, however often it is asked for; with it, whether it was made by this.

    The list of news is locked: of two who press a button at once the second finds what the first has made.
    """
    lock(Page, pk=news.pk)
    if there := AnnouncementPage.objects.filter(translation_key=key).order_by("pk").first():
        return there, False
    page = notice(news, user, **facts)
    page.translation_key = key
    type(news).objects.get(pk=news.pk).add_child(instance=page)
    log(instance=page, action="wagtail.create", user=user)
    log(instance=page, action=MADE, user=user)
    _publish(page, user)
    return page, True


def notice(news, user=None, *, more="", **facts):
    """What would be published, not saved; its title in the language of the list."""
    with override(news.locale.language_code):
        title = facts.pop("title", "") or str(Sentence(facts["sentence"]).label)
    body = [{"type": "text", "value": linebreaks(escape(more))}] if more else []
    return AnnouncementPage(title=title, body=body, owner=user, locale=news.locale, live=False, **facts)


def end(page, user, now):
    """From now on it stands in the archive only. Drafts know no parts of a second."""
    _change(page, user, END, ends=now.replace(microsecond=0))


def prolong(page, user, ends):
    """It holds until then, whether it was over or not."""
    _change(page, user, PROLONG, ends=ends)


def show_again(page, user, shown, ends):
    """What was withdrawn or is over is told once more."""
    _change(page, user, PROLONG, shown=shown, ends=ends)


@transaction.atomic
def _change(page, user, action, **facts):
    """Published without what somebody else has drafted meanwhile, which stays a draft."""
    lock(Page, pk=page.pk)
    page = AnnouncementPage.objects.get(pk=page.pk)
    draft = page.get_latest_revision_as_object() if page.has_unpublished_changes and page.live else None
    _set(page, facts)
    _publish(page, user)
    log(instance=page, action=action, user=user)
    if draft:
        _set(draft, facts)
        draft.save_revision(user=user, clean=False)


def _set(page, facts):
    for name, value in facts.items():
        setattr(page, name, value)


def _publish(page, user):
    page.save_revision(user=user).publish(user=user, skip_permission_checks=True)
