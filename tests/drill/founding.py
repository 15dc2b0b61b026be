"""A small house for short drills: `python -m tests.drill.founding` tells where its pages are."""

import json

import django
from django.conf import settings
from django.core.management import call_command

PASSWORD = "nur fuer den Test 1"
EDITORS = ["rita", "mina", "kim", "vera"]


class WithoutMigrations:
    """Tables are made from the models."""

    def __contains__(self, app):
        return True

    def __getitem__(self, app):
        return None


def main():
    settings.MIGRATION_MODULES = WithoutMigrations()
    call_command("migrate", run_syncdb=True, verbosity=0)
    MigrationRecorder(connection).ensure_schema()
    Page.add_root(instance=Page(title="Root", slug="root", locale=Locale.objects.create(language_code="de")))
    Collection.add_root(name="Root")
    found("Haus am Park", settings.SITE_URL)
    Centre.objects.update(phone="030 5550-100", mail="haus@haus.example")
    home = HomePage.objects.get()
    pages = [home.add_child(instance=StandardPage(title=f"Seite {n}", slug=f"seite-{n}")) for n in range(9)]
    form = form_page(home, title="Schreiben Sie uns", slug="schreiben")
    for page in [*pages, form]:
        page.save_revision().publish()
    for name in EDITORS:
        user = editor(name)
        user.set_password(PASSWORD)
        user.save()
    print(json.dumps({"pages": [page.pk for page in pages], "form": "/de/schreiben/"}))


if __name__ == "__main__":
    django.setup()
    from django.db import connection
    from django.db.migrations.recorder import MigrationRecorder
    from wagtail.models import Collection, Locale, Page

    from pages.centre.models import Centre
    from pages.home.models import HomePage
    from pages.standard.models import StandardPage
    from quartier.operations.founding import found
    from tests.make.editing import editor
    from tests.make.enquiries import form_page

    main()
