import pytest
from django.template import Context, Template
from django.test import RequestFactory
from wagtail.rich_text import RichText


def said(html, is_preview=False):
    request = RequestFactory().get("/")
    request.is_preview = is_preview
    template = Template("{% load prose %}{% prose value %}")
    return template.render(Context({"value": RichText(html), "request": request}))


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("<p>Hallo</p>", '<p dir="auto">Hallo</p>'),
        ('<p data-block-key="a">Hallo</p><p data-block-key="b"></p>', '<p dir="auto">Hallo</p>'),
        ("<ul><li></li><li><b> </b></li></ul><p>&nbsp;<br></p>", ""),
        ("<p onclick='x'>a<script>alert(1)</script></p>", '<p dir="auto">a</p>'),
        ('<p><a href="javascript:alert(1)">x</a></p>', '<p dir="auto"><a>x</a></p>'),
        ("<h1 style='x'>Groß</h1>", "Groß"),
        (
            '<p><a href="tel:+4930">030</a></p>',
            '<p dir="auto"><a href="tel:+4930">030</a></p>',
        ),
        (
            '<p><a href="/documents/1/satzung.pdf">Satzung</a></p>',
            '<p dir="auto"><a href="/documents/1/satzung.pdf">Satzung (PDF)</a></p>',
        ),
        (
            '<p><a href="/documents/1/satzung.pdf">Satzung als PDF</a></p>',
            '<p dir="auto"><a href="/documents/1/satzung.pdf">Satzung als PDF</a></p>',
        ),
        ("<p>Verein: [[Name]]</p><p>Bleibt</p>", '<p dir="auto">Bleibt</p>'),
    ],
)
def test_what_readers_get_of_a_typed_text(typed, shown):
    assert said(typed) == shown


def test_a_preview_marks_what_is_still_to_fill_in():
    assert said("<p>Verein: [[Name]]</p>", is_preview=True) == '<p dir="auto">Verein: <mark>Name</mark></p>'


@pytest.mark.parametrize(("text", "shown"), [("Träger", "Träger"), ("[[Name]]", ""), (None, ""), ("", "")])
def test_a_plain_text_with_a_blank_is_held_back(text, shown):
    assert Template("{% load prose %}{{ text|filled }}").render(Context({"text": text})) == shown
