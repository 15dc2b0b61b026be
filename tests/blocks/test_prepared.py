"""Questions whose SQL is written once are asked each time."""

from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest
from django.db.models import CharField, Q, UUIDField
from wagtail.models import Locale, Page

from blocks.prepared import MOST_SHAPES, Slot, prepared
from pages.centre.models import OpeningHours
from tests.make.pages import plain_page

NOBODY = UUID(int=0)


@prepared
def ask_named(most):
    """Pages with this title, or one of these names."""
    named = Q(slug__in=[Slot(f"slug{place}", CharField()) for place in range(most)])
    found = Page.objects.filter(Q(title=Slot("title", CharField())) | named)
    return found.select_related("locale").order_by("title")


@prepared
def ask_key():
    return Page.objects.filter(translation_key=Slot("key", UUIDField())).values_list("title", flat=True)


@prepared
def ask_below():
    return Page.objects.filter(path__startswith=Slot("path", CharField())).order_by("path")


@prepared
def ask_nothing():
    return Page.objects.filter(pk__in=[])


@prepared
def ask_hours():
    return OpeningHours.objects.prefetch_related("times")


@pytest.fixture
def pages(home):
    return [plain_page(home, title) for title in ("Beratung", "Café", "Tanz")]


def titles(found):
    return [page.title for page in found]


def test_the_answer_is_that_of_the_values_of_this_time(pages):
    first = ask_named(1, title="Beratung", slug0="tanz")
    second = ask_named(1, title="Café", slug0="-")

    assert (titles(first), titles(second)) == (["Beratung", "Tanz"], ["Café"])


def test_how_many_values_there_are_may_differ(pages):
    few, more = ask_named(0, title="Tanz"), ask_named(2, title="-", slug0="beratung", slug1="tanz")

    assert (titles(few), titles(more)) == (["Tanz"], ["Beratung", "Tanz"])


def test_what_has_changed_since_is_seen(pages):
    before = ask_named(0, title="Neu")

    Page.objects.filter(pk=pages[0].pk).update(title="Neu")

    assert (titles(before), titles(ask_named(0, title="Neu"))) == ([], ["Neu"])


def test_it_is_one_query_with_what_comes_along(pages, django_assert_num_queries):
    ask_named(0, title="Tanz")

    with django_assert_num_queries(1):
        found = ask_named(0, title="Tanz")
        languages = [page.locale.language_code for page in found]

    assert languages == ["de"]


def test_nobody_shares_what_he_was_given(pages):
    first, second = ask_named(0, title="Tanz")[0], ask_named(0, title="Tanz")[0]

    first.title = "Anders"

    assert second.title == "Tanz"


@pytest.mark.parametrize("hostile", ["%", "_", "' OR 1=1 --", "\\", "%s", "ß\u200f"])
def test_a_value_is_never_read_as_sql(pages, hostile):
    assert (ask_named(1, title=hostile, slug0=hostile), ask_below(path=hostile)) == ([], [])


def test_values_are_written_as_their_field_wants_them(pages):
    assert (ask_key(key=pages[1].translation_key), ask_key(key=NOBODY)) == (["Café"], [])


def test_the_beginning_of_a_path_is_found_as_with_any_queryset(pages):
    found = ask_below(path=pages[0].path[:8])

    assert found == list(Page.objects.filter(path__startswith=pages[0].path[:8]).order_by("path"))
    assert set(pages) <= {page.specific for page in found}


def test_what_can_have_no_answer_is_not_asked(db, django_assert_num_queries):
    ask_nothing()

    with django_assert_num_queries(0):
        assert ask_nothing() == []


def test_endless_shapes_do_not_fill_the_memory(db):
    made = []

    @prepared
    def ask(shape):
        made.append(shape)
        return Page.objects.filter(depth=shape)

    for shape in [*range(MOST_SHAPES + 20)] * 2:
        ask(shape)

    assert len(made) == MOST_SHAPES + 2 * 20


def test_lists_that_belong_to_it_are_fetched_for_all_at_once(db, django_assert_num_queries):
    for name in ("Haus", "Café"):
        hours = OpeningHours.objects.create(name=name)
        hours.times.create(weekday=1, opens="09:00", closes="12:00")
        hours.save()
    ask_hours()

    with django_assert_num_queries(2):
        found = [list(each.times.all()) for each in ask_hours()]

    assert [len(times) for times in found] == [1, 1]


@pytest.mark.django_db(transaction=True)
def test_threads_ask_each_with_a_connection_of_its_own():
    Locale.objects.get_or_create(language_code="de")
    root = Page.objects.first() or Page.add_root(title="Root")
    names = [f"Seite {number}" for number in range(6)]
    for name in names:
        root.add_child(instance=Page(title=name))

    def ask(name):
        from django.db import connection  # noqa: PLC0415 (that of the thread)

        try:
            return [titles(ask_named(0, title=name)) for _time in range(20)]
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(ask, names))

    assert found == [[[name]] * 20 for name in names]
