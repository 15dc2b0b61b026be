"""Fills the bare house: `python -m tests.bench.bare.house`."""

import django
from django.core.management import call_command


def build():
    django.setup()
    call_command("migrate", verbosity=0)
    from wagtail.models import Site  # noqa: PLC0415  (settings are named by then)

    from tests.bench.bare.models import BarePage  # noqa: PLC0415

    home = Site.objects.get().root_page
    home.add_child(instance=BarePage(title="Kontakt", slug="kontakt", live=True))


if __name__ == "__main__":
    build()
