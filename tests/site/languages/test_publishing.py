"""What readers of a language see is published by somebody who may, and only once it is translated."""

import pytest
from django.urls import reverse
from wagtail_localize.models import StringSegment, StringTranslation

from pages.standard.models import StandardPage
from quartier.languages.noting import managed
from quartier.languages.starting import start
from tests.make.editing import editor
from tests.make.languages import locale
from tests.make.pages import plain_page
from tests.make.translations import published


@pytest.fixture
def desk(client, home):
    client.force_login(editor())
    return client


@pytest.fixture
def german(home):
    return published(plain_page(home, summary="Wir sind offen."))


def in_turkish(page):
    return StandardPage.objects.get(locale__language_code="tr", translation_key=page.translation_key)


def fill(translation):
    """As a translator fills in every string."""
    for segment in StringSegment.objects.filter(source=translation.source):
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            locale=translation.target_locale,
            context=segment.context,
            defaults={"data": f"{segment.string.data} (tr)"},
        )


@pytest.fixture
def turkish(desk, german, django_capture_on_commit_callbacks):
    """A published translation, string by string, of which the original says something new."""
    translation = managed(start(german, locale("tr"), editor("otto")))
    fill(translation)
    with django_capture_on_commit_callbacks(execute=True):
        translation.save_target(publish=True)
    published(german, summary="Wir haben zu.")
    return in_turkish(german)


def sync_of(page):
    return reverse("wagtail_localize:update_translations", args=[managed(page).source_id])


def test_a_sync_that_publishes_leaves_no_german_on_a_translated_page(
    admin_client, turkish, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        admin_client.post(sync_of(turkish), {"publish_translations": "on"})

    assert in_turkish(turkish).summary == "Wir sind offen. (tr)"
    assert managed(turkish).get_progress() == (3, 2)


def test_a_sync_offers_no_publishing(admin_client, turkish):
    html = admin_client.get(sync_of(turkish)).content.decode()

    assert "Über uns (tr)" in html
    assert "publish_translations" not in html.split("<form", 1)[1].split("<style", 1)[0]


def test_whoever_saves_a_translation_with_german_in_it_publishes_nothing(
    desk, turkish, django_capture_on_commit_callbacks
):
    translation = managed(turkish)
    translation.source.update_from_db()

    with django_capture_on_commit_callbacks(execute=True):
        translation.save_target(publish=True)
    before = in_turkish(turkish).summary
    fill(translation)
    with django_capture_on_commit_callbacks(execute=True):
        translation.save_target(publish=True)

    assert (before, in_turkish(turkish).summary) == ("Wir sind offen. (tr)", "Wir haben zu. (tr)")


def publish_all(desk, *pages, **data):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    ids = "&".join(f"id={page.pk}" for page in pages)
    return desk.post(f"{address}?{ids}&next=/admin/", data, follow=True).content.decode()


def test_drafts_that_are_not_translated_are_not_published_many_at_once(desk, german):
    draft = start(german, locale("tr"), editor("otto"))

    html = publish_all(desk, draft)
    fill(managed(draft))
    publish_all(desk, draft)

    assert "Nichts wurde veröffentlicht" in html
    assert "Über uns" in html
    assert in_turkish(german).live


def test_a_page_that_only_holds_those_below_it_is_not_published_with_them(desk, home, german):
    below = published(plain_page(german, "Nähcafé"))
    draft = start(below, locale("tr"), editor("otto"))
    fill(managed(draft))
    room = in_turkish(german)

    html = publish_all(desk, room, include_descendants="on")

    assert "Nichts wurde veröffentlicht" in html
    assert not in_turkish(german).live
    assert not in_turkish(below).live


def test_what_is_below_and_not_translated_is_named_too(desk, home, german, turkish):
    below = published(plain_page(german, "Nähcafé"))
    start(below, locale("tr"), editor("ali"))
    managed(turkish).source.update_from_db()
    fill(managed(turkish))

    html = publish_all(desk, turkish, include_descendants="on")

    assert "Nähcafé" in html
    assert not in_turkish(below).live


def test_originals_are_published_many_at_once_as_ever(desk, home):
    page = plain_page(home, "Nähcafé", live=False)

    publish_all(desk, page)

    assert StandardPage.objects.get(pk=page.pk).live
