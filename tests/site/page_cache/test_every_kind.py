"""Every kind of page is the same for everybody, and kept; or it says that it is for one reader alone."""

import pytest
from wagtail.models import Locale, Page

from tests.make.copies import Reader
from tests.make.street import house

FURTHER = ["/", "/robots.txt", "/sitemap.xml", "/favicon.ico", "/de/suche/", "/de/gibtsnicht/"]


@pytest.mark.usefixtures("own_files")
def test_every_kind_of_page_is_kept_or_tells_why_not(home, own_folder):
    Locale.objects.get_or_create(language_code="en")
    house(home, lambda page: page)
    first, second = Reader(), Reader()
    shown = {page.specific_class: page.get_url() for page in Page.objects.live().exclude(depth=1)}

    for kind, address in [*shown.items(), *((None, address) for address in FURTHER)]:
        made, kept = first.get(address), first.get(address)
        second.version.bump()
        anew = second.get(address)
        if kind is not None and kind.__name__ == "FormPage":
            assert made.headers["Cache-Control"].startswith("private"), address
            continue
        assert (made.how, kept.how, anew.how) == ("miss", "hit", "miss"), address
        assert made.body == kept.body == anew.body, address

    assert len(shown) > 12


def test_what_somebody_looks_for_is_kept_nowhere(home, own_folder):
    reader = Reader()

    answers = [reader.get("/de/suche/?q=Schulden") for _ in range(2)]

    assert [answer.how for answer in answers] == ["pass", "pass"]
    assert not any("Schulden" in copy.url for _name, copy in reader.keeper.shelves.every())
