import pytest
from django.urls import reverse
from wagtail.models import Locale, get_page_models
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from blocks.streams import BodyStream
from pages.home.models import HomePage
from tests.make.bricks import laid
from tests.make.languages import locale
from tests.make.pages import plain_page
from tests.make.places import place, room


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


KINDS = [model for model in get_page_models() if model.__module__.startswith("pages.")]


def translate(client, page, code="ar"):
    """Press "Translate" as an editor does."""
    chosen = {"locales": [locale(code).pk]}
    return client.post(reverse("wagtail_localize:submit_page_translation", args=[page.pk]), chosen)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("code", ["ar", "de-simple"])
def test_every_kind_of_page_can_be_translated(admin_client, home, kind, code):
    page = kind(title="Etwas", slug="etwas", **NEEDED.get(kind.__name__, dict)())
    page = home.add_child(instance=page) if kind is not HomePage else home

    answer = translate(admin_client, page, code)

    assert answer.status_code == 302
    draft = page.get_translation(locale(code))
    assert admin_client.get(reverse("wagtailadmin_pages:edit", args=[draft.pk])).status_code == 200


NEEDED = {"RoomPage": lambda: {"room": room("Saal", place())}}


@pytest.mark.parametrize("name", sorted(BodyStream().child_blocks))
@pytest.mark.parametrize("value", ["full", "none"])
def test_every_brick_can_be_translated_with_and_without_values(admin_client, home, name, value):
    raw = laid(name, text="Wort") if value == "full" else _emptied(laid(name, text="Wort"))
    page = plain_page(home)
    page.body = [{"type": name, "value": raw}]
    page.save()

    answer = translate(admin_client, page)

    assert answer.status_code == 302
    draft = page.get_translation(locale("ar"))
    assert admin_client.get(reverse("wagtailadmin_pages:edit", args=[draft.pk])).status_code == 200


def _emptied(raw):
    """As it lies in the database where a field was added later, or nothing was typed."""
    if not isinstance(raw, dict):
        return raw
    return {name: None for name, value in raw.items() if not isinstance(value, list | dict)}


def test_no_button_makes_leichte_sprache_a_copy_again(home):
    easy = locale("de-simple")
    translation = send_to_translators(plain_page(home), easy)

    translation.enabled = True
    translation.save(update_fields=["enabled"])

    assert Translation.objects.get().enabled is False
