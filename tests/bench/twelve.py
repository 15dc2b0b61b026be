"""Founds a house with one plain page of twelve bricks: `python -m tests.bench.twelve`. Prints its address."""

import django
from django.conf import settings
from django.core.management import call_command

WORDS = "<p>Wir beraten Sie zu Miete, Arbeit und Familie. Kommen Sie vorbei, es kostet nichts.</p>"


def build():
    django.setup()
    from wagtail.models import Site  # noqa: PLC0415

    from quartier.operations.founding import found  # noqa: PLC0415
    from tests.make.bricks import stack  # noqa: PLC0415  (settings are named by then)
    from tests.make.pages import plain_page  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    call_command("catalogues", compile=True, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    found("Haus am Park", settings.SITE_URL)
    bricks = [
        brick
        for number in range(6)
        for brick in (("heading", {"text": f"Abschnitt {number}", "level": 2}), ("text", WORDS * 3))
    ]
    home = Site.objects.get().root_page.specific
    page = plain_page(home, "Beratung", summary="Rat für alle.", body=stack(*bricks))
    page.save_revision().publish()
    print(page.url)


if __name__ == "__main__":
    build()
