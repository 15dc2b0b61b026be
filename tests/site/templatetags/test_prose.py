import pytest
from bs4 import BeautifulSoup
from django.template import Context, Template
from django.test import RequestFactory
from wagtail.rich_text import RichText

from tests.make.pages import plain_page


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
        ('<p><a href="javascript:alert(1)">x</a></p>', '<p dir="auto">x</p>'),
        ('<p><a href="//evil.example">x</a></p>', '<p dir="auto">x</p>'),
        (r'<p><a href="/\evil.example">x</a></p>', '<p dir="auto">x</p>'),
        ('<p><a href="&#9;/&#10;/evil.example">x</a></p>', '<p dir="auto">x</p>'),
        ('<p><a href="evil">x</a></p>', '<p dir="auto">x</p>'),
        ('<p><a href="#anfahrt">x</a></p>', '<p dir="auto"><a href="#anfahrt">x</a></p>'),
        ("<p>a <mark>b</mark></p>", '<p dir="auto">a b</p>'),
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
        ("<ul><li>[[Name]]</li></ul><p>Bleibt</p>", '<p dir="auto">Bleibt</p>'),
        ("<p>Verein: [[Name</p>", '<p dir="auto">Verein: [[Name</p>'),
        ("<p>A [[ b</p><p>c ]] d</p>", '<p dir="auto">A [[ b</p><p dir="auto">c ]] d</p>'),
    ],
)
def test_what_readers_get_of_a_typed_text(typed, shown):
    assert said(typed) == shown


def test_a_preview_marks_what_is_still_to_fill_in():
    assert said("<p>Verein: [[Name]]</p>", is_preview=True) == '<p dir="auto">Verein: <mark>Name</mark></p>'


def test_a_preview_leaves_addresses_alone():
    link = '<p dir="auto"><a href="https://example.org/[[x]]">Plan</a></p>'

    assert said(link, is_preview=True) == link


@pytest.mark.parametrize("is_preview", [True, False])
@pytest.mark.parametrize(
    "typed",
    [
        '<a href="https://e/[[">x</a>]]" onmouseover="alert(1)" <b>click</b>',
        '<p><a href="https://e/[[">x</a></p><p>]]" onmouseover="alert(1)" <b>click</b></p>',
        "<p>[[a]]</p>&lt;[[b]]img src=x onerror=alert(1)&gt;",
        '<span lang="[[">x</span>]]" onclick="alert(1)" y="',
        '<span lang="<p></p><b"><a><br></b></span>" onclick="alert(1)">x',
        "<scr[[x]]ipt>alert(1)</scr[[x]]ipt>",
    ],
)
def test_cutting_blanks_makes_no_tag_of_a_text(typed, is_preview):
    tags = BeautifulSoup(said(typed, is_preview), "html.parser").find_all(True)

    assert {tag.name for tag in tags} <= {"a", "b", "br", "p", "span", "mark"}
    assert {name for tag in tags for name in tag.attrs} <= {"href", "lang", "dir"}


def test_a_link_to_a_page_that_is_not_there_keeps_its_words(home):
    draft = plain_page(home, live=False)

    for key in (draft.pk, 987654):
        assert (
            said(f'<p>Sie sind <a linktype="page" id="{key}">da</a>.</p>') == '<p dir="auto">Sie sind da.</p>'
        )


def test_a_link_to_a_page_leads_there(home):
    page = plain_page(home, "Räume", slug="raeume")

    assert '<a href="/de/raeume/">Räume</a>' in said(f'<p><a linktype="page" id="{page.pk}">Räume</a></p>')


@pytest.mark.parametrize(("text", "shown"), [("Träger", "Träger"), ("[[Name]]", ""), (None, ""), ("", "")])
def test_a_plain_text_with_a_blank_is_held_back(text, shown):
    assert Template("{% load prose %}{{ text|filled }}").render(Context({"text": text})) == shown
