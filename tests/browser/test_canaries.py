"""Every check of the inspector finds the fault that it is there for."""

import pytest

from tests.browser import checks

PAGE = """<!doctype html><html lang="de"><head><title>Seite – Haus</title>
<style>a:focus, button:focus {{ outline: 3px solid black }} {style}</style></head><body>
<a href="#inhalt">Zum Inhalt</a><main id="inhalt"><h1>Titel</h1>{body}</main></body></html>"""

pytestmark = pytest.mark.browser


@pytest.fixture
def shown(page):
    def show(body="", style="", width=1024):
        page.set_viewport_size({"width": width, "height": 800})
        page.set_content(PAGE.format(body=body, style=style))
        return page

    return show


def test_nothing_is_said_of_a_good_page(shown):
    page = shown('<p>Guten Tag.</p><p><a href="#unten">Nach unten</a></p><h2 id="unten">Unten</h2>')

    assert not checks.breaks_accessibility_rules(page)
    assert not checks.overflows(page)
    assert not checks.cuts_text(page)
    assert not checks.keyboard_faults(page)


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ('<img src="data:,">', "image-alt"),
        ('<p style="color:#999">blass</p>', "color-contrast"),
        ("<h4>zu tief</h4>", "heading-order"),
        ("<input>", "label"),
        ('<div id="a">1</div><a href="#a" aria-labelledby="fehlt"></a>', "link-name"),
    ],
)
def test_axe_finds_a_planted_fault(shown, body, rule):
    assert any(f" {rule}:" in fault for fault in checks.breaks_accessibility_rules(shown(body)))


def test_a_word_that_sticks_out_is_found(shown):
    assert checks.overflows(shown("<p>" + "Donaudampfschifffahrt" * 5 + "</p>", width=320))


def test_text_that_is_cut_off_when_spaced_out_is_found(shown):
    assert checks.cuts_text(
        shown("<div class=b>eins zwei drei vier</div>", ".b{height:1.2em;width:5em;overflow:hidden}")
    )


def test_a_small_target_is_found(shown):
    assert checks.small_targets(shown("<button style='width:12px;height:12px;padding:0'>x</button>"))


@pytest.mark.parametrize(
    ("body", "style", "words"),
    [
        ("<button>unsichtbar</button>", "button:focus{outline:0 !important}", "no visible focus"),
        ("<button onkeydown='event.preventDefault()'>Falle</button>", "", "trap"),
        ("<a href='#x' onfocus='this.blur()'>nie</a><button>b</button>", "", "never reached"),
    ],
)
def test_a_planted_keyboard_fault_is_found(shown, body, style, words):
    assert any(words in fault for fault in checks.keyboard_faults(shown(body, style)))


def test_the_parts_of_a_date_and_the_buttons_of_a_choice_are_no_fault(shown):
    choice = "".join(f'<input type="radio" name="a" aria-label="{label}">' for label in "xyz")

    assert (
        checks.keyboard_faults(shown(f'<input type="date" aria-label="Tag">{choice}<button>b</button>')) == []
    )


def test_a_date_that_is_a_trap_is_found(shown):
    trap = """<input type="date" aria-label="Tag" onkeydown="event.preventDefault()"><button>b</button>"""

    assert any("trap" in fault for fault in checks.keyboard_faults(shown(trap)))


def test_a_page_that_does_not_begin_with_a_skip_link_is_found(shown):
    page = shown("<button>erster</button>")
    page.evaluate("() => document.body.prepend(document.querySelector('button'))")

    assert any("no skip link" in fault for fault in checks.keyboard_faults(page))


def test_faulty_html_is_found(tmp_path):
    (tmp_path / "a.html").write_text("<!doctype html><html lang=de><title>x</title><p><div></p><img src=a>")

    assert checks.html_faults(tmp_path)
