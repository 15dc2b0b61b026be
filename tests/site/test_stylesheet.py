import pytest

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
    assert "@layer blocks { .quote {" in css
    assert f'url("../{storage.stored_name("img/dot.svg")}")' in css
    assert "words" not in css
