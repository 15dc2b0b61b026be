import pytest
from django.urls import reverse

from pages.newsletters.models import NewsletterPage
from tests.make.editing import filled
from tests.make.events import event, line
from tests.make.newsletters import issue
from tests.make.services import service
from tests.make.translations import published

pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def address(index):
    return reverse("wagtailadmin_pages:add", args=["newsletters", "newsletterpage", index.pk])


def form(desk, address):
    return desk.get(address).content.decode()


def test_a_new_issue_has_already_written_itself(desk, address, dates, offers):
    published(event(dates, "Basar", lines=[line("2026-12-05")]))
    published(event(dates, "Chor", lines=[line("2026-12-03", frequency="weekly")]))
    published(service(offers, "Teestube"))

    fields = filled(form(desk, address))

    assert fields["title"] == "Newsletter Dezember 2026"
    assert fields["subject"] == "Das ist los im Dezember"
    assert fields["preheader"] == "Chor, Basar"
    assert (fields["first_day"], fields["last_day"]) == ("2026-12-01", "2026-12-31")
    assert fields["items-TOTAL_FORMS"] == "3"
    assert all(fields.get(f"items-{number}-is_in") == "on" for number in range(3))


def test_a_new_issue_is_for_the_month_after_those_that_were_told(desk, address, index):
    told = issue(index, "Newsletter Dezember", first="2026-12-01", last="2026-12-31")
    published(told)

    fields = filled(form(desk, address))

    assert fields["title"] == "Newsletter Januar 2027"
    assert (fields["first_day"], fields["last_day"]) == ("2027-01-01", "2027-01-31")


def test_looking_at_the_form_of_a_new_issue_stores_nothing(desk, address, dates):
    event(dates, "Basar")

    form(desk, address)

    assert not NewsletterPage.objects.exists()


def test_what_stands_in_the_new_form_can_be_saved_as_it_is(desk, address, dates, offers):
    published(event(dates, "Basar", lines=[line("2026-12-05")]))
    published(service(offers, "Teestube"))

    desk.post(address, filled(form(desk, address), **{"items-1-is_in": None}))

    made = NewsletterPage.objects.get()
    assert not made.live
    assert [(item.about.title, item.is_in) for item in made.items.all()] == [
        ("Basar", True),
        ("Teestube", False),
    ]


def test_what_was_begun_is_not_written_anew(desk, index, dates):
    made = issue(index, "Unsere Post", subject="Hallo")
    published(event(dates, "Basar", lines=[line("2026-12-05")]))

    fields = filled(form(desk, reverse("wagtailadmin_pages:edit", args=[made.pk])))

    assert (fields["title"], fields["subject"], fields["items-TOTAL_FORMS"]) == ("Unsere Post", "Hallo", "0")


def test_the_text_of_a_new_issue_waits_for_words_of_its_own(desk, address):
    html = form(desk, address)

    assert "Liebe Nachbarinnen und Nachbarn," in html
    assert "[[ein oder zwei eigene" in html
