import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override
from wagtail.models import Locale, PageViewRestriction

from pages.topics.models import Topic
from tests.make.bricks import shown, words
from tests.make.pages import plain_page
from tests.make.pictures import picture

ALL = {
    "title": "",
    "kind": None,
    "topic": None,
    "below": None,
    "count": 24,
    "order": "title",
    "look": "links",
}


def listed(page=None, **wish):
    return [link.text for link in shown(("listing", {**ALL, **wish}), page=page).find_all("a")]


def test_it_finds_pages_by_place_kind_and_topic(home):
    health = Topic.objects.create(name="Gesundheit", slug="gesundheit")
    offers = plain_page(home, title="Angebote")
    yoga, tea = plain_page(offers, title="Yoga"), plain_page(offers, title="Tee")
    yoga.topics.add(health)
    yoga.save()
    advice = plain_page(home, title="Beratung")
    advice.topics.add(health)
    advice.save()

    assert listed() == ["Angebote", "Beratung", "Tee", "Yoga"]
    assert listed(below=offers.pk) == ["Tee", "Yoga"]
    assert listed(topic=health.pk) == ["Beratung", "Yoga"]
    assert listed(topic=health.pk, below=offers.pk) == ["Yoga"]
    assert listed(kind="values.valuespage") == []
    assert listed(count=2) == ["Angebote", "Beratung"]
    assert listed(page=tea) == ["Angebote", "Beratung", "Yoga"]


@pytest.mark.parametrize(
    ("order", "titles"),
    [
        ("title", ["Anfang", "Beginn", "Zuletzt"]),
        ("tree", ["Zuletzt", "Anfang", "Beginn"]),
        ("newest", ["Beginn", "Anfang", "Zuletzt"]),
    ],
)
def test_it_is_in_the_order_that_was_asked_for(home, order, titles):
    for day, title in enumerate(["Zuletzt", "Anfang", "Beginn"], start=1):
        plain_page(home, title=title, first_published_at=f"2026-05-0{day}T12:00:00Z")

    assert listed(order=order) == titles


@pytest.mark.parametrize("look", ["cards", "lines", "links"])
def test_it_never_shows_what_not_everyone_may_read(home, look):
    plain_page(home, title="Entwurf GEHEIM", live=False)
    staff = plain_page(home, title="Nur fürs Team GEHEIM")
    PageViewRestriction.objects.create(page=staff, restriction_type=PageViewRestriction.LOGIN)
    plain_page(staff, title="Darunter GEHEIM", summary="GEHEIM")
    plain_page(home, title="Öffentlich")

    page = shown(("listing", {**ALL, "look": look}))

    assert "Öffentlich" in words(page)
    assert "GEHEIM" not in str(page)


def test_it_speaks_the_language_of_its_page(home):
    arabic = Locale.objects.create(language_code="ar")
    offers = plain_page(home, title="Angebote")
    plain_page(offers, title="Yoga")
    home.copy_for_translation(arabic).save_revision().publish()
    there = offers.copy_for_translation(arabic)
    there.title = "عروض"
    there.save_revision().publish()
    tea = plain_page(there, title="شاي", locale=arabic)

    with override("ar"):
        assert listed(page=there, below=offers.pk) == ["Yoga", "شاي"]
        assert listed(page=tea) == ["عروض", "Yoga"]


def test_when_nothing_is_found_it_says_so(home):
    page = shown(("listing", {**ALL, "title": "Neues", "kind": "values.valuespage", "look": "cards"}))

    assert words(page) == "Neues Hier ist im Moment nichts zu finden. Schauen Sie bitte später wieder vorbei."


@pytest.mark.parametrize("look", ["cards", "lines", "links"])
def test_thirty_pages_cost_no_more_questions_than_three(home, look, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    photo, listing = picture(), ("listing", {**ALL, "look": look})

    def questions(upto):
        for number in range(len(home.get_children()), upto):
            plain_page(home, title=f"Seite {number}", picture=photo)
            home.refresh_from_db()
        shown(listing)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            shown(listing)
        return len(asked)

    assert questions(3) == questions(30)
