"""The trees of all languages stay in step, whatever is done to a page; no text is lost, no address dies."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from pages.standard.models import StandardPage
from tests.make.every_fact import translated
from tests.make.languages import locale
from tests.make.pages import plain_page
from tests.make.services import finder, service

ARABIC, UKRAINIAN = "ar", "uk"


def again(page):
    return type(page).objects.get(pk=page.pk)


def in_language(page, code):
    return type(page).objects.get(translation_key=page.translation_key, locale=locale(code))


@pytest.fixture
def sewing(home):
    """Home > Rat, Home > Kurse > Nähen > Saum; all but Rat and Kurse in Arabic."""
    plain_page(home, "Rat", slug="rat")
    courses = plain_page(home, "Kurse", slug="kurse", show_in_menus=True)
    sewing = plain_page(courses, "Nähen", slug="naehen")
    hem = plain_page(sewing, "Saum", slug="saum")
    translated(home, ARABIC)
    arabic = translated_below(sewing, home)
    translated_below(hem, arabic)
    return sewing


def translated_below(page, parent):
    """As a translation stands whose parent was never translated: below the nearest that is."""
    top = in_language(parent, ARABIC) if parent.locale.language_code != ARABIC else parent
    made = StandardPage(
        title=f"{page.title} ar",
        slug=f"{page.slug}-ar",
        locale=locale(ARABIC),
        translation_key=page.translation_key,
    )
    return top.add_child(instance=made)


def test_translations_move_with_their_original(client, home, sewing):
    advice = Page.objects.get(slug="rat").specific
    arabic_advice = translated(advice, ARABIC)

    again(sewing).move(again(advice), pos="last-child")

    assert in_language(sewing, ARABIC).get_parent().pk == arabic_advice.pk
    assert client.get("/ar/rat/naehen-ar/saum-ar/").status_code == 200


def test_below_a_page_that_is_not_translated_they_stand_below_the_nearest_that_is(home, sewing):
    deep = plain_page(plain_page(Page.objects.get(slug="rat").specific, "Eins"), "Zwei")

    again(sewing).move(again(deep), pos="last-child")

    assert in_language(sewing, ARABIC).get_parent().pk == in_language(home, ARABIC).pk


def test_what_was_translated_before_its_parent_finds_its_place(home, sewing):
    courses = translated(Page.objects.get(slug="kurse").specific, ARABIC)

    assert in_language(sewing, ARABIC).get_parent().pk == courses.pk
    assert in_language(sewing, ARABIC).url == "/ar/kurse/naehen-ar/"


def test_a_name_that_is_taken_in_the_other_tree_is_changed_there(home, sewing):
    advice = Page.objects.get(slug="rat").specific
    arabic_advice = translated(advice, ARABIC)
    arabic_advice.add_child(instance=StandardPage(title="Anders", slug="naehen-ar", locale=locale(ARABIC)))

    again(sewing).move(again(advice), pos="last-child")

    assert in_language(sewing, ARABIC).url == "/ar/rat/naehen-ar-1/"


@pytest.mark.parametrize(
    "old", ["/ar/naehen-ar/", "/ar/naehen-ar/saum-ar/", "/ar/kurse/naehen/", "/uk/kurse/naehen/saum/"]
)
def test_old_addresses_lead_on_in_every_frame(client, home, sewing, old, django_capture_on_commit_callbacks):
    advice = Page.objects.get(slug="rat").specific
    translated(advice, ARABIC)

    with django_capture_on_commit_callbacks(execute=True):
        again(sewing).move(again(advice), pos="last-child")

    answer = client.get(f"{old}?seite=2", follow=True)
    assert answer.status_code == 200
    assert answer.redirect_chain[-1][0].startswith(f"/{old[1:3]}/rat/naehen")


def test_a_translation_is_not_moved_by_itself(admin_client, home, sewing):
    arabic, advice = in_language(sewing, ARABIC), translated(Page.objects.get(slug="rat").specific, ARABIC)

    address = reverse("wagtailadmin_pages:move_confirm", args=[arabic.pk, advice.pk])
    answer = admin_client.post(address, follow=True)

    assert "Bitte verschieben Sie „Nähen“." in answer.content.decode()
    assert not again(arabic).is_child_of(advice)


def test_translations_are_not_moved_by_themselves_among_many(admin_client, home, sewing):
    arabic, arabic_home = in_language(sewing, ARABIC), in_language(home, ARABIC)
    other = arabic_home.add_child(instance=StandardPage(title="Anders", locale=locale(ARABIC)))
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"])

    answer = admin_client.post(f"{address}?id={arabic.pk}&next=/admin/", {"chooser": other.pk}, follow=True)

    assert "Bitte verschieben Sie: Nähen." in answer.content.decode()
    assert again(arabic).is_child_of(arabic_home)


def test_originals_are_moved_among_many_with_their_translations(admin_client, home, sewing):
    advice = Page.objects.get(slug="rat").specific
    arabic_advice = translated(advice, ARABIC)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"])

    admin_client.post(f"{address}?id={sewing.pk}&next=/admin/", {"chooser": advice.pk})

    assert again(sewing).is_child_of(advice)
    assert in_language(sewing, ARABIC).is_child_of(arabic_advice)


def test_another_order_changes_nothing_but_the_order(client, home, sewing):
    courses, advice = Page.objects.get(slug="kurse"), Page.objects.get(slug="rat")
    before = list(Page.objects.filter(locale=locale(ARABIC)).order_by("pk").values_list("path", "url_path"))

    courses.move(advice, pos="left")

    assert (
        list(Page.objects.filter(locale=locale(ARABIC)).order_by("pk").values_list("path", "url_path"))
        == before
    )


def test_a_copy_is_a_page_of_its_own(client, home, sewing):
    copy = again(sewing).copy(
        recursive=True, update_attrs={"slug": "naehen-2", "title": "Kopie"}, keep_live=True
    )

    assert copy.translation_key != sewing.translation_key
    assert not copy.get_translations().exists()
    assert "Kopie" in client.get("/ar/kurse/naehen-2/").content.decode()
    assert client.get("/ar/kurse/naehen-2/saum/").status_code == 200


def test_a_translation_has_no_time_of_its_own(home, sewing):
    original = again(sewing)
    original.go_live_at = original.expire_at = "2031-01-01 00:00+00:00"
    original.save()

    made = again(sewing).copy_for_translation(locale(UKRAINIAN), copy_parents=True)

    assert (made.go_live_at, made.expire_at) == (None, None)


def test_parents_made_on_the_way_are_no_translations(client, home, sewing):
    """Wagtail puts aliases there, with German words at an Arabic address."""
    made = again(sewing).copy_for_translation(locale(UKRAINIAN), copy_parents=True)
    made.save_revision().publish()

    answer = client.get("/uk/kurse/")

    assert in_language(Page.objects.get(slug="kurse", locale=home.locale).specific, UKRAINIAN).live is False
    assert answer.status_code == 200
    assert client.get(again(made).url).status_code == 200


def test_an_alias_of_a_translated_page_opens_in_every_language(client, home, sewing):
    alias = again(sewing).create_alias(parent=Page.objects.get(slug="rat"), update_slug="auch-hier")

    assert alias.live
    for code in ("de", ARABIC, UKRAINIAN):
        assert client.get(f"/{code}/rat/auch-hier/").status_code == 200


def test_a_deleted_translation_leaves_its_address_to_the_original(client, home, sewing):
    arabic = in_language(sewing, ARABIC)
    assert client.get("/ar/naehen-ar/").status_code == 200

    arabic.delete()

    answer = client.get("/ar/naehen-ar/", follow=True)
    assert answer.redirect_chain == [("/ar/kurse/naehen/", 302)]
    assert "Nähen" in answer.content.decode()


def test_an_unpublished_translation_leaves_its_address_to_the_original(client, home, sewing):
    in_language(sewing, ARABIC).unpublish()

    answer = client.get("/ar/naehen-ar/?q=1", follow=True)

    assert answer.redirect_chain == [("/ar/kurse/naehen/?q=1", 302)]


def test_a_deleted_original_withdraws_its_translations_and_loses_none_of_their_texts(client, home, sewing):
    arabic = in_language(sewing, ARABIC)

    again(sewing).delete()

    assert again(arabic).live is False
    assert again(arabic).title == "Nähen ar"
    assert client.get("/ar/naehen-ar/").status_code == 404
    assert client.get("/ar/naehen-ar/saum-ar/").status_code == 404


def test_who_deletes_an_original_leaves_its_facts_to_a_translation(home):
    original = service(finder(home), "Nähcafé", audiences=["eltern"], cost="fixed", price="3.33")
    arabic = translated(original, ARABIC)
    original = again(original)
    original.price, original.times = "7.77", []
    original.save_revision().publish()

    again(original).delete()

    heir = again(arabic).get_latest_revision_as_object()
    assert (str(heir.price), heir.times.count(), heir.title) == ("7.77", 0, "Nähcafé ar")
    assert [each.slug for each in heir.audiences.all()] == ["eltern"]


def test_who_deletes_a_page_is_told_what_becomes_of_its_translations(admin_client, home, sewing):
    arabic = in_language(sewing, ARABIC)

    of_original = admin_client.get(reverse("wagtailadmin_pages:delete", args=[sewing.pk])).content.decode()
    of_translation = admin_client.get(reverse("wagtailadmin_pages:delete", args=[arabic.pk])).content.decode()

    assert "2 Übersetzungen werden mit zurückgezogen (العربية)" in of_original
    assert "Gelöscht wird nur die Übersetzung" in of_translation


def test_a_slug_that_changes_in_one_language_leads_on(
    client, home, sewing, django_capture_on_commit_callbacks
):
    arabic, original = in_language(sewing, ARABIC), again(sewing)

    with django_capture_on_commit_callbacks(execute=True):
        arabic.slug, original.slug = "خياطة", "naehkurs"
        arabic.save_revision().publish()
        original.save_revision().publish()

    for old, new in [
        ("/ar/naehen-ar/", "/ar/خياطة/"),
        ("/ar/naehen-ar/saum-ar/", "/ar/خياطة/saum-ar/"),
        ("/de/kurse/naehen/", "/de/kurse/naehkurs/"),
        ("/ar/kurse/naehen/", "/ar/خياطة/"),
        ("/uk/kurse/naehen/saum/", "/uk/kurse/naehkurs/saum/"),
    ]:
        answer = client.get(old, follow=True)
        here = answer.request["PATH_INFO"].encode("latin-1").decode()
        assert (answer.status_code, here) == (200, new)
