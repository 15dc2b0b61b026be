from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail.models import Locale

from pages.passages.models import Passage
from tests.make.bricks import shown, stack, words


def passage(text, **fields):
    locale = fields.pop("locale", None) or Locale.get_default()
    return Passage.objects.create(name=text, body=stack(("text", f"<p>{text}</p>")), locale=locale, **fields)


def test_changed_once_it_is_changed_on_every_page(db):
    kept = passage("Kaffee ist da.")
    brick = ("passage", kept.pk)
    kept.body = stack(("text", "<p>Tee ist da.</p>"))
    kept.save()

    assert words(shown(brick)) == "Tee ist da."


def test_an_unpublished_one_is_never_shown(db):
    hidden = passage("Noch nicht fertig", live=False)

    assert not shown(("passage", hidden.pk)).find(True)


def test_a_deleted_one_leaves_no_trace(db):
    assert not shown(("passage", 4711)).find(True)


def test_readers_get_it_in_their_language_once_that_is_published(db):
    german = passage("Kaffee ist da.")
    arabic = passage("القهوة", locale=Locale.objects.create(language_code="ar"), live=False)
    Passage.objects.filter(pk=arabic.pk).update(translation_key=german.translation_key)

    with translation.override("ar"):
        before = words(shown(("passage", german.pk)))
        Passage.objects.filter(pk=arabic.pk).update(live=True)
        after = words(shown(("passage", german.pk)))

    assert (before, after) == ("Kaffee ist da.", "القهوة")


def test_the_headings_in_it_continue_the_page_around_it(db):
    kept = Passage.objects.create(
        name="Liste",
        locale=Locale.get_default(),
        body=stack(("listing", {"title": "Mehr", "look": "links", "count": 3, "order": "tree"})),
    )

    page = shown(("heading", {"text": "Angebote", "level": 3}), ("passage", kept.pk))

    assert page.h4.text == "Mehr"


def test_ten_of_them_cost_no_more_questions_than_one(db):
    bricks = [("passage", passage(f"Text {number}").pk) for number in range(10)]

    def questions(some):
        with CaptureQueriesContext(connection) as asked:
            shown(*some)
        return len(asked)

    assert questions(bricks[:1]) == questions(bricks)
