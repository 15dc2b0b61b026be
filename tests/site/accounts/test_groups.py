import pytest
from django.contrib.auth.models import Group, Permission, User
from wagtail.models import Collection, GroupPagePermission, Locale, Page

from pages.partners.models import PartnerPage
from quartier.accounts.groups import sync_page
from tests.make.partners import area, directory, partner, service
from tests.make.pictures import picture

pytestmark = pytest.mark.django_db


@pytest.fixture
def partners(home):
    return directory(home)


def pages_of(name="Partner: Stiftung Linde"):
    """What the people of a group may do with which pages."""
    given = GroupPagePermission.objects.filter(group__name=name)
    return sorted(given.values_list("page__title", "permission__codename"))


def test_a_published_partner_has_a_group_that_may_change_this_page(partners):
    partner(partners)

    group = Group.objects.get(name="Partner: Stiftung Linde")

    assert pages_of() == [("Stiftung Linde", "change_page")]
    assert list(group.permissions.values_list("codename", flat=True)) == ["access_admin"]


def test_a_partner_that_was_never_published_has_none(partners):
    partner(partners, live=False)

    assert not Group.objects.filter(name__startswith="Partner").exists()


def test_the_group_is_called_what_the_partner_is_called(partners):
    page = partner(partners)
    page.title = "Stiftung Eiche"
    page.save_revision()
    assert pages_of() == [("Stiftung Linde", "change_page")]

    page.save_revision().publish()

    assert not Group.objects.filter(name="Partner: Stiftung Linde").exists()
    assert pages_of("Partner: Stiftung Eiche") == [("Stiftung Eiche", "change_page")]
    assert Collection.objects.filter(name="Partner: Stiftung Eiche").exists()


def test_two_partners_of_one_name_have_two_groups(partners):
    partner(partners, "Chor", slug="chor")
    partner(partners, "Chor", slug="chor-2")

    assert pages_of("Partner: Chor") == pages_of("Partner: Chor (2)") == [("Chor", "change_page")]


def test_a_very_long_name_finds_room(partners):
    partner(partners, "Chor " * 50)

    assert Group.objects.filter(name__startswith="Partner: Chor Chor").exists()


def test_what_is_published_says_what_a_partner_runs(partners, home):
    page = partner(partners)
    sewing = service(area(home), "Nähcafé")
    sewing.partner = page
    sewing.save_revision()
    assert pages_of() == [("Stiftung Linde", "change_page")]

    sewing.save_revision().publish()
    assert pages_of() == [("Nähcafé", "change_page"), ("Stiftung Linde", "change_page")]

    Page.objects.get(pk=sewing.pk).unpublish()
    assert pages_of() == [("Stiftung Linde", "change_page")]


def test_a_service_goes_over_to_another_partner(partners, home):
    sewing = service(area(home), "Nähcafé", partner=partner(partners))
    sewing.partner = partner(partners, "Chor")

    sewing.save_revision().publish()

    assert pages_of() == [("Stiftung Linde", "change_page")]
    assert pages_of("Partner: Chor") == [("Chor", "change_page"), ("Nähcafé", "change_page")]


def test_a_withdrawn_partner_has_no_pages_and_gets_them_back(partners, home):
    page = partner(partners)
    service(area(home), "Nähcafé", partner=page)

    page.unpublish()
    assert pages_of() == []

    page.save_revision().publish()
    assert pages_of() == [("Nähcafé", "change_page"), ("Stiftung Linde", "change_page")]


def test_the_group_goes_with_the_partner_and_its_pictures_stay(partners, home):
    page = partner(partners)
    sewing = service(area(home), "Nähcafé", partner=page)
    logo = picture(collection=Collection.objects.get(name="Partner: Stiftung Linde"))
    lina = User.objects.create_user("lina")
    lina.groups.add(Group.objects.get(name="Partner: Stiftung Linde"))

    page.delete()

    assert not Group.objects.filter(name__startswith="Partner").exists()
    assert not GroupPagePermission.objects.filter(page=sewing).exists()
    logo.refresh_from_db()
    assert not User.objects.get(username="lina").has_perm("wagtailadmin.access_admin")


def test_an_empty_place_for_pictures_goes_too(partners):
    partner(partners)

    Page.objects.get(slug="stiftung-linde").delete()

    assert not Collection.objects.filter(name__startswith="Partner").exists()


def test_moving_changes_nothing(partners, home):
    page = partner(partners)

    page.move(area(home, "Archiv"), pos="last-child")

    assert pages_of() == [("Stiftung Linde", "change_page")]


def test_translations_are_the_houses_business(partners, home):
    english = Locale.objects.create(language_code="en")
    page = partner(partners)
    for each in (home, partners, page):
        each.copy_for_translation(english)
        each.get_translation(english).specific.save_revision().publish()

    assert Group.objects.filter(name__startswith="Partner").count() == 1
    assert GroupPagePermission.objects.get(group__name__startswith="Partner").page_id == page.pk


def test_a_right_that_somebody_gave_by_hand_is_taken_back_at_the_next_publishing(partners, home):
    page = partner(partners)
    group, everything = Group.objects.get(name="Partner: Stiftung Linde"), Permission.objects
    publish = everything.get(content_type__app_label="wagtailcore", codename="publish_page")
    GroupPagePermission.objects.create(group=group, page=home, permission=publish)

    PartnerPage.objects.get(pk=page.pk).save_revision().publish()

    assert pages_of() == [("Stiftung Linde", "change_page")]


def test_a_service_without_partner_costs_two_questions(home, django_assert_num_queries):
    sewing = service(area(home), "Nähcafé")

    with django_assert_num_queries(2):
        sync_page(sewing)
