"""A small house for short drills: `python -m tests.drill.founding` tells where its pages are."""

import json

from tests.make import tables

EDITORS = ["rita", "mina", "kim", "vera"]


def main():
    home = founded(*EDITORS)
    Centre.objects.update(phone="030 5550-100", mail="haus@haus.example")
    pages = [home.add_child(instance=StandardPage(title=f"Seite {n}", slug=f"seite-{n}")) for n in range(9)]
    form = form_page(home, title="Schreiben Sie uns", slug="schreiben")
    for page in [*pages, form]:
        page.save_revision().publish()
    print(json.dumps({"pages": [page.pk for page in pages], "form": "/de/schreiben/"}))


if __name__ == "__main__":
    tables.begin()
    from pages.centre.models import Centre
    from pages.standard.models import StandardPage
    from tests.make.enquiries import form_page
    from tests.make.house import founded

    main()
