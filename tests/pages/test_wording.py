import re

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.forms import modelform_factory
from django.urls import reverse
from django.utils.translation import override

from pages.centre.models import Centre
from pages.topics.models import Topic
from pages.wording import Wording, WordingFormField

GREETING = Wording(de="Guten Tag", tr="İyi günler", ar="نهارك سعيد")


@pytest.fixture
def six_languages(home):
    Centre.objects.update(languages=["de-simple", "en", "tr", "ar", "uk"])


@pytest.mark.parametrize(
    ("active", "text", "language"),
    [
        ("tr", "İyi günler", "tr"),
        ("de-simple", "Guten Tag", "de"),
        ("uk", "Guten Tag", "de"),
        (None, "Guten Tag", "de"),
    ],
)
def test_a_wording_speaks_the_language_of_the_page_or_the_nearest_it_has(active, text, language):
    assert GREETING.in_language(active) == (text, language)


def test_a_wording_that_only_exists_in_another_language_is_still_said():
    with override("en"):
        assert str(Wording(ar="نهارك سعيد")) == "نهارك سعيد"
        assert Wording(ar="نهارك سعيد").language == "ar"


def test_an_empty_wording_says_nothing():
    with override("tr"):
        assert str(Wording()) == ""
        assert not Wording(de="")


@pytest.mark.django_db
def test_a_wording_survives_the_database():
    Topic.objects.create(slug="gesundheit", name={"de": "Gesundheit", "uk": "Здоров'я"})

    topic = Topic.objects.get()

    with override("uk"):
        assert str(topic) == "Здоров'я"
    with override("ar"):
        assert (topic.name.text, topic.name.language) == ("Gesundheit", "de")


@pytest.mark.django_db
def test_a_plain_text_is_in_the_sites_own_language():
    Topic.objects.create(slug="kinder", name="Kinder")

    assert Topic.objects.get(name__de="Kinder").name == {"de": "Kinder"}


@pytest.mark.django_db
def test_a_wording_is_fetched_when_it_was_left_out():
    Topic.objects.create(slug="kinder", name="Kinder")

    assert str(Topic.objects.defer("name").get().name) == "Kinder"


@pytest.mark.usefixtures("six_languages")
def test_the_sites_own_language_is_asked_for_first_and_the_others_are_folded_away():
    html = WordingFormField(max_length=80).widget.render("name", GREETING, {"id": "id_name"})
    in_sight, folded = html.split("<details")

    assert 'name="name_de" value="Guten Tag"' in in_sight
    assert in_sight.count("<input") == 1
    assert folded.count("<input") == 5
    assert "Andere Sprachen (2)" in folded


@pytest.mark.usefixtures("six_languages")
def test_each_language_is_named_and_written_in_its_direction():
    html = WordingFormField().widget.render("name", GREETING, {"id": "id_name"})

    assert 'lang="ar" dir="rtl"' in html
    assert 'lang="tr" dir="ltr"' in html
    for code, name in {"de": "Deutsch", "ar": "العربية", "tr": "Türkçe"}.items():
        assert f'lang="{code}">{name}</label>' in html


@pytest.mark.usefixtures("six_languages")
def test_a_longer_text_gets_more_room():
    assert WordingFormField(max_length=400).widget.render("name", GREETING).count("<textarea") == 6
    assert "<textarea" not in WordingFormField(max_length=255).widget.render("name", GREETING)


@pytest.mark.usefixtures("six_languages")
def test_each_input_has_a_label_of_its_own():
    html = WordingFormField().widget.render("name", GREETING, {"id": "id_name"})

    for number in range(6):
        assert f'for="id_name_{number}"' in html
    assert '<details class="wording__others" aria-labelledby="id_name_0-label">' in html


def test_what_is_typed_arrives_without_the_empty_languages():
    field = WordingFormField(required=False)
    typed = {"name_de": " Guten Tag ", "name_de-simple": "", "name_tr": "İyi günler"}

    wording = field.clean(field.widget.value_from_datadict(typed, {}, "name"))

    assert wording == {"de": "Guten Tag", "tr": "İyi günler"}


def test_the_breaks_that_browsers_send_are_kept_as_one_sign():
    field = WordingFormField(max_length=400)
    typed = {"way_de": "Tram M1\r\nBus 5"}

    wording = field.clean(field.widget.value_from_datadict(typed, {}, "way"))

    assert wording == {"de": "Tram M1\nBus 5"}
    assert not field.has_changed({"de": "Tram M1\r\nBus 5"}, field.widget.decompress(wording))


@pytest.mark.parametrize("typed", [{}, {"name_tr": "İyi günler"}])
def test_the_sites_own_language_can_be_required(typed):
    field = WordingFormField(required=True)

    with pytest.raises(ValidationError) as refusal:
        field.clean(field.widget.value_from_datadict(typed, {}, "name"))

    assert refusal.value.code == "required"


@pytest.mark.parametrize("text", ["x" * 81, "nul\x00"])
def test_no_language_may_be_too_long_or_unreadable(text):
    field = WordingFormField(max_length=80)

    with pytest.raises(ValidationError):
        field.clean(field.widget.value_from_datadict({"name_de": "Kurz", "name_tr": text}, {}, "name"))


def test_nothing_changed_when_nothing_was_typed():
    field = WordingFormField()
    same = field.widget.decompress(GREETING)

    assert not field.has_changed(GREETING, same)
    assert field.has_changed(GREETING, ["Hallo", *same[1:]])


@pytest.mark.django_db
def test_an_editor_names_a_topic_in_two_languages(admin_client):
    names = {"name_de": "Gesundheit", "name_uk": "Здоров'я", "slug": "gesundheit"}

    admin_client.post(reverse(Topic.snippet_viewset.get_url_name("add")), names)

    assert Topic.objects.get().name == {"de": "Gesundheit", "uk": "Здоров'я"}


@pytest.mark.usefixtures("six_languages")
def test_it_can_be_repeated_in_rows_that_are_added_later():
    class Row(forms.Form):
        name = WordingFormField(required=False)

    rows = forms.formset_factory(Row)
    new = rows(prefix="closures").empty_form

    html = new.as_p()

    assert not re.search(r'"[^"]*__prefix__[^"]*__prefix__', html), "Wagtail numbers one of them only"
    assert 'for="id_closures-__prefix__-name_0"' in html
    posted = rows(
        {"closures-TOTAL_FORMS": "1", "closures-INITIAL_FORMS": "0", "closures-0-name_tr": "Kapalı"},
        prefix="closures",
    )
    assert posted.is_valid()
    assert posted.forms[0].cleaned_data["name"] == {"tr": "Kapalı"}


@pytest.mark.django_db
def test_the_form_of_a_model_carries_no_hidden_copy_of_the_words():
    form = modelform_factory(Topic, fields=["name", "slug"])(instance=Topic(name="Kinder"))

    assert "hidden" not in str(form["name"])
    assert 'value="Kinder"' in str(form["name"])
