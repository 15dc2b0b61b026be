import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from blocks.blanks import blanks
from pages.blanks import blanks_of
from pages.standard.founding import create_legal_pages
from pages.standard.models import Purpose, StandardPage
from pages.standard.starts import bricks, start
from tests.make.centre import centre
from tests.make.editing import editor, filled
from tests.make.pages import plain_page

STARTED = [purpose for purpose in Purpose if purpose != Purpose.ORDINARY]


@pytest.fixture
def write(client, home):
    """Fills in the form of a new plain page and presses a button."""
    client.force_login(editor())
    address = reverse("wagtailadmin_pages:add", args=["standard", "standardpage", home.pk])

    def write(button="", **fields):
        data = filled(client.get(address).content.decode(), title="Impressum", slug="impressum", **fields)
        return client.post(address, {**data, **({button: "1"} if button else {})}, follow=True)

    return write


@pytest.mark.parametrize("purpose", STARTED)
def test_a_start_version_could_be_published_at_once(home, purpose):
    body = StandardPage._meta.get_field("body").to_python(bricks(purpose, "de"))

    assert body.stream_block.clean(body)
    assert {"title", "slug", "summary", "body"} == start(purpose, "de").keys()


def test_a_new_imprint_starts_with_a_text_and_says_what_is_to_be_filled_in(write):
    html = write(purpose="imprint").content.decode()

    page = StandardPage.objects.get(slug="impressum")
    assert page.get_latest_revision_as_object().body[0].value["text"] == "Angaben nach § 5 DDG"
    assert "Auf dieser Seite warten noch 4 Lücken" in html
    assert "Noch auszufüllen" in html
    assert "<li>Name der verantwortlichen Person</li>" in html


def test_published_at_once_its_blanks_are_shown_to_nobody(write, client):
    centre(carrier="Nachbarn e. V.", representative="Ada Lorenz", street="Parkweg 1")

    write("action-publish", purpose="imprint")

    client.logout()
    html = client.get("/de/impressum/").content.decode()
    assert "Streitbeilegung" in html
    assert "Nachbarn e. V." in html
    assert 'Vertreten durch: <span dir="auto">Ada Lorenz' in html
    assert "[[" not in html
    assert "verantwortlichen Person" not in html


def test_an_ordinary_page_starts_empty(write):
    html = write(purpose="ordinary").content.decode()

    assert not StandardPage.objects.get(slug="impressum").body
    assert "Noch auszufüllen" not in html


def test_a_text_that_is_there_already_is_left_alone(home, client):
    client.force_login(editor())
    page = plain_page(home, body=[("text", "<p>Unser Impressum.</p>")], purpose="imprint")
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])

    typed = nested_form_data({"body": streamfield([("text", rich_text("<p>Unser Impressum.</p>"))])})
    client.post(address, filled(client.get(address).content.decode(), **typed))

    body = page.get_latest_revision_as_object().body
    assert [child.block_type for child in body] == ["text"]
    assert "Unser Impressum." in str(body[0].value)


def test_a_new_house_gets_its_legal_pages_once(home):
    made = create_legal_pages(home)
    again = create_legal_pages(home)

    assert [page.title for page in made] == [
        "Impressum",
        "Datenschutz",
        "Erklärung zur Barrierefreiheit",
        "Leichte Sprache",
    ]
    assert not any(page.live for page in made)
    assert all(blanks_of(page) for page in made)
    assert again == []


def test_leichte_sprache_keeps_to_short_sentences():
    texts = [brick["value"] for brick in bricks(Purpose.EASY_LANGUAGE, "de") if brick["type"] == "text"]
    for end in ("<br/>", "</p>", "</li>"):
        texts = [part for text in texts for part in text.split(end)]

    sentences = [text for text in texts if not blanks(text)]
    assert max(len(sentence.split()) for sentence in sentences) <= 9
