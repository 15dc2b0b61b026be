"""The whole demo centre in one go: all of it, or nothing."""

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from django.utils.translation import override
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry, Page, PageLogEntry, Site
from wagtail.signal_handlers import disable_reference_index_auto_update

from pages.centre.models import Centre
from pages.events import school
from quartier.demo import logins, rooms
from quartier.demo.furnishing import file_documents, hang_pictures, lay_out_snippets
from quartier.demo.notation.faults import at
from quartier.demo.notation.files import read
from quartier.demo.notation.filling import Filler
from quartier.demo.notation.shelf import Shelf
from quartier.demo.posting import post
from quartier.demo.programme import hang_up_calendars
from quartier.operations.founding import BROUGHT_BY_EDITORS, host_and_port
from quartier.operations.roles import create_roles

LOADED = "quartier.demo"
BROUGHT_WITH_EVENTS = ["events.OutsideCalendar", "events.SchoolHoliday", "events.Change", "events.Occurrence"]
BROUGHT_WITH_NEWSLETTERS = ["mailings.Mailing", "subscribers.Subscriber"]
TRANSLATION_MEMORY = ["wagtail_localize.String", "wagtail_localize.Template"]


def is_loaded():
    """Whether this database was made by the demo, whatever was written in it since."""
    return PageLogEntry.objects.filter(action=LOADED).exists()


def load(folder):
    """Build the centre from `folder`/data and `folder`/pictures. Raises Fault, and then leaves no trace."""
    shelf = Shelf()
    try:
        with transaction.atomic(), override(settings.LANGUAGE_CODE):
            with disable_reference_index_auto_update():
                _load(folder, Filler(shelf, timezone.localdate()))
            call_command("rebuild_references_index", verbosity=0)
    except BaseException:
        for model in ("pictures.Picture", "pictures.File"):
            for thing in shelf.all(apps.get_model(model)):
                thing.file.storage.delete(thing.file.name)
        raise


def _load(folder, filler):
    data = folder / "data"
    create_roles()
    user = logins.invite(data)
    hang_pictures(folder / "pictures", filler, user)
    file_documents(data, filler, user)
    lay_out_snippets(data, filler)
    plan, site = rooms.build(data / "pages", filler, user)
    rooms.lay_out_passages(data, filler, user)
    with at("centre.yaml"):
        centre = filler.fill(Centre.for_site(site), read(data / "centre.yaml"))
        centre.save()
    school.fill_in(centre.region)
    # Closed days and holidays are known by now: the dates of events are made while these are published.
    rooms.furnish(plan, filler, user)
    rooms.translate(plan, data, filler, user)
    hang_up_calendars(data, filler)
    post(data, centre, filler, user)
    log(instance=site.root_page.specific, action=LOADED, user=user)


def answer_at(site_url):
    """Let the site carry the address that the demo is served at today."""
    Site.objects.filter(is_default_site=True).update(**host_and_port(site_url))


def clear(folder):
    """Take away everything that the demo brought, and all that was written in it since."""
    usernames = [person["username"] for person in read(folder / "data/users.yaml", list)]
    with transaction.atomic():
        # Translations first: else those of an event would be withdrawn, one by one, before they are deleted.
        for page in Page.get_first_root_node().get_children().specific().order_by("-pk"):
            page.delete()
        Site.objects.all().delete()
        for label in [*BROUGHT_WITH_NEWSLETTERS, *BROUGHT_BY_EDITORS, *BROUGHT_WITH_EVENTS]:
            for thing in apps.get_model(label).objects.all():
                thing.delete()
        get_user_model().objects.filter(username__in=usernames).delete()
        for entries in (PageLogEntry, ModelLogEntry, *map(apps.get_model, TRANSLATION_MEMORY)):
            entries.objects.all().delete()
