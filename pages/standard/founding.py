"""The pages that the law asks for, laid out for a new house."""

from pages.standard.models import Purpose, StandardPage
from pages.standard.starts import bricks, start


def create_legal_pages(home) -> list[StandardPage]:
    """Imprint, privacy, accessibility statement and Leichte Sprache below a home page, as drafts.

    A purpose that has its page already is left alone, and so is one without a start version in the language
    of the home page.
    """
    there = StandardPage.objects.descendant_of(home).values_list("purpose", flat=True)
    language = home.locale.language_code
    missing = [purpose for purpose in Purpose if purpose not in there and start(purpose, language)]
    return [_create(home, purpose, language) for purpose in missing]


def _create(home, purpose, language):
    words = {name: text for name, text in start(purpose, language).items() if name != "body"}
    page = StandardPage(
        **words, purpose=purpose, body=bricks(purpose, language), locale=home.locale, live=False
    )
    home.add_child(instance=page)
    page.save_revision()
    return page
