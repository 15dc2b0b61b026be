import pytest
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from tests.make.pages import plain_page


@pytest.fixture
def arabic(db):
    return Locale.objects.create(language_code="ar")


def send_to_translators(page, locale):
    source, _created = TranslationSource.update_or_create_from_instance(page)
    for ancestor in page.get_ancestors().specific():
        if ancestor.depth > 1 and not ancestor.has_translation(locale):
            ancestor.copy_for_translation(locale, copy_parents=True)
    return Translation.objects.create(source=source, target_locale=locale)


def test_a_page_reaches_the_translators_and_comes_back(home, arabic):
    page = plain_page(home, body=[("quote", {"text": "Kommt alle!", "source": "Ayşe"})])

    translation = send_to_translators(page, arabic)
    translation.save_target(publish=True)

    strings = [segment.string.data for segment in StringSegment.objects.filter(source=translation.source)]
    assert {"Über uns", "Kommt alle!", "Ayşe"} <= set(strings)
    assert page.get_translation(arabic).body[0].value["text"] == "Kommt alle!"


def test_a_translated_address_is_spelt_in_latin_letters(home, arabic):
    page = plain_page(home, "Kontakt", slug="kontakt")
    translation = send_to_translators(page, arabic)
    said = StringSegment.objects.get(source=translation.source, context__path="slug")
    StringTranslation.objects.create(
        translation_of=said.string, locale=arabic, context=said.context, data="اتصل بنا"
    )

    translation.save_target(publish=True)

    assert page.get_translation(arabic).slug == "atsl-bna"


def test_a_page_written_before_a_brick_got_a_new_field_can_still_be_translated(home, arabic):
    page = plain_page(home)
    page.body = [
        {"type": "quote", "value": {"text": "Kommt alle!"}},
        {"type": "gallery", "value": {"pictures": [{}]}},
    ]
    page.save()

    send_to_translators(page, arabic).save_target(publish=True)

    assert page.get_translation(arabic).body[0].value["text"] == "Kommt alle!"


def test_leichte_sprache_starts_as_a_copy_and_is_then_written_freely(home):
    easy = Locale.objects.create(language_code="de-simple")
    page = plain_page(home, body=[("text", "<p>Ein schwerer Satz.</p>")])

    translation = send_to_translators(page, easy)

    assert translation.enabled is False
