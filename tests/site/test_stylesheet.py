from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.contrib.staticfiles import finders

from quartier.stylesheet import OneStylesheetStorage


@pytest.fixture
def collected(tmp_path, settings):
    """Collects `files`, given as path to text, and answers with the storage."""
    settings.DEBUG = False

    def collect(files):
        storage = OneStylesheetStorage(location=tmp_path)
        for path, text in files.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text)
        processed = list(storage.post_process({path: (storage, path) for path in files}))
        assert not [outcome for *_names, outcome in processed if isinstance(outcome, Exception)]
        return storage

    return collect


def test_many_sheets_arrive_as_one_each_in_its_layer(collected):
    storage = collected(
        {
            "css/site.css": '@layer base, blocks;\n@import "blocks/quote.css" layer(blocks);\n',
            "css/blocks/quote.css": '/* words */\n.quote { background: url("../../img/dot.svg"); }',
            "img/dot.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
        }
    )

    with storage.open(storage.stored_name("css/site.css")) as sheet:
        css = sheet.read().decode()

    assert "@import" not in css
    assert "@layer blocks{.quote{" in css
    assert f'url("../{storage.stored_name("img/dot.svg")}")' in css
    assert "words" not in css


def test_what_only_paper_needs_is_a_sheet_of_its_own_that_wins_in_the_last_layer(collected):
    storage = collected({"css/print.css": Path(finders.find("css/print.css")).read_text()})

    with storage.open(storage.stored_name("css/print.css")) as file:
        css = file.read().decode()

    assert css.startswith("@layer utilities{@page{")
    assert "@media" not in css


def test_nobody_waits_for_the_sheet_of_the_printer(client, home):
    page = BeautifulSoup(client.get("/de/").content, "html.parser")

    sheets = page.find_all("link", rel="stylesheet")
    assert [(sheet["href"], sheet.get("media")) for sheet in sheets] == [
        ("/static/css/site.css", None),
        ("/static/css/print.css", "print"),
    ]
