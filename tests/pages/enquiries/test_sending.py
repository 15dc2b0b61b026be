import pytest

from pages.enquiries.models import Submission
from tests.make.centre import centre
from tests.make.enquiries import form_page, main, read, sent

GIVEN = ("mina@post.example", "Ist der Saal am 3. Mai frei?")


@pytest.fixture
def contact(home):
    centre(mail="haus@haus.example", phone="030 5550-100")
    return form_page(home, retention_days=30, thanks="Wir antworten in drei Tagen.")


def test_a_form_shows_its_questions_with_labels(client, contact):
    html = read(client.get(contact.url))

    for control in html.select("form[method=post] [name]:not([type=hidden])"):
        assert html.find("label", attrs={"for": control["id"]}).text.strip()
    mail = html.find("input", type="email")
    assert mail["autocomplete"] == "email"
    assert mail["inputmode"] == "email"
    assert mail.has_attr("required")
    assert "(Pflichtangabe)" in html.find("label", attrs={"for": mail["id"]}).text


def test_what_was_written_is_kept_and_told_to_the_house(client, contact, mailoutbox):
    response = sent(client, contact, *GIVEN)

    thanks = client.get(response.url)
    assert response.status_code == 303
    assert "gespeichert und als Mail an uns verschickt" in main(thanks)
    assert "Wir antworten in drei Tagen." in main(thanks)
    assert thanks["Cache-Control"] == "private, no-store"
    assert Submission.objects.get().form_data["worum_geht_es"] == GIVEN[1]
    [mail] = mailoutbox
    assert mail.to == ["haus@haus.example"]
    message = mail.message()
    assert message["Reply-To"] == "mina@post.example"
    assert GIVEN[1] in message.get_content()


def test_readers_get_no_cookie(client, contact):
    client.get(contact.url)
    response = sent(client, contact, *GIVEN)
    client.get(response.url)

    assert not client.cookies


def test_a_mistake_is_said_on_top_and_at_the_field_and_nothing_is_lost(client, contact):
    response = sent(client, contact, "mina", GIVEN[1])

    html = read(response)
    assert response.status_code == 422
    assert html.title.text.startswith("Fehler:")
    [link] = html.select(".faults a[href^='#id_']")
    field = html.find(id=link["href"][1:])
    assert html.select_one(".faults").has_attr("autofocus")
    assert field["aria-invalid"] == "true"
    assert "keine E-Mail-Adresse" in html.find(id=field["aria-describedby"]).text
    assert field["value"] == "mina"
    assert GIVEN[1] in html.find("textarea").text
    assert not Submission.objects.exists()
