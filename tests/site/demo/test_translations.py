"""Pages of the demo in other languages: each says what its file says, as old as its file says."""

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from pages.passages.models import Passage
from quartier.languages.states import State, standings
from tests.make.demo import tiny_demo

pytestmark = pytest.mark.django_db

HOME = {"title": "House in the park", "slug": "home-en", "summary": ""}
ADVICE = {"title": "Advice", "slug": "advice"}
RENT = {
    "title": "Rent",
    "slug": "rent",
    "body": [
        {"text": '<p>First to <a href="/rat/">advice</a>, then to the <a href="doc:plan">plan</a>.</p>'},
        {"picture": {"picture": "haus", "size": "text"}},
        {"contact": {"person": "kim"}},
        {"passage": "gruss"},
    ],
}
GREETING = {"gruss": {"body": [{"text": "<p>See you soon!</p>"}]}}


def english(**changes):
    """The files of a tiny demo that reads in English, too."""
    files = {
        "pages/home": HOME,
        "pages/rat": ADVICE,
        "pages/rat/miete": RENT,
        "passages": GREETING,
        **changes,
    }
    return {f"data__translations__en__{name.replace('/', '__')}": values for name, values in files.items()}


def load(tmp_path, **files):
    centre = {"name": "Haus am Park", "logo": "haus", "languages": ["de-simple", "en", "ar"]}
    call_command("demo", folder=tiny_demo(tmp_path, data__centre=centre, **files), verbosity=0)


def standing(slug, code):
    page = Page.objects.get(slug=slug, locale__language_code="de").specific
    return standings([page])[page.translation_key][code]


def test_a_page_is_read_at_its_own_address_with_its_own_words(tmp_path, client):
    load(tmp_path, **english())

    html = client.get("/en/advice/rent/").content.decode()

    assert "First to" in html
    assert 'href="/en/advice/"' in html
    assert "See you soon!" in html
    assert "Bis bald" not in html


def test_the_form_of_a_translation_opens_with_every_sentence(tmp_path):
    load(tmp_path, **english())

    translations = Translation.objects.all()

    assert all(each.enabled for each in translations)
    progress = [each.get_progress() for each in translations]
    assert all(done == total for total, done in progress)
    assert StringTranslation.objects.filter(data__contains="then to the").exists()


def test_a_picture_is_described_in_the_language_of_the_page(tmp_path, client):
    pictures = {"haus": {"file": "haus.png", "title": "Haus", "alt": {"de": "Ein Haus", "en": "A house"}}}
    load(tmp_path, **english(), pictures__pictures=pictures)

    html = client.get("/en/advice/rent/").content.decode()

    assert 'alt="A house"' in html


def test_what_has_no_file_is_not_translated(tmp_path, client):
    files = english()
    del files["data__translations__en__pages__rat__miete"]
    load(tmp_path, **files)

    assert standing("miete", "en").state == State.NONE
    assert client.get("/en/rat/miete/").status_code == 200


def test_easy_words_have_a_body_of_their_own(tmp_path, client):
    easy = {"home": {"title": "Haus", "slug": "home-leicht"}, "rat": {"title": "Rat", "slug": "rat"}}
    easy["rat/miete"] = {"title": "Mieten", "slug": "miete", "body": [{"text": "<p>Wir helfen.</p>"}]}
    files = {
        f"data__translations__de-simple__pages__{name.replace('/', '__')}": text
        for name, text in easy.items()
    }
    load(tmp_path, **files)

    html = client.get("/de-simple/rat/miete/").content.decode()

    assert "Wir helfen." in html
    assert "Erst zum" not in html
    assert not Translation.objects.filter(enabled=True).exists()


def test_an_older_translation_tells_what_was_said_before_and_is_older(tmp_path, client):
    rat = {"type": "standard.StandardPage", "title": "Rat", "summary": "Neu", "earlier": {"summary": "Alt"}}
    advice = {**ADVICE, "summary": "Old", "older": True}
    load(tmp_path, **english(**{"pages/rat": advice}), data__pages__rat=rat)

    found = standing("rat", "en")

    assert found.state == State.OLDER
    assert found.page.first_published_at < found.original_since
    assert "Old" in client.get("/en/advice/").content.decode()
    assert "Neu" in client.get("/de/rat/").content.decode()


def test_a_translation_that_came_after_the_change_is_current(tmp_path):
    rat = {"type": "standard.StandardPage", "title": "Rat", "summary": "Neu", "earlier": {"summary": "Alt"}}
    load(tmp_path, **english(**{"pages/rat": {**ADVICE, "summary": "New"}}), data__pages__rat=rat)

    found = standing("rat", "en")

    assert found.state == State.CURRENT
    assert found.original_since < found.since


def test_what_a_machine_wrote_is_marked(tmp_path):
    load(tmp_path, **english(**{"pages/rat": {**ADVICE, "machine": True}}))

    assert standing("rat", "en").state == State.MACHINE
    assert standing("miete", "en").state == State.CURRENT


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (
            {"pages/rat/miete": {**RENT, "body": RENT["body"][:2]}},
            "→ body: the bricks differ: here text, picture",
        ),
        ({"pages/rat/miete": {"title": "Rent", "slug": "rent"}}, "→ body: this is missing"),
        ({"pages/rat": {**ADVICE, "menu": True}}, "no text of this page: menu"),
        ({"pages/raet": ADVICE}, "pages/raet.yaml: there is no page that this translates"),
        ({"pages/rat": {**ADVICE, "summary": "More"}}, "→ summary: the original says nothing here"),
        ({"pages/rat": {**ADVICE, "older": "yes"}}, "→ older: here belongs true or false"),
        ({"passages": {"grus": {"body": []}}}, "there is no passage “grus”"),
        (
            {"pages/rat/miete": {**RENT, "body": [{"text": "<p>First advice.</p>"}, *RENT["body"][1:]]}},
            "→ body → 1. text: the links are not those of the original",
        ),
        (
            {"pages/rat/miete": {**RENT, "body": [{"text": "<p>One.</p><p>Two.</p>"}, *RENT["body"][1:]]}},
            "→ body → 1. text: here are 2 paragraphs, in the original 1",
        ),
    ],
)
def test_a_translation_that_does_not_fit_is_named_with_file_and_place(tmp_path, changes, words):
    with pytest.raises(CommandError) as fault:
        load(tmp_path, **english(**changes))

    assert words in str(fault.value)
    assert not Translation.objects.exists()


def test_a_page_below_one_that_is_not_translated_is_a_mistake(tmp_path):
    files = english()
    del files["data__translations__en__pages__rat"]

    with pytest.raises(
        CommandError, match=r"en/pages/rat/miete.yaml: the page above, “Rat”, is not translated"
    ):
        load(tmp_path, **files)


def test_a_reset_takes_the_translations_along(tmp_path):
    load(tmp_path, **english())
    folder = tmp_path

    call_command("demo", "--reset", "--noinput", folder=folder, verbosity=0)

    assert Passage.objects.count() == 2
    assert Page.objects.filter(depth__gt=1).count() == 6
    assert TranslationSource.objects.count() == 4
    assert set(Locale.objects.values_list("language_code", flat=True)) == {"de", "en"}
