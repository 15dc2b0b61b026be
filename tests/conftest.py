"""The smallest centre there is: one site, one home page."""

import pytest
from wagtail.models import Collection, Locale, Page, Site

from pages.home.models import HomePage


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Plant what Wagtail's own migrations would have planted; tests skip them (see pyproject).

    The idea is django-cast's.
    """
    with django_db_blocker.unblock():
        german = Locale.objects.get_or_create(language_code="de")[0]
        if Page.get_first_root_node() is None:
            Page.add_root(instance=Page(title="Root", slug="root", locale=german))
        if Collection.get_first_root_node() is None:
            Collection.add_root(name="Root")


@pytest.fixture
def home(db):
    """The published home page of "Haus am Park", at /de/."""
    page = Page.get_first_root_node().add_child(instance=HomePage(title="Haus am Park", slug="haus"))
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": "testserver", "root_page": page, "site_name": "Haus am Park"},
    )
    return page
