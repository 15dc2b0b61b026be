"""What stands on a page of one language is in that language, or says that it is not."""

import re
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup, NavigableString

from quartier.demo.management.commands.demo import FOLDER
from quartier.demo.notation.files import read
from tests.browser.fetching import fetch
from tests.browser.kinds import ARABIC_KINDS, EASY_KINDS

pytestmark = pytest.mark.browser

SPOKEN = ("title", "alt", "aria-label", "placeholder", "content")
SAID_BY_META = ("description", "og:title", "og:description", "og:image:alt")
LETTER = r"[A-Za-z\u00c0-\u024f]"
WORD = rf"{LETTER}(?:{LETTER}|[’'&.\-])*"
SEVERAL_WORDS = re.compile(rf"{WORD}(?:[ \u00a0,]+{WORD}){{2,}}")
LATIN_WORDS = re.compile(rf"{WORD}(?:[ \u00a0,:;–]+{WORD})*")
GERMAN = """aber als am auch auf aus bei bis das dem den der des die durch ein eine einen einer es für haben
hier ich im ist kann mit nach nicht noch nur oder ohne sich sie sind über um und uns unser unsere von vor was
wenn wer wie wir wird zu zum zur"""
ENGLISH = """and are by for from has have is of our that the this to were with you your"""
ALSO_ENGLISH = """am die was"""
OTHER_NAMES = [
    "Der Paritätische",
    "Verein für Soziokulturelle Arbeit",
    "Web Content Accessibility Guidelines",
]
FILMS = ["Big Buck Bunny"]
ABROAD = ["ar", "en", "tr", "uk", "de-simple"]


def names():
    """What is called the same in every language: the house, people, partners, streets, files of others."""
    centre = read(FOLDER / "data/centre.yaml")
    yield from (centre[name] for name in ("name", "carrier", "street", "register", "bank", "representative"))
    yield from (person["name"] for person in read(FOLDER / "data/people.yaml", list))
    for page in map(read, (FOLDER / "data/pages/partner").glob("*.yaml")):
        yield from (page["title"], page.get("contact_name"))
    for calendar in read(FOLDER / "data/calendars.yaml", list):
        yield calendar["name"]


NAMES = sorted({name for name in [*names(), *OTHER_NAMES, *FILMS] if name}, key=len, reverse=True)


def said(html, language):
    """Each text of a page that claims to be in the language of the page, with where it stands."""
    page = BeautifulSoup(html, "html.parser")
    if _is_original(page, language):
        page.head.decompose()  # only search engines read it, and they find the page at its own address
    for node in page.find_all(string=True):
        if type(node) is NavigableString and node.strip() and _claims(node.parent, language):
            yield node.parent.name, _without_names(" ".join(node.split()))
    for node in page.find_all(True):
        if not _claims(node, language) or (node.name == "meta" and not _is_said(node)):
            continue
        for name in SPOKEN:
            if node.get(name, "").strip() and (name != "content" or node.name == "meta"):
                yield f"{node.name}[{name}]", _without_names(node[name])


def _is_original(page, language):
    title = page.h1
    marks = [each["lang"] for each in [title, *title.parents, *title.find_all(True)] if each.get("lang")]
    return any(mark != language for mark in marks)


def _is_said(meta):
    return (meta.get("name") or meta.get("property")) in SAID_BY_META


def _claims(node, language):
    """Names stand in <bdi>, code in <code>: they are in no language."""
    around = [node, *node.parents]
    if any(each.name in ("bdi", "script", "style", "code", "address") for each in around):
        return False
    return next((each["lang"] for each in around if each.get("lang")), language) == language


def _without_names(text):
    for name in NAMES:
        text = text.replace(name, "…")
    return text


def _words(text):
    return {word.strip(".,:;’'").lower() for word in text.split()}


@pytest.fixture(scope="module")
def pages(demo_site):
    """Each published page of the demo centre: address and text, by language."""
    sitemap = ElementTree.fromstring(fetch(f"{demo_site.url}/sitemap.xml").body)
    found = [place.text.removeprefix(demo_site.url) for place in sitemap.findall(".//{*}loc")]
    paths = dict.fromkeys([*found, *ARABIC_KINDS.values(), *EASY_KINDS.values()])
    by_language = {code: {} for code in ABROAD}
    for path in paths:
        if (code := path.split("/")[1]) in by_language:
            by_language[code][path] = fetch(f"{demo_site.url}{path}").body.decode()
    return by_language


def test_every_language_of_the_demo_has_pages_of_its_own(pages):
    counts = {code: len(found) for code, found in pages.items()}

    assert counts["ar"] >= 65
    assert counts["en"] >= 65
    assert counts["de-simple"] >= 65
    assert counts["tr"] >= 12
    assert counts["uk"] >= 12


@pytest.mark.parametrize("code", ["ar", "uk"])
def test_nothing_in_latin_letters_is_left_but_names_and_what_is_marked(pages, code):
    found = {}
    for path, html in pages[code].items():
        left = [
            (place, words[0]) for place, text in said(html, code) if (words := SEVERAL_WORDS.search(text))
        ]
        if left:
            found[path] = left

    assert found == {}


@pytest.mark.parametrize("code", ["ar", "en", "tr", "uk"])
def test_nothing_german_is_left_but_names_and_what_is_marked(pages, code):
    words = set(GERMAN.split()) - set(ALSO_ENGLISH.split() if code == "en" else [])

    assert _with_one_of(words, pages[code], code) == {}


@pytest.mark.parametrize("code", ["ar", "tr", "uk", "de-simple"])
def test_nothing_english_is_left_in_any_other_language(pages, code):
    assert _with_one_of(set(ENGLISH.split()), pages[code], code) == {}


def _with_one_of(words, pages, code):
    """Runs of Latin words among which there is one of these, by page."""
    found = {}
    for path, html in pages.items():
        runs = [(place, run) for place, text in said(html, code) for run in LATIN_WORDS.findall(text)]
        if left := [(place, run) for place, run in runs if " " in run and words & _words(run)]:
            found[path] = left
    return found
