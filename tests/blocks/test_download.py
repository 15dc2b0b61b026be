import pytest

from tests.make.bricks import shown
from tests.make.pictures import document


@pytest.mark.usefixtures("db", "own_files")
@pytest.mark.parametrize(
    ("code", "name"), [("tr", "Türkçe"), ("", "Deutsch"), ("zz", "zz"), ("zz-zz", "zz-zz")]
)
def test_a_file_is_offered_in_whatever_language_it_says_it_is(code, name):
    file = document(language=code)

    page = shown(("download", {"title": "Satzung", "about": "", "files": [file.pk]}))

    assert page.a["hreflang"] == (code or "de")
    assert f"Satzung, {name} (PDF" in " ".join(page.a.text.split())
