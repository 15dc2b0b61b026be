import pytest

from pages.people.models import Person
from pages.topics.models import Topic
from quartier.search.models import Mention, Word
from tests.make.pages import plain_page


def texts(*paragraphs):
    return [("text", f"<p>{paragraph}</p>") for paragraph in paragraphs]


@pytest.mark.parametrize(
    "question",
    [
        "Nähcafé",
        "nähcafe",
        "NAEHCAFE",
        "Nahcafé",
        "Nähcaffe",
        "Näcafé",
        "Nhäcafé",
        "Nähcafés",
        "Nähen",
        "Näh",
        "Café",
    ],
)
def test_a_page_is_found_however_one_types_its_name(home, ask, question):
    plain_page(home, "Nähcafé")
    plain_page(home, "Garten")

    assert ask(question).titles == ["Nähcafé"]


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Fest", "Unser Sommerfest im Hof"),
        ("Sommerfest", "Ein Fest im Sommer"),
        ("Beratungszeiten", "Zeiten der Beratung"),
        ("Reparatur-Café", "Das Reparaturcafé hilft"),
        ("Reparaturcafe", "Das Reparatur-Café hilft"),
        ("Baum", "Viele Apfelbäume"),
        ("Ehrenamt", "ehrenamtlich mitmachen"),
    ],
)
def test_compounds_are_found_by_their_parts(home, ask, question, text):
    plain_page(home, "Neues", body=texts(text))

    assert ask(question).titles == ["Neues"]


def test_title_summary_bricks_topics_and_people_are_searched(home, ask):
    topic = Topic.objects.create(name={"de": "Gesundheit"}, slug="gesundheit")
    person = Person.objects.create(name="Aylin Demir", role={"de": "Sozialarbeiterin"})
    page = plain_page(
        home,
        "Rückenschule",
        summary="Dehnen und kräftigen.",
        body=[
            ("accordion", [{"title": "Was mitbringen?", "text": "<p>Handtuch</p>"}]),
            ("contact", {"title": "", "person": person}),
        ],
    )
    page.topics = [topic]
    page.save()

    for question in [
        "Rückenschule",
        "kräftigen",
        "mitbringen",
        "Handtuch",
        "Gesundheit",
        "Demir",
        "Sozialarbeiterin",
    ]:
        assert ask(question).titles == ["Rückenschule"], question


def test_what_only_editors_see_is_not_searched(home, ask):
    listing = {
        "title": "",
        "kind": "",
        "topic": None,
        "below": None,
        "count": 3,
        "order": "tree",
        "look": "cards",
    }
    plain_page(
        home, "Neues", body=[("listing", listing), ("text", "<p>Träger: [[Name des Vereins]]</p><p>Hof</p>")]
    )

    assert ask("Hof").titles == ["Neues"]
    for question in ["Karten", "Bildern", "Träger", "Vereins"]:
        assert ask(question).titles == [], question


def test_all_words_in_the_title_come_first_then_all_words_then_some(home, ask):
    plain_page(home, "Kochen", summary="Gemeinsam im Hof.")
    plain_page(home, "Im Garten", summary="Wir kochen, was wächst.")
    plain_page(home, "Kochen im Garten")
    plain_page(home, "Anderes", summary="Nichts davon.")

    assert ask("kochen im Garten").titles == ["Kochen im Garten", "Im Garten", "Kochen"]


def test_equals_stand_in_the_order_of_the_menu(home, ask):
    for number in (3, 1, 2):
        plain_page(home, f"Yoga {number}", slug=f"yoga-{number}")

    assert ask("Yoga").titles == ["Yoga 3", "Yoga 1", "Yoga 2"]


def test_a_word_itself_comes_before_one_that_it_is_a_part_of(home, ask):
    plain_page(home, "Beratungszeiten")
    plain_page(home, "Beratung")

    assert ask("Beratung").titles == ["Beratung", "Beratungszeiten"]


def test_words_that_say_nothing_are_left_out_unless_there_are_no_others(home, ask):
    plain_page(home, "Über uns")
    plain_page(home, "Garten", summary="Alles über den Garten.")

    assert ask("der Garten und die").titles == ["Garten"]
    assert ask("über uns").titles == ["Über uns"]


def test_a_changed_page_is_found_by_its_new_words_only(home, ask):
    page = plain_page(home, "Tanzabend")
    page.title = "Filmabend"
    page.save_revision().publish()

    assert ask("Filmabend").titles == ["Filmabend"]
    assert ask("Tanzabend").titles == []
    assert not Word.objects.filter(fold="tanzabend").exists()


def test_a_draft_changes_nothing(home, ask):
    page = plain_page(home, "Tanzabend")
    page.title = "Filmabend"
    page.save_revision()

    assert ask("Tanzabend").titles == ["Tanzabend"]
    assert ask("Filmabend").titles == []


def test_a_topic_that_is_renamed_or_deleted_changes_its_pages(home, ask):
    topic = Topic.objects.create(name={"de": "Gesundheit"}, slug="gesundheit")
    page = plain_page(home, "Rückenschule")
    page.topics = [topic]
    page.save()

    topic.name = {"de": "Wohlbefinden"}
    topic.save()
    assert ask("Wohlbefinden").titles == ["Rückenschule"]
    assert ask("Gesundheit").titles == []

    topic.delete()
    assert ask("Wohlbefinden").titles == []


def test_a_person_with_another_name_is_found_on_the_pages_that_show_her(home, ask):
    person = Person.objects.create(name="Aylin Demir")
    plain_page(home, "Beratung", body=[("contact", {"title": "", "person": person})])

    person.name = "Aylin Schulze"
    person.save()

    assert ask("Schulze").titles == ["Beratung"]
    assert ask("Demir").titles == []


def test_a_deleted_page_leaves_nothing_behind(home):
    page = plain_page(home, "Tanzabend")
    page.delete()

    assert not Mention.objects.filter(page_id=page.pk).exists()
