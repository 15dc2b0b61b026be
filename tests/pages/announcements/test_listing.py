"""Which announcements hold when, and in which order one meets them."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import override

from blocks.reading import as_read
from pages.announcements.choices import Kind, Sentence, Shown
from pages.announcements.listing import archive, banners, current, next_change, shown_on_home
from tests.make.announcements import announcement, moment
from tests.make.translations import translated


def titles(found):
    return [page.title for page in found]


def test_an_announcement_appears_and_vanishes_to_the_second(aktuelles):
    starts, ends = moment(1), moment(2)
    announcement(aktuelles, starts=starts, ends=ends, shown=Shown.EVERYWHERE)
    a_second = timedelta(seconds=1)

    there = {at: bool(banners(at)) for at in (starts - a_second, starts, ends - a_second, ends)}

    assert list(there.values()) == [False, True, True, False]


def test_the_heaviest_banner_stands_first_then_what_one_has_to_know_first(aktuelles):
    everywhere = {"shown": Shown.EVERYWHERE, "hours": (-1, 5)}
    announcement(aktuelles, "Hinweis", **everywhere)
    announcement(aktuelles, "Warnung", kind=Kind.WARNING, **everywhere)
    announcement(aktuelles, "Notfall", kind=Kind.EMERGENCY, **everywhere)
    announcement(aktuelles, "Geschlossen", kind=Kind.CLOSURE, **everywhere)
    announcement(aktuelles, "Geschlossen, neuer", kind=Kind.CLOSURE, **{**everywhere, "starts": moment(-0.5)})
    announcement(aktuelles, "Am schwersten", weight=3, **everywhere)

    found = titles(banners(timezone.now()))

    assert found == [
        "Am schwersten",
        "Notfall",
        "Geschlossen, neuer",
        "Geschlossen",
        "Warnung",
        "Hinweis",
    ]


def test_each_place_shows_only_what_is_meant_for_it(aktuelles):
    for shown in Shown:
        announcement(aktuelles, shown.value, shown=shown)
    now = timezone.now()

    places = titles(banners(now)), titles(shown_on_home(now)), sorted(titles(current(now)))

    assert places == (["all"], ["home"], ["all", "home", "list"])


def test_what_is_over_stands_in_the_archive_alone(aktuelles):
    announcement(aktuelles, "Vorbei", hours=(-5, -1))
    announcement(aktuelles, "Gilt", hours=(-5, 1))
    now = timezone.now()

    assert (titles(archive(now)), titles(current(now))) == (["Vorbei"], ["Gilt"])


def test_the_next_change_is_the_first_beginning_or_end_ahead(aktuelles):
    announcement(aktuelles, "Vorbei", hours=(-5, -1))
    holds = announcement(aktuelles, "Gilt", hours=(-5, 3))
    coming = announcement(aktuelles, "Kommt", hours=(2, 4))
    announcement(aktuelles, "Ohne Ende")
    now = timezone.now()

    assert next_change(now) == coming.starts
    assert next_change(coming.starts) == holds.ends
    assert next_change(now + timedelta(days=1)) is None


def test_what_waits_for_its_beginning_is_a_change_to_come(aktuelles):
    page = announcement(aktuelles, starts=moment(3), live=False)
    page.save_revision().publish()

    assert (page.live, next_change(timezone.now())) == (False, page.starts)


def test_a_draft_that_nobody_published_changes_nothing(aktuelles):
    announcement(aktuelles, starts=moment(3), live=False).save_revision()

    assert next_change(timezone.now()) is None


def test_a_standard_sentence_speaks_the_readers_language_where_nobody_translated(aktuelles):
    announcement(aktuelles, "Aufzug kaputt", sentence=Sentence.LIFT, shown=Shown.EVERYWHERE)

    with override("en"):
        (page,) = as_read(banners(timezone.now()))

        assert (page.headline, page.headline_language) == ("The lift is out of order", "")


def test_a_translated_title_goes_before_the_standard_sentence(aktuelles):
    page = announcement(aktuelles, "Aufzug kaputt", sentence=Sentence.LIFT, shown=Shown.EVERYWHERE)
    translated(page, "en", title="Our lift has broken down")

    with override("en"):
        (page,) = as_read(banners(timezone.now()))

        assert (page.headline, page.headline_language) == ("Our lift has broken down", "")


def test_own_words_stay_in_the_language_in_which_they_were_written(aktuelles):
    announcement(aktuelles, "Wasserrohrbruch", shown=Shown.EVERYWHERE)

    with override("en"):
        (page,) = as_read(banners(timezone.now()))

        assert (page.headline, page.headline_language) == ("Wasserrohrbruch", "de")
