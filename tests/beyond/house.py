"""Founds the house that machines share: `python -m tests.beyond.house RECIPIENTS DATA_DIR …` (of each)."""

import json
import sys
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from tests.make import tables


def main(recipients, *machines):
    page = founded("rita").add_child(instance=StandardPage(title="Über uns", slug="ueber-uns"))
    page.save_revision().publish()
    subscribers(recipients)
    for data in machines:  # both are known before anything is sent
        settings.DATA_DIR = Path(data)
        installation.look(timezone.now())
    started = mailing(now=timezone.now())
    for number in range(20):
        outbox.put(f"brief{number}@post.example", "Betreff", "Text")
    print(json.dumps({"page": page.pk, "mailing": started.pk}))


if __name__ == "__main__":
    tables.begin()
    from pages.letters import outbox
    from pages.mailings import installation
    from pages.standard.models import StandardPage
    from tests.make.house import founded
    from tests.make.mailings import mailing, subscribers

    main(int(sys.argv[1]), *sys.argv[2:])
