"""The newsletter in a mail program, looked at as every page is: German, Arabic, Leichte Sprache."""

import io

import pytest
from django.utils import timezone
from PIL import Image

from pages.newsletters.composing import compose
from pages.newsletters.composing.looks import DARK, LIGHT, seen
from tests.browser import checks
from tests.make.centre import centre
from tests.make.easy import in_easy
from tests.make.events import calendar, change, event, line
from tests.make.newsletters import issue, newsletter
from tests.make.pictures import drawing, picture
from tests.make.services import finder, service
from tests.make.translations import translated

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

OF_WEBSITES = ["region", "landmark-one-main"]
"""The landmarks of a mail are those of the mail program around it."""

LANGUAGES = pytest.mark.parametrize("language", ["de", "ar", "de-simple"])
PHONE, DESKTOP = {"width": 320, "height": 640}, {"width": 1280, "height": 900}
SUMMARY = "Gemeinsam nähen, flicken und plaudern. Maschinen und Stoffe sind da."
TEXT = '<p>Guten <b>Tag</b>, mehr im <a href="https://example.org/">Kalender</a>.</p><ul><li>Tee</li></ul>'
CALL = {"text": "Rufen Sie an", "address": "030 123456"}
DECEMBER = {"first": "2026-12-01", "last": "2026-12-31"}


@pytest.fixture
def written(home):
    """The mail of an issue with all that there can be in one, by language."""
    centre(street="Parkweg 3", postal_code="12045", city="Berlin", phone="030 123456", mail="a@haus.example")
    dates, offers = calendar(home), finder(home)
    weekly = [line("2026-12-03", frequency="weekly", last_day=None)]
    sewing = event(dates, "Reparaturwerkstattnachmittag", weekly, slug="n", summary=SUMMARY)
    change(sewing, "2026-12-10 18:15", is_cancelled=True, reason="illness")
    translated(sewing, title="مقهى الخياطة", summary="نخيط ونرقع ونتحدث معًا.")
    once = event(dates, "Chorkonzert", [line("2026-12-12")], slug="c", summary="Lieder aus sechs Ländern.")
    photo = {"image": picture(size=(800, 500)).pk, "alt_text": "Der Hof", "decorative": False}
    body = [
        ("text", TEXT),
        "events",
        ("heading", {"text": "Aus dem Haus", "level": 2}),
        ("picture", {"picture": photo, "size": "text", "caption": "Im Sommer"}),
        ("buttons", [CALL, {"text": "Schreiben", "address": "a@haus.example"}]),
    ]
    made = issue(
        newsletter(home), "Dezember", [sewing, once, service(offers)], body, summary="Viel los.", **DECEMBER
    )
    in_easy(made, title="Im Dezember", summary="Es ist viel los. Kommen Sie vorbei.")
    return lambda language: compose(made, language, timezone.now()).html


@pytest.fixture
def shown(written, page):
    def show(language, size=DESKTOP, look=LIGHT):
        page.set_viewport_size(size)
        page.route("**/*", lambda route: route.fulfill(body=drawing((800, 500)), content_type="image/png"))
        page.set_content(seen(written(language), look))
        return page

    return show


@LANGUAGES
@pytest.mark.parametrize(("size", "look"), [(PHONE, LIGHT), (DESKTOP, DARK)], ids=["phone", "desktop, dark"])
def test_breaks_no_accessibility_rule(shown, language, size, look):
    assert checks.breaks_accessibility_rules(shown(language, size, look), but=OF_WEBSITES) == []


@LANGUAGES
def test_fits_on_a_narrow_phone_also_with_text_spaced_out(shown, language):
    page = shown(language, PHONE)

    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    assert checks.overflows(page) == []
    assert checks.small_targets(page) == []
    assert checks.cuts_text(page) == []


def test_is_proper_html(written, tmp_path):
    for language in ("de", "ar", "de-simple"):
        (tmp_path / f"{language}.html").write_text(written(language))

    assert checks.html_faults(tmp_path) == []


@pytest.mark.parametrize("look", [LIGHT, DARK])
def test_the_ground_is_light_by_day_and_dark_at_night(shown, look):
    shot = Image.open(io.BytesIO(shown("de", DESKTOP, look).screenshot())).convert("L")

    assert (shot.getpixel((5, 450)) > 200) == (look == LIGHT)


def test_arabic_runs_from_the_right_and_german_within_it_from_the_left(shown):
    page = shown("ar", PHONE)

    def edges(words):
        return page.evaluate(
            """words => {
              const link = [...document.querySelectorAll("a")].find(each => each.textContent.includes(words));
              const [inner, outer] = [link, link.closest("td")].map(each => each.getBoundingClientRect());
              return [inner.left - outer.left, outer.right - inner.right];
            }""",
            words,
        )

    left, right = edges("مقهى")
    assert right < left
    left, right = edges("Chorkonzert")
    assert left < right
