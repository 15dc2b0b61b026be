"""A centre that has a home page in Leichte Sprache."""

import pytest
from wagtail.models import Locale

from tests.make.pages import plain_page


@pytest.fixture
def easy_home(home):
    """The home page in Leichte Sprache."""
    locale = Locale.objects.get_or_create(language_code="de-simple")[0]
    copy = home.copy_for_translation(locale)
    copy.save_revision().publish()
    return copy


@pytest.fixture
def easy_page(easy_home):
    """A published page in Leichte Sprache with a passive sentence, and with a negation in bold."""
    body = [("text", "<p>Die Tür wird geöffnet.</p><p>Das geht <b>nicht</b>.</p>")]
    page = plain_page(easy_home, "Unser Haus", locale=easy_home.locale, body=body)
    page.save_revision().publish()
    return page
