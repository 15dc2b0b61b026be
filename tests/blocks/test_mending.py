"""A text that was written past the editor can be changed in the editor, whatever it looks like."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from wagtail.admin.rich_text import get_rich_text_editor_widget
from wagtail.models import Page

from blocks.prose import FEATURES
from pages.standard.models import StandardPage
from tests.make.bricks import stack
from tests.make.pages import plain_page

TEXTS = [
    ("<p>Der <b>Chor singt</p><p>am Montag</p>", ["Der Chor singt", "am Montag"]),
    ("<p>Der Chor</b> singt", ["Der Chor singt"]),
    ("<p>Ein <i><b>Wort</i></b> mehr</p>", ["Ein Wort mehr"]),
    ("<ul><li>Brot<li>Salz</ul>", ["Brot", "Salz"]),
    ("<li>Brot</li>", ["Brot"]),
    ("<b><p>Der Chor singt</p></b>", ["Der Chor singt"]),
    ("<p>am Montag<br>um drei</p>", ["am Montag\num drei"]),
    ('<p>Mehr <a linktype="page">im Haus</a></p>', ["Mehr", "im Haus"]),
    ('<p>a < b <embed embedtype="x"></p>', ["a < b"]),
]
PIECES = [
    "<p>",
    "</p>",
    "<b>",
    "</b>",
    "<i>",
    "<ul>",
    "<ol>",
    "</ul>",
    "<li>",
    "</li>",
    "<br>",
    "<td>",
    "<hr>",
]
PIECES += [
    '<a href="https://haus.example">',
    "<a>",
    "</a>",
    '<a linktype="document">',
    "<!--",
    "<embed>",
    "Wort ",
    "&",
]


def opened(html):
    """The paragraphs and lines that the editor shows."""
    shown = json.loads(get_rich_text_editor_widget(features=FEATURES).format_value(html))
    return [block["text"].strip() for block in shown["blocks"]]


@pytest.mark.parametrize(("html", "lines"), TEXTS)
def test_the_words_of_a_broken_text_are_there(html, lines):
    assert [line for line in opened(html) if line] == lines


def test_what_could_be_kept_of_a_broken_text_is_kept():
    html = '<p>Der <b>Chor</b> singt <a href="https://haus.example">im Haus</p>'

    shown = json.loads(get_rich_text_editor_widget(features=FEATURES).format_value(html))

    assert [each["style"] for each in shown["blocks"][0]["inlineStyleRanges"]] == ["BOLD"]
    assert shown["entityMap"]["0"]["data"]["url"] == "https://haus.example"


@settings(max_examples=200, deadline=None)
@given(some.lists(some.sampled_from(PIECES), max_size=12))
def test_no_text_shuts_the_editor(pieces):
    opened("".join(pieces))


def test_a_page_whose_text_is_broken_can_be_opened_and_saved(admin_client, home):
    broken = ("text", "<p>Der <b>Chor singt</p>")
    page = plain_page(home, "Chor", slug="chor")
    StandardPage.objects.filter(pk=page.pk).update(body=stack(broken))
    Page.objects.filter(pk=page.pk).update(latest_revision=None)

    answer = admin_client.get(f"/admin/pages/{page.pk}/edit/")

    assert answer.status_code == 200
    assert "Chor singt" in answer.content.decode()
