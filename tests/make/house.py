"""A house that nobody lives in yet, and one with its first page and those who write there."""

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from wagtail.models import Collection, Locale, Page

from pages.home.models import HomePage
from quartier.operations.founding import found
from tests.make.editing import editor

PASSWORD = "nur fuer den Test 1"


def plant():
    """What has to be there before there is a house; a test with real transactions leaves nothing of it."""
    german = Locale.objects.get_or_create(language_code="de")[0]
    if Page.get_first_root_node() is None:
        Page.add_root(instance=Page(title="Root", slug="root", locale=german))
    if Collection.get_first_root_node() is None:
        Collection.add_root(name="Root")


def founded(*editors):
    """Its home page, in an empty database without tables (`tests.make.tables`)."""
    call_command("migrate", run_syncdb=True, verbosity=0)
    MigrationRecorder(connection).ensure_schema()
    plant()
    found("Haus am Park", settings.SITE_URL)
    for name in editors:
        user = editor(name)
        user.set_password(PASSWORD)
        user.save()
    return HomePage.objects.get()
