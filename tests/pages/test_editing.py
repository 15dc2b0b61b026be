import pytest
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from tests.make.pages import plain_page

FORM = {"purpose": "ordinary", "body": streamfield([]), "fundings": inline_formset([])}


@pytest.fixture
def write(admin_client, home):
    """Fills in the form of a new plain page below the home page, and presses a button."""

    def write(title, slug, button="action-publish"):
        address = reverse("wagtailadmin_pages:add", args=["standard", "standardpage", home.pk])
        return admin_client.post(
            address, nested_form_data({**FORM, "title": title, "slug": slug, button: "1"})
        )

    return write


def test_two_pages_may_be_called_alike(write, home):
    plain_page(home, "Sommerfest")

    write("Sommerfest", "sommerfest")
    write("Sommerfest", "sommerfest")

    addresses = home.get_children().filter(title="Sommerfest").values_list("slug", flat=True)
    assert sorted(addresses) == ["sommerfest", "sommerfest-2", "sommerfest-3"]


def test_a_published_page_is_told_that_its_new_address_is_taken(admin_client, home):
    plain_page(home, "Sommerfest")
    other = plain_page(home, "Herbstfest")
    other.save_revision().publish()
    form = {**FORM, "title": "Herbstfest", "slug": "sommerfest", "action-publish": "1"}

    answer = admin_client.post(reverse("wagtailadmin_pages:edit", args=[other.pk]), nested_form_data(form))

    assert "sommerfest" in str(answer.context["form"].errors["slug"])


@pytest.mark.parametrize("title", ["Verein [[Name]]", "Verein [[Name"])
def test_a_title_with_a_blank_is_not_published(write, home, title):
    answer = write(title, "verein")

    assert "sobald ihr Titel vollständig ist" in str(answer.context["form"].errors["title"])
    assert not Page.objects.filter(slug="verein").exists()


def test_a_title_with_a_blank_may_wait_in_a_draft(write, home):
    write("Verein [[Name]]", "verein", button="action-save")

    assert not Page.objects.get(title="Verein [[Name]]").live
