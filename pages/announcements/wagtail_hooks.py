"""What announcements add to the editor's side: the way to the notice for the door, and a word of warning."""

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.userbar import BaseItem
from wagtail.admin.widgets import Button

from pages.announcements.models import AnnouncementPage
from pages.announcements.spoken import validity
from pages.autosave import is_autosave
from pages.wording import plain


def address(page):
    """Where the notice for the door is; empty for a page that readers cannot reach yet."""
    url = page.live and page.get_url()
    return f"{url}aushang/" if url else ""


@hooks.register("register_page_header_buttons")
def print_from_the_form(page, user, view_name, next_url=None):
    own = page.specific_deferred
    if isinstance(own, AnnouncementPage) and (url := address(own)):
        yield Button(
            _("Notice for the door"), url, icon_name="doc-full", priority=12, attrs={"target": "_blank"}
        )


class NoticeItem(BaseItem):
    """From the page to the sheet of paper."""

    template_name = "wagtailadmin/announcements/userbar.html"

    def __init__(self, url):
        super().__init__()
        self.url = url


@hooks.register("construct_wagtail_userbar")
def print_from_the_page(request, items, page):
    if request and isinstance(page, AnnouncementPage) and page.pk and (url := address(page)):
        items.append(NoticeItem(url))


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def say_what_nobody_will_see(request, page):
    """After a save that the editor asked for; not after the silent ones in between."""
    if is_autosave(request) or not isinstance(page, AnnouncementPage):
        return
    now = timezone.now()
    if page.ends and page.ends <= now:
        messages.warning(request, _("The end is in the past: this announcement stands in the archive only."))
    elif page.starts and page.starts > now:
        messages.info(request, _("Nobody sees it before: %(times)s.") % {"times": _plain(page, now)})


def _plain(page, now):
    return plain(validity(page.starts, page.ends, now))
