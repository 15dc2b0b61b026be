import re

import pytest

from pages.easy.weaving import woven

GLOSSARY = {
    "Rampe": "Ein Weg ohne Stufen. Er ist schräg.",
    "barriere-frei": "Alle können es benutzen.",
    "Amt": "Ein Büro vom Staat.",
}


def prose(text):
    return f'<div class="prose">{text}</div>'


def shown(text, glossary=GLOSSARY):
    return (
        woven(prose(text), glossary, "de-simple").removeprefix('<div class="prose">').removesuffix("</div>")
    )


@pytest.mark.parametrize(
    ("typed", "set_as"),
    [
        ("<p>Eins. Zwei.</p>", "<p>Eins. <br>Zwei.</p>"),
        ("<p>Das ist <b>gut. Sehr</b> gut. Ja.</p>", "<p>Das ist <b>gut. <br>Sehr</b> gut. <br>Ja.</p>"),
        (
            '<li>Hier <a href="/x/">lesen</a>. Dort nicht.</li>',
            '<li>Hier <a href="/x/">lesen</a>. <br>Dort nicht.</li>',
        ),
        ("<p>Eins.<br>Zwei.</p>", "<p>Eins.<br>Zwei.</p>"),
        ("<p>Eins.</p> <p>Zwei.</p>", "<p>Eins.</p> <p>Zwei.</p>"),
        ('<p lang="de">Eins. Zwei.</p>', '<p lang="de">Eins. Zwei.</p>'),
        (
            '<p><span lang="tr">Bir. İki.</span> Drei. Vier.</p>',
            '<p><span lang="tr">Bir. İki.</span> Drei. <br>Vier.</p>',
        ),
        ("<select><option>Eins. Zwei.</option></select>", "<select><option>Eins. Zwei.</option></select>"),
        ("<p>Mehr < weniger. Ja.", "<p>Mehr < weniger. <br>Ja."),
        ('<p title="a > b. C">Eins. Zwei.</p>', '<p title="a > b. C">Eins. <br>Zwei.</p>'),
        ("</p></div><p>Eins. Zwei.</p>", "</p></div><p>Eins. <br>Zwei.</p>"),
        ("<!-- A. B. --><p>Eins.</p>", "<!-- A. B. --><p>Eins.</p>"),
    ],
)
def test_a_break_stands_behind_each_sentence_and_not_a_word_is_changed(typed, set_as):
    html = shown(typed, {})

    assert html == set_as
    assert html.replace("<br>", "") == typed.replace("<br>", "")


def test_a_hard_word_is_explained_below_its_sentence():
    html = shown("<p>Zur Bühne führt eine Rampe. Kommen Sie.</p>")

    assert html == (
        "<p>Zur Bühne führt eine <dfn>Rampe</dfn>. "
        '<span class="explained"><b>Rampe</b>: Ein Weg ohne Stufen.<br>Er ist schräg.</span>Kommen Sie.</p>'
    )


def test_a_word_is_explained_once_on_a_page_however_often_it_stands_there():
    html = shown("<p>Eine Rampe.</p><p>Noch eine Rampe. Drei Rampen.</p>")

    assert html.count("<dfn>") == html.count("explained") == 1
    assert html.index("<dfn>") < html.index("Noch")


@pytest.mark.parametrize("form", ["Amt", "Amts", "Amtes", "Amte"])
def test_a_word_is_known_in_its_simple_forms(form):
    assert f"<dfn>{form}</dfn>" in shown(f"<p>Wegen des {form}.</p>")


@pytest.mark.parametrize("other", ["Amtszimmer", "Haupt-Amt", "Rathaus-Amt", "amt", "Samt"])
def test_another_word_is_not_taken_for_it(other):
    assert "<dfn>" not in shown(f"<p>Das {other} hier.</p>")


def test_an_adjective_is_known_at_the_beginning_of_a_sentence():
    assert "<dfn>Barriere-freie</dfn>" in shown("<p>Barriere-freie Räume.</p>")


@pytest.mark.parametrize(
    "place", ['<a href="/amt/">Amt</a>', "<h2>Amt</h2>", "<summary>Amt</summary>", "<nav><p>Amt</p></nav>"]
)
def test_nothing_is_explained_in_links_headings_and_menus(place):
    html = shown(f"{place}<p>Das Amt hilft.</p>")

    assert html.startswith(place)
    assert "Das <dfn>Amt</dfn> hilft." in html


def test_an_explanation_never_stands_inside_a_link():
    html = shown('<p>Das Amt und <a href="/x/">noch etwas. Und</a> mehr.</p>')

    assert "explained" not in re.search(r"<a .*?</a>", html)[0]
    assert html.endswith('mehr.<span class="explained"><b>Amt</b>: Ein Büro vom Staat.</span></p>')


def test_an_explanation_takes_the_place_of_a_break():
    html = shown("<p>Das ist ein Amt.<br>Es hilft.</p>")

    assert html == (
        "<p>Das ist ein <dfn>Amt</dfn>."
        '<span class="explained"><b>Amt</b>: Ein Büro vom Staat.</span>Es hilft.</p>'
    )


def test_words_are_explained_in_running_text_only():
    html = woven('<dl><dd>Amt</dd></dl><p class="lead">Amt</p>', GLOSSARY, "de-simple")

    assert html.startswith('<dl><dd>Amt</dd></dl><p class="lead"><dfn>Amt</dfn>')


def test_signs_in_the_glossary_become_no_elements():
    html = shown("<p>A &amp; B hilft.</p>", {"A & B": "<script>alert(1)</script>"})

    assert "<dfn>A &amp; B</dfn>" in html
    assert "<script>" not in html


def test_a_paragraph_that_never_ends_is_set_all_the_same():
    html = shown(f"<p>{'Das Amt hilft. Und noch ein <b>Satz</b>. ' * 1000}</p>")

    assert (html.count("<br>"), html.count("<dfn>")) == (1998, 1)
