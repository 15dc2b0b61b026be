"""Founds the house that machines share: `python -m tests.beyond.house RECIPIENTS DATA_DIR …` (of each)."""

import json
import sys
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command
from django.utils import timezone


class WithoutMigrations:
    """Tables are made from the models."""

    def __contains__(self, app):
        return True

    def __getitem__(self, app):
        return None


def main(recipients, *machines):
    settings.MIGRATION_MODULES = WithoutMigrations()
    call_command("migrate", run_syncdb=True, verbosity=0)
    MigrationRecorder(connection).ensure_schema()
    Page.add_root(instance=Page(title="Root", slug="root", locale=Locale.objects.create(language_code="de")))
    Collection.add_root(name="Root")
    found("Haus am Park", settings.SITE_URL)
    home = HomePage.objects.get()
    page = home.add_child(instance=StandardPage(title="Über uns", slug="ueber-uns"))
    page.save_revision().publish()
    rita = editor("rita")
    rita.set_password("nur fuer den Test 1")
    rita.save()
    subscribers(recipients)
    for data in machines:  # both are known before anything is sent
        settings.DATA_DIR = Path(data)
        installation.look(timezone.now())
    started = mailing(now=timezone.now())
    for number in range(20):
        outbox.put(f"brief{number}@post.example", "Betreff", "Text")
    print(json.dumps({"page": page.pk, "mailing": started.pk}))


if __name__ == "__main__":
    django.setup()
    from django.db import connection
    from django.db.migrations.recorder import MigrationRecorder
    from wagtail.models import Collection, Locale, Page

    from pages.home.models import HomePage
    from pages.letters import outbox
    from pages.mailings import installation
    from pages.standard.models import StandardPage
    from quartier.operations.founding import found
    from tests.make.editing import editor
    from tests.make.mailings import mailing, subscribers

    main(int(sys.argv[1]), *sys.argv[2:])
