"""A volunteer builds a form: what would keep it from working is said where it stands."""

import pytest
from django.urls import reverse
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from pages.enquiries.kinds import Kind
from pages.enquiries.models import FormPage, Submission
from pages.people.models import Person
from tests.make.editing import editor, filled
from tests.make.enquiries import form_page, main, question, read, sent


@pytest.fixture
def desk(client, contact):
    """Publishes the form after some of its fields were changed; answers with what is shown then."""
    client.force_login(editor())
    address = reverse("wagtailadmin_pages:edit", args=[contact.pk])

    def publish(**changes):
        data = filled(client.get(address).content.decode(), **changes)
        return read(client.post(address, {**data, "action-publish": "1"}, follow=True))

    return publish


def fault_at(html, name):
    """What is said at a field of the editing form."""
    field = html.find(attrs={"name": name})
    return field.find_parent(class_="w-field__wrapper").select_one(".w-field__errors").text


def more(number, **fields):
    """One more question in the editing form."""
    given = {"label": "", "field_type": "singleline", "choices": "", "help_text": "", "meaning": "", **fields}
    names = {f"form_fields-{number}-{name}": value for name, value in given.items()}
    return {"form_fields-TOTAL_FORMS": number + 1, f"form_fields-{number}-ORDER": number + 1, **names}


def labels(page):
    return [field.label for field in FormPage.objects.get(pk=page.pk).form_fields.all()]


def test_a_question_can_be_added(desk, contact):
    desk(**more(2, label="Wie heißen Sie?", meaning="name"))

    assert labels(contact)[-1] == "Wie heißen Sie?"


def test_two_questions_called_alike_are_refused_at_both(desk, contact):
    html = desk(**more(2, label="worum geht es?"))

    assert "heißt genauso" in fault_at(html, "form_fields-1-label")
    assert "heißt genauso" in fault_at(html, "form_fields-2-label")
    assert len(labels(contact)) == 2


@pytest.mark.parametrize("choices", ["", "Rot", " Rot \n\n Rot "])
def test_a_choice_without_choices_is_refused(desk, choices):
    html = desk(**more(2, label="Farbe", field_type="radio", choices=choices))

    assert "mindestens zwei" in fault_at(html, "form_fields-2-choices")


def test_a_form_without_questions_is_refused(desk, contact):
    html = desk(**{"form_fields-0-DELETE": "on", "form_fields-1-DELETE": "on"})

    assert "mindestens eine Frage" in html.text
    assert len(labels(contact)) == 2


def test_a_copy_needs_a_question_for_the_address(desk):
    html = desk(**{"form_fields-0-DELETE": "on", "offers_copy": "on"})

    assert "keine Frage nach der E-Mail-Adresse" in fault_at(html, "offers_copy")


def test_who_gets_the_mail_needs_an_address(desk):
    person = Person.objects.create(name="Kim")

    html = desk(contact=person.pk)

    assert "keine E-Mail-Adresse" in fault_at(html, "contact")


@pytest.mark.parametrize("days", ["0", "731", "-1"])
def test_nothing_is_kept_for_ever(desk, days):
    assert fault_at(desk(retention_days=days), "retention_days").strip()


def test_answers_stay_together_when_a_question_is_reworded(client, desk, contact):
    sent(client, contact, "mina@post.example", "Hallo")

    desk(**{"form_fields-1-label": "Was möchten Sie?"})
    sent(client, FormPage.objects.get(pk=contact.pk), "kim@post.example", "Guten Tag")

    assert [each.form_data["worum_geht_es"] for each in Submission.objects.order_by("pk")] == [
        "Hallo",
        "Guten Tag",
    ]


def test_a_new_question_may_be_called_as_another_was_once(client, desk, contact):
    desk(**{"form_fields-1-label": "Was möchten Sie?"}, **more(2, label="Worum geht es?"))

    page = FormPage.objects.get(pk=contact.pk)
    sent(client, page, "mina@post.example", "a", "b")

    assert sorted(Submission.objects.get().form_data.values()) == ["a", "b", "mina@post.example"]


def test_the_editor_sees_the_form_and_the_thanks_before_it_is_public(client, contact):
    client.force_login(editor())

    for mode, words in {"form": "Worum geht es?", "landing": "Wir antworten in drei Tagen."}.items():
        response = contact.make_preview_request(preview_mode=mode)
        assert words in main(response)


def test_labels_are_translated_and_facts_are_shared(client, contact):
    arabic = Locale.objects.create(language_code="ar")
    contact.get_parent().specific.copy_for_translation(arabic).save_revision().publish()
    source, _created = TranslationSource.update_or_create_from_instance(contact)
    translation = Translation.objects.create(source=source, target_locale=arabic)
    segment = StringSegment.objects.get(source=source, string__data="Worum geht es?")
    StringTranslation.objects.create(
        translation_of=segment.string, locale=arabic, context=segment.context, data="ما الموضوع؟"
    )

    translation.save_target(publish=True)

    copy = contact.get_translation(arabic)
    mail, topic = copy.form_fields.all()
    assert topic.label == "ما الموضوع؟"
    assert (mail.field_type, mail.required, mail.clean_name) == (Kind.MAIL, True, "ihre_e_mail")
    assert copy.retention_days == 30


def test_a_translation_follows_when_a_question_is_added(client, contact):
    english = Locale.objects.create(language_code="en")
    contact.get_parent().specific.copy_for_translation(english).save_revision().publish()
    source, _created = TranslationSource.update_or_create_from_instance(contact)
    translation = Translation.objects.create(source=source, target_locale=english)
    translation.save_target(publish=True)

    contact.form_fields.add(question("Ihr Name", sort_order=2))
    contact.save_revision().publish()
    source.update_from_db()
    translation.save_target(publish=True)

    assert labels(contact.get_translation(english))[-1] == "Ihr Name"


def test_a_copied_form_asks_the_same_and_counts_for_itself(client, contact):
    sent(client, contact, "mina@post.example", "Hallo")

    copy = contact.copy(update_attrs={"slug": "zweites", "title": "Zweites"}, keep_live=True)
    sent(client, copy, "kim@post.example", "Hallo")

    assert labels(copy) == labels(contact)
    assert [page.get_submissions().count() for page in (contact, copy)] == [1, 1]


def test_a_search_finds_what_is_said_above_the_form_and_no_question(contact):
    assert "Worum geht es?" not in list(contact.texts_to_find())


def test_a_form_of_every_kind_can_be_built(client, home):
    page = form_page(home, *(question(kind.label, kind, choices=["a", "b"]) for kind in Kind))

    assert len(read(client.get(page.url)).select("main form .form__field")) == len(Kind)
