"""A house is founded: Wagtail's welcome page makes room for a home page and a site of our own."""

from urllib.parse import urlsplit

from django.apps import apps
from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Page, Site

from pages.announcements.models import NewsPage
from pages.centre.models import Centre
from pages.home.models import HomePage
from pages.newsletters.models import NewsletterIndexPage
from pages.standard.founding import create_legal_pages
from quartier.operations.roles import create_roles

PORTS = {"http": 80, "https": 443}
BROUGHT_BY_EDITORS = [
    *("places.Room", "places.Place", "pictures.Picture", "pictures.File"),
    *("topics.Topic", "topics.Audience"),
    *("people.Person", "centre.OpeningHours", "passages.Passage", "easy.GlossaryWord"),
    "events.OutsideCalendar",
]


class InhabitedError(Exception):
    """Someone lives here already; says what was found."""


def found(name, site_url):
    """A new house: home page, site, roles, a place for news, and the pages that the law asks for.

    Answers with the drafts of these. Raises InhabitedError where there is content.
    """
    if there := contents():
        raise InhabitedError(there)
    with transaction.atomic(), override(settings.LANGUAGE_CODE):
        site = open_house(HomePage(title=name, slug="home", greeting=_("Welcome! Come on in.")), site_url)
        site.root_page.specific.save_revision().publish()
        open_news(site.root_page.specific)
        Centre.objects.create(site=site, name=name, languages=["de-simple"])  # facts need no translator
        create_roles()
        home = site.root_page.specific
        _lay_out_newsletter(home)
        return create_legal_pages(home)


def _lay_out_newsletter(home):
    """As a draft: who wants no newsletter has none in the menu, and deletes it or leaves it."""
    page = NewsletterIndexPage(title=_("Newsletter"), slug="newsletter", locale=home.locale, live=False)
    home.add_child(instance=page)
    page.save_revision()


def open_news(home):
    """A list of news, empty and published: who has to say something urgent has no time to make one."""
    page = home.add_child(instance=NewsPage(title=_("News"), show_in_menus=True, locale=home.locale))
    page.save_revision().publish()


def contents():
    """What editors have brought in already, in words; empty for a fresh database."""
    pages = Page.objects.filter(depth__gt=1).exclude(depth=2, numchild=0, content_type__model="page")
    counts = [(pages.count(), Page)]
    counts += [(model.objects.count(), model) for model in map(apps.get_model, BROUGHT_BY_EDITORS)]
    with override("en"):
        return ", ".join(f"{count} {model._meta.verbose_name_plural}" for count, model in counts if count)


def open_house(home, site_url):
    """Put `home`, not yet saved, in place of Wagtail's welcome page, and open a site at the address."""
    root = Page.get_first_root_node()
    for welcome in root.get_children():
        welcome.delete()
    root.refresh_from_db()
    root.add_child(instance=home)
    here = host_and_port(site_url)
    return Site.objects.create(root_page=home, is_default_site=True, site_name=home.title, **here)


def host_and_port(site_url):
    """An address in the two parts that Wagtail's sites keep."""
    parts = urlsplit(site_url)
    return {"hostname": parts.hostname, "port": parts.port or PORTS[parts.scheme]}
