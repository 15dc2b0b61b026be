from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail.models import Locale

from tests.make.bricks import shown, words
from tests.make.pages import plain_page


def text(*pages):
    links = "".join(f'<a linktype="page" id="{page.pk}">{page.title}</a> ' for page in pages)
    return ("text", f"<p>Siehe {links}</p>")


def test_a_link_in_a_text_leads_to_the_page(home):
    page = plain_page(home, title="Angebote", slug="angebote")

    assert shown(text(page)).a["href"] == "/de/angebote/"


def test_the_words_of_a_link_to_an_unpublished_page_stay_without_the_link(home):
    draft = plain_page(home, title="Entwurf", live=False)

    page = shown(text(draft))

    assert words(page) == "Siehe Entwurf"
    assert not page.a


def test_a_link_leads_to_the_page_in_the_readers_language(home):
    arabic = Locale.objects.create(language_code="ar")
    home.copy_for_translation(arabic).save_revision().publish()
    page = plain_page(home, title="Angebote", slug="angebote")
    page.copy_for_translation(arabic).save_revision().publish()

    with translation.override("ar"):
        assert shown(text(page)).a["href"] == "/ar/angebote/"


def test_links_in_many_texts_cost_two_questions_at_most(home):
    pages = [plain_page(home, title=f"Seite {number}") for number in range(6)]
    shown(text(pages[0]))

    with CaptureQueriesContext(connection) as asked:
        page = shown(*[text(*pages) for _each in range(5)])

    assert len(page.find_all("a", href=True)) == 30
    assert len(asked) <= 2  # the pages, and which are closed
