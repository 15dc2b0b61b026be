"""All terms of the house in all its languages, on one screen."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from pages.centre.models import Centre
from pages.places.models import Room
from pages.topics.models import Topic
from quartier.languages import terms
from tests.make.centre import closed
from tests.make.editing import editor, volunteer
from tests.make.places import room


@pytest.fixture
def topic(home):
    Centre.objects.update(languages=["en", "ar"])
    return Topic.objects.create(name={"de": "Nähen", "en": "Sewing"}, slug="naehen")


@pytest.fixture
def rita(client, topic):
    user = editor()
    client.force_login(user)
    return user


def read(client, query=""):
    answer = client.get(reverse("terms") + query)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def form_of(page, key):
    return page.find("form", id=key)


def sent(page, key, **typed):
    """What a browser sends of the form of one term."""
    form = form_of(page, key)
    said = {each["name"]: each.get("value", each.text) for each in form.select("input, textarea")}
    return said | {f"text-{code}": text for code, text in typed.items()}


def test_every_term_stands_there_in_the_languages_of_the_house(client, rita, topic):
    room("Saal", tariffs=[("Vereine", "10", "hour")])
    closed("2026-08-03", "2026-08-09", "Sommerpause")

    page = read(client)

    text = page.get_text()
    assert all(term in text for term in ("Nähen", "Saal", "Sommerpause", "Haus am Park"))
    codes = {box["lang"] for box in page.select(".terms__box input[type=text]")}
    assert codes == {"en", "ar"}


def test_what_is_missing_is_marked_and_can_be_read_alone(client, rita, topic):
    Topic.objects.create(name={"de": "Kochen", "en": "Cooking", "ar": "الطبخ"}, slug="kochen")

    everything, missing, in_english = (
        read(client, "?art=topics.topic"),
        read(client, "?art=topics.topic&fehlt=1"),
        read(client, "?art=topics.topic&fehlt=1&sprache=en"),
    )

    assert len(form_of(everything, f"topics.topic.name.{topic.pk}").select(".terms__box--missing")) == 1
    assert "Kochen" in everything.get_text()
    assert "Kochen" not in missing.get_text()
    assert "Nähen" in missing.get_text()
    assert "Nähen" not in in_english.get_text()


def test_a_translation_typed_there_is_read_at_once(client, rita, topic):
    key = f"topics.topic.name.{topic.pk}"

    answer = client.post(reverse("terms"), sent(read(client), key, ar="الخياطة"))

    assert answer.status_code == 302
    topic.refresh_from_db()
    assert topic.name == {"de": "Nähen", "en": "Sewing", "ar": "الخياطة"}


def test_nothing_is_overwritten_that_somebody_typed_meanwhile(client, rita, topic):
    key, page = f"topics.topic.name.{topic.pk}", read(client)
    Topic.objects.filter(pk=topic.pk).update(name={"de": "Nähen", "en": "Needlework"})

    answer = client.post(reverse("terms"), sent(page, key, en="Tailoring", ar="الخياطة"))

    said = answer.content.decode()
    topic.refresh_from_db()
    assert topic.name == {"de": "Nähen", "en": "Needlework"}
    assert "inzwischen" in said
    assert "Tailoring" in said


def test_a_text_of_several_lines_is_changed_however_its_lines_were_kept(client, rita):
    one = room("Saal")
    Room.objects.filter(pk=one.pk).update(equipment={"de": "Bühne,\r\nKlavier", "en": "Stage,\r\npiano"})
    key = f"places.room.equipment.{one.pk}"

    answer = client.post(reverse("terms"), sent(read(client), key, en="Stage,\r\ngrand piano"))

    assert answer.status_code == 302
    assert Room.objects.get(pk=one.pk).equipment["en"] == "Stage,\ngrand piano"


def test_another_language_that_somebody_typed_meanwhile_stays(client, rita, topic):
    key, page = f"topics.topic.name.{topic.pk}", read(client)
    Topic.objects.filter(pk=topic.pk).update(name={"de": "Nähen", "en": "Needlework", "tr": "Dikiş"})

    client.post(reverse("terms"), sent(page, key, ar="الخياطة"))

    topic.refresh_from_db()
    assert topic.name == {"de": "Nähen", "en": "Needlework", "tr": "Dikiş", "ar": "الخياطة"}


def test_a_term_that_is_too_long_is_not_cut(client, rita, topic):
    key = f"topics.topic.name.{topic.pk}"

    answer = client.post(reverse("terms"), sent(read(client), key, ar="ا" * 81))

    topic.refresh_from_db()
    assert "ar" not in topic.name
    assert "80" in answer.content.decode()


@pytest.mark.parametrize(
    "key",
    [
        *("", "x", "topics.topic.name.", "topics.topic.name.999", "topics.topic.slug.1", "a" * 9999),
        *("topics.topic.name.٣٣٣", "topics.topic.name." + "9" * 40, "topics.topic.name.1\0"),
        "auth.user.password.1",
    ],
)
def test_a_term_that_does_not_exist_is_not_found(client, rita, key):
    answer = client.post(reverse("terms"), {"term": key, "text-ar": "x"}, follow=True)

    assert "gibt es nicht mehr" in answer.content.decode()
    assert not Topic.objects.filter(name__ar="x")


@pytest.mark.parametrize("query", ["?sprache=xx&art=1&fehlt=9&p=x", "?p=-1", "?p=99999999", "?p=1&p=2"])
def test_nonsense_was_not_asked_for(client, rita, query):
    assert "Nähen" in read(client, query).get_text()


def test_who_may_not_change_terms_does_not_come_in(client, topic):
    client.force_login(volunteer())

    answer = client.get(reverse("terms"))
    client.post(reverse("terms"), {"term": f"topics.topic.name.{topic.pk}", "text-ar": "x"})

    assert "Nähen" not in answer.content.decode()
    topic.refresh_from_db()
    assert "ar" not in topic.name


def test_the_list_does_not_ask_once_for_each_term(client, rita, django_assert_max_num_queries):
    for number in range(60):
        Topic.objects.create(name={"de": f"Thema {number}"}, slug=f"thema-{number}")
    read(client)

    with django_assert_max_num_queries(60):
        page = read(client, "?art=topics.topic")

    assert len(page.select(".terms__row")) == 25


def test_terms_of_pages_and_of_single_dates_are_edited_elsewhere():
    models = {field.model._meta.label for field in terms.fields()}

    assert "topics.Topic" in models
    assert "places.Tariff" in models
    assert not models & {
        "services.ServicePage",
        "services.ServiceTime",
        "events.EventPage",
        "events.Occurrence",
    }


def test_the_form_of_a_term_asks_for_the_languages_of_the_house_and_those_that_have_a_text(client, rita):
    one = room("Saal")
    Room.objects.filter(pk=one.pk).update(name={"de": "Saal", "fr": "Salle"})

    html = client.get(f"/admin/snippets/places/room/edit/{one.pk}/").content.decode()

    page = BeautifulSoup(html, "html.parser")
    codes = {each["lang"] for each in page.select("[name^=name_]") if each.get("lang")}
    assert codes == {"de", "en", "ar", "fr"}
