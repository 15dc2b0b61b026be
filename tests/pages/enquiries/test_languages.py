"""A form is one form in all languages: what it asks, who is told and when it is forgotten is typed once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from pages.enquiries.forgetting import delete_overdue
from pages.enquiries.kinds import Kind
from pages.enquiries.models import FormPage, Submission
from tests.make.centre import centre
from tests.make.enquiries import answers, form_page, main, question, read
from tests.make.every_fact import translated
from tests.make.people import person
from tests.make.services import finder, service


@pytest.fixture
def original(home):
    """Asks for a mail address and a wish; offers a copy; the consent has to be ticked."""
    return form_page(
        home,
        question("Ihre E-Mail", Kind.MAIL, required=True),
        question("Ihr Wunsch", Kind.ONE_OF, choices=["Kaffee", "Tee"]),
        title="Anmeldung",
        contact=person("Alte", mail="alt@haus.example"),
        consent="Ich bin einverstanden.",
        offers_copy=True,
    )


@pytest.fixture
def arabic(original):
    """The same with Arabic words; made before anything below is changed in the original."""
    page = translated(original, "ar", title="تسجيل", consent="أوافق.")
    mail, wish = page.form_fields.all()
    mail.label, wish.label, wish.choices = "بريدك", "رغبتك", "قهوة\nشاي"
    page.form_fields = [mail, wish]
    page.save_revision().publish()
    return FormPage.objects.get(pk=page.pk)


def send(client, original, address, **given):
    """Fill in the form as it stands at an address, with the names of the original."""
    data = answers(original, "mina@post.example", "Tee", **{"q-consent": "on", "q-copy": "on", **given})
    return client.post(address, data)


def test_questions_are_those_of_the_original_in_the_readers_words(client, original, arabic):
    original.form_fields.add(question("Ihr Alter", required=True, sort_order=5))
    original.save_revision().publish()

    shown = main(client.get(arabic.url))

    assert [word for word in ("بريدك", "رغبتك", "قهوة", "شاي", "أوافق.") if word not in shown] == []
    assert "Ihre E-Mail" not in shown
    assert '<span lang="de" dir="ltr">Ihr Alter</span>' in client.get(arabic.url).content.decode()


def test_an_answer_in_arabic_is_kept_and_told_in_the_words_of_the_house(client, original, arabic, mailoutbox):
    response = send(client, original, arabic.url)

    assert response.status_code == 303
    submission = Submission.objects.get()
    assert submission.page_id == original.pk
    assert [(entry["label"], entry["words"]) for entry in submission.entries][1] == ("Ihr Wunsch", "Tee")
    assert submission.consent == "أوافق."
    to_the_house, copy = mailoutbox
    assert (to_the_house.subject, "Ihr Wunsch\n  Tee" in to_the_house.body) == ("Anmeldung", True)
    assert "رغبتك\n  شاي" in copy.body


def test_thanks_are_said_where_it_was_sent(client, original, arabic):
    response = send(client, original, arabic.url)

    assert read(client.get(response["Location"])).html["lang"] == "ar"
    assert client.get(response["Location"]).status_code == 200


def test_another_recipient_counts_in_every_language_at_once(client, original, arabic, mailoutbox):
    original.contact = person("Neue", mail="neu@haus.example")
    original.save_revision().publish()

    for address in (arabic.url, "/uk/anmeldung/"):
        send(client, original, address)

    assert [mail.to for mail in mailoutbox if mail.to != ["mina@post.example"]] == [["neu@haus.example"]] * 2


def test_consent_is_asked_where_the_original_asks_it(client, original, arabic):
    FormPage.objects.filter(pk=arabic.pk).update(consent="")
    assert send(client, original, arabic.url, **{"q-consent": ""}).status_code == 422

    original.consent = ""
    original.save_revision().publish()

    assert send(client, original, arabic.url, **{"q-consent": ""}).status_code == 303


def test_what_was_sent_is_forgotten_when_the_original_says(client, original, arabic):
    send(client, original, arabic.url)
    Submission.objects.update(page=arabic, submit_time=timezone.now() - timedelta(days=8))
    original.retention_days = 7
    original.save_revision().publish()

    assert delete_overdue() == 1


def test_a_form_is_about_the_same_service_in_every_language(client, home, original, arabic):
    about = service(finder(home), "Nähcafé")
    translation = translated(about, "ar", title="مقهى الخياطة")

    shown = main(client.get(f"{arabic.url}?angebot={translation.pk}"))
    send(client, original, f"{arabic.url}?angebot={translation.pk}")

    assert "مقهى الخياطة" in shown
    submission = Submission.objects.get()
    assert (submission.about_id, submission.about_title) == (about.pk, "Nähcafé")


def test_a_form_opened_in_one_language_can_be_sent_when_it_is_not_spoken_any_more(client, home, original):
    """The browser sends the same once more to where it is led."""
    centre(languages=["en"])

    response = send(client, original, "/ar/anmeldung/")

    assert (response.status_code, response["Location"]) == (307, "/de/anmeldung/")


def test_an_answer_keeps_its_meaning_when_the_choices_change_places(client, original, arabic):
    wish = original.form_fields.all()[1]
    wish.choices = "Tee\nKaffee\nWasser"
    original.form_fields = [original.form_fields.all()[0], wish]
    original.save_revision().publish()

    html = read(client.get(arabic.url))

    boxes = html.find_all("input", type="radio")
    said = {each["value"]: html.find("label", attrs={"for": each["id"]}).get_text().strip() for each in boxes}
    assert said == {"Tee": "شاي", "Kaffee": "قهوة", "Wasser": "Wasser"}


def test_consent_that_nobody_has_translated_is_marked_as_german(client, original, arabic):
    arabic.consent = ""
    arabic.save_revision().publish()

    html = client.get(arabic.url).content.decode()

    assert '<span lang="de" dir="ltr">Ich bin einverstanden.</span>' in html
