import pytest
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from pages.standard.models import StandardPage
from tests.make.pages import plain_page

pytestmark = pytest.mark.django_db

FORM = {"purpose": "ordinary", "body": streamfield([]), "fundings": inline_formset([])}


@pytest.fixture
def home_in(home):
    """The home page in a language."""
    return lambda code: home.copy_for_translation(Locale.objects.get_or_create(language_code=code)[0])


@pytest.mark.parametrize(
    ("language", "title", "name"),
    [
        ("tr", "İçerik Işık", "icerik-isik"),
        ("uk", "Зустріч сусідів", "zustrich-susidiv"),
        ("ar", "مقهى الخياطة", "mqha-alkhyata"),
    ],
)
def test_a_page_without_an_address_gets_one_in_latin_letters(home_in, language, title, name):
    page = home_in(language).add_child(instance=StandardPage(title=title))

    assert page.slug == name


def test_a_german_title_is_spelt_as_germans_spell_it(home):
    page = home.add_child(instance=StandardPage(title="Nähcafé für Große"))

    assert page.slug == "naehcafe-fuer-grosse"


def test_two_pages_that_are_spelt_alike_get_two_addresses(home):
    names = [home.add_child(instance=StandardPage(title=title)).slug for title in ("Nähen", "Naehen")]

    assert names == ["naehen", "naehen-2"]


def test_an_address_typed_in_other_letters_is_spelt_in_latin_ones(admin_client, home):
    address = reverse("wagtailadmin_pages:add", args=["standard", "standardpage", home.pk])

    admin_client.post(
        address, nested_form_data({**FORM, "title": "Nähen", "slug": "nähen", "action-save": "1"})
    )

    assert Page.objects.get(title="Nähen").slug == "naehen"


def test_the_form_spells_an_address_while_the_title_is_typed(admin_client, home):
    address = reverse("wagtailadmin_pages:add", args=["standard", "standardpage", home.pk])

    form = admin_client.get(address).context["form"]

    assert "data-w-slug-formatters-value" in str(form["slug"])
    assert 'data-w-slug-locale-value="de"' in str(form["slug"])


def test_an_address_from_before_stays_as_it_is(admin_client, home):
    page = plain_page(home, "Nähen", slug="nähen")
    form = {**FORM, "title": "Nähen und flicken", "slug": "nähen", "action-save": "1"}
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])

    shown = str(admin_client.get(address).context["form"]["slug"])
    admin_client.post(address, nested_form_data(form))

    assert "formatters" not in shown
    assert page.get_latest_revision_as_object().slug == "nähen"
