"""What holds for every kind of page, looked at in a real browser."""

import pytest

from tests.browser import checks
from tests.browser.kinds import ARABIC_KINDS, EASY_KINDS, KINDS

pytestmark = pytest.mark.browser

FURTHER = {
    **{f"{kind}, right to left": path for kind, path in ARABIC_KINDS.items()},
    **{f"{kind}, in easy words": path for kind, path in EASY_KINDS.items()},
}
EVERY_KIND = pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
EVERY_FURTHER_KIND = pytest.mark.parametrize("path", FURTHER.values(), ids=FURTHER)
EVERY_LANGUAGE = pytest.mark.parametrize("path", [*KINDS.values(), *FURTHER.values()], ids=[*KINDS, *FURTHER])
PHONE, DESKTOP = {"width": 320, "height": 640}, {"width": 1280, "height": 900}
EVERY_SIZE = pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])


@EVERY_KIND
@EVERY_SIZE
def test_breaks_no_accessibility_rule(visitor, path, size):
    page = visitor(path, viewport=size, color_scheme="light", reduced_motion="reduce").page

    in_the_light = checks.breaks_accessibility_rules(page)
    page.emulate_media(color_scheme="dark")
    in_the_dark = checks.breaks_accessibility_rules(page)

    assert in_the_light == []
    assert in_the_dark == []


@EVERY_FURTHER_KIND
@pytest.mark.parametrize(("size", "scheme"), [(PHONE, "light"), (DESKTOP, "dark")], ids=["phone", "desktop"])
def test_breaks_no_accessibility_rule_in_another_language(visitor, path, size, scheme):
    """Colours do not depend on the language: each scheme once."""
    visit = visitor(path, viewport=size, color_scheme=scheme, reduced_motion="reduce")

    assert checks.breaks_accessibility_rules(visit.page) == []


@EVERY_LANGUAGE
def test_fits_on_a_narrow_phone_and_survives_text_spacing(visitor, path):
    page = visitor(path, viewport=PHONE).page

    sticking_out, small = checks.overflows(page), checks.small_targets(page)
    cut_when_spaced_out, then_sticking_out = checks.cuts_text(page), checks.overflows(page)

    assert sticking_out == []
    assert small == []
    assert cut_when_spaced_out == []
    assert then_sticking_out == []


@EVERY_KIND
def test_survives_text_at_four_times_its_size(visitor, path):
    """A window of 1280 pixels at 400 % is one of 320 with the same pixels per letter (WCAG 1.4.10)."""
    visit = visitor(path, viewport=DESKTOP)
    visit.page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }")

    assert checks.overflows(visit.page) == []


@EVERY_KIND
@EVERY_SIZE
def test_can_be_walked_with_the_keyboard(visitor, path, size):
    visit = visitor(path, viewport=size, reduced_motion="reduce")

    assert checks.keyboard_faults(visit.page) == []


@EVERY_FURTHER_KIND
def test_can_be_walked_with_the_keyboard_in_another_language(visitor, path):
    visit = visitor(path, viewport=DESKTOP, reduced_motion="reduce")

    assert checks.keyboard_faults(visit.page) == []


@EVERY_KIND
def test_prints_its_content_and_not_its_navigation(visitor, path):
    visit = visitor(path)
    visit.page.emulate_media(media="print")

    assert visit.page.locator("main h1").is_visible()
    assert not any(nav.is_visible() for nav in visit.page.locator("nav").all())
    assert not any(form.is_visible() for form in visit.page.locator("form[role=search], search form").all())


@EVERY_KIND
def test_forced_colours_hide_nothing(visitor, path):
    visit = visitor(path, forced_colors="active")
    first = visit.page.locator("main h1")

    assert first.is_visible()
    assert checks.keyboard_faults(visit.page) == []
