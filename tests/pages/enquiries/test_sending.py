from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from pages.enquiries.intake.posting import TICKET, TRAP
from pages.enquiries.intake.ticket import Ticket
from pages.enquiries.kinds import Kind
from pages.enquiries.models import Knock, Submission
from pages.letters import outbox
from pages.letters.models import Letter, State
from pages.people.models import Person
from tests.make.centre import centre
from tests.make.enquiries import answers, form_page, main, question, read, sent

GIVEN = ("mina@post.example", "Ist der Saal am 3. Mai frei?")


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


def refused(response, words):
    """That it was not taken in is said, and what was written is still there."""
    html = read(response)
    assert words in html.select_one(".faults").text
    assert html.find("input", type="email")["value"] == GIVEN[0]
    assert GIVEN[1] in html.find("textarea").text
    assert not Submission.objects.exists()
    return html


def pressed_again(client, html, page, **more):
    data = {field["name"]: field.get("value", "") for field in html.select("main form input[name]")}
    data |= {field["name"]: field.text.strip() for field in html.select("main form textarea[name]")}
    return client.post(page.url, {**data, **more})


def test_who_is_quicker_than_a_person_is_asked_to_press_again(client, contact):
    now = timezone.now()
    ticket = Ticket.new(contact, now - timedelta(seconds=1)).signed
    html = refused(sent(client, contact, *GIVEN, **{TICKET: ticket}), "so schnell")

    with time_machine.travel(now + timedelta(seconds=4)):
        again = pressed_again(client, html, contact)

    assert again.status_code == 303


def test_a_form_left_open_for_a_day_is_sent_at_the_second_press(client, contact):
    old = Ticket.new(contact, timezone.now() - timedelta(hours=25)).signed
    html = refused(sent(client, contact, *GIVEN, **{TICKET: old}), "sehr lange offen")

    assert pressed_again(client, html, contact).status_code == 303


@pytest.mark.parametrize("ticket", ["", "x", "a:b:c", "eyJ9:1:2", "\x00"])
def test_a_ticket_that_we_did_not_sign_is_none(client, contact, ticket):
    refused(sent(client, contact, *GIVEN, **{TICKET: ticket}), "Noch nicht gesendet")


def test_a_ticket_holds_for_its_own_form(client, contact, home):
    other = form_page(home, title="Anderes")

    refused(sent(client, contact, *GIVEN, **{TICKET: Ticket.new(other, at_once=True).signed}), "Noch nicht")


def test_what_stands_in_the_field_for_programs_is_told_and_emptied(client, contact):
    html = refused(sent(client, contact, *GIVEN, **{TRAP: "https://spam.example"}), "Menschen nicht sehen")

    trap = html.find("input", attrs={"name": TRAP})
    assert trap.get("value") is None
    assert trap.parent.has_attr("hidden")
    assert pressed_again(client, html, contact).status_code == 303


def test_sent_twice_it_is_kept_once_and_thanked_for_twice(client, contact, mailoutbox):
    data = answers(contact, *GIVEN)

    first, second = client.post(contact.url, data), client.post(contact.url, data)

    assert main(client.get(first.url)) == main(client.get(second.url))
    assert Submission.objects.count() == 1
    assert len(mailoutbox) == 1


def test_other_words_with_the_same_form_are_not_swallowed(client, contact):
    data = answers(contact, *GIVEN)
    client.post(contact.url, data)

    response = client.post(contact.url, {**data, "worum_geht_es": "Noch etwas"})

    assert "schon gesendet" in main(response)
    assert pressed_again(client, read(response), contact).status_code == 303
    assert Submission.objects.count() == 2


def test_one_connection_may_send_five_in_ten_minutes(client, contact):
    for number in range(5):
        assert sent(client, contact, GIVEN[0], str(number)).status_code == 303

    response = sent(client, contact, *GIVEN)

    assert response.status_code == 429
    assert "kam schon sehr viel" in main(response)
    assert "030 5550-100" in main(response)
    assert GIVEN[1] in read(response).find("textarea").text
    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        assert sent(client, contact, *GIVEN).status_code == 303


def test_one_connection_may_send_twenty_a_day(client, contact):
    noon = timezone.localtime().replace(hour=10, minute=0)
    for number in range(20):
        with time_machine.travel(noon + timedelta(minutes=11 * number)):
            assert sent(client, contact, GIVEN[0], str(number)).status_code == 303

    with time_machine.travel(noon + timedelta(hours=5)):
        assert sent(client, contact, *GIVEN).status_code == 429


def test_no_address_of_a_connection_is_kept(client, contact):
    sent(client, contact, *GIVEN)

    assert len(Knock.objects.get().sender) == 64
    assert "127.0.0.1" not in str(Knock.objects.values())


@pytest.mark.parametrize(
    ("behind_proxy", "forwarded", "alike"),
    [
        (False, ("1.1.1.1", "2.2.2.2"), True),
        (True, ("1.1.1.1", "2.2.2.2"), False),
        (True, ("9.9.9.9, 1.1.1.1", "8.8.8.8, 1.1.1.1"), True),
    ],
    ids=["said by anybody", "said by our proxy", "only the last hop counts"],
)
def test_who_knocks_is_asked_of_the_proxy_only_if_there_is_one(
    client, contact, settings, behind_proxy, forwarded, alike
):
    settings.BEHIND_PROXY = behind_proxy
    for number, hops in enumerate(forwarded):
        client.post(contact.url, answers(contact, GIVEN[0], str(number)), headers={"X-Forwarded-For": hops})

    assert (len(set(Knock.objects.values_list("sender", flat=True))) == 1) is alike


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "https://boese.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "http://testserver"}, 303),
        ({"Origin": "http://testserver"}, 303),
        ({}, 303),
    ],
)
def test_a_post_from_elsewhere_is_not_taken_in(client, contact, headers, status):
    response = client.post(contact.url, answers(contact, *GIVEN), headers=headers)

    assert response.status_code == status
    assert Submission.objects.exists() is (status == 303)


def test_without_a_mail_server_the_reader_is_told_so_and_the_mail_goes_later(
    client, contact, settings, mailoutbox
):
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = (
        "django.core.mail.backends.smtp.EmailBackend",
        "127.0.0.1",
        1,
    )
    response = sent(client, contact, *GIVEN)

    thanks = main(client.get(response.url))
    assert "noch nicht verschickt" in thanks
    assert Submission.objects.count() == 1

    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    outbox.post_due(timezone.now() + timedelta(minutes=2))
    assert len(mailoutbox) == 1
    assert "als Mail an uns verschickt" in main(client.get(response.url))


@pytest.mark.parametrize(
    ("state", "said"), [(State.FAILED, "nicht zugestellt"), (State.UNCERTAIN, "können wir nicht wissen")]
)
def test_of_a_mail_that_will_perhaps_not_come_the_truth_is_told(client, contact, state, said):
    response = sent(client, contact, *GIVEN)
    Letter.objects.update(state=state)

    thanks = main(client.get(response.url))

    assert said in thanks
    assert "030 5550-100" in thanks


def test_a_house_without_any_address_still_keeps_what_was_sent(client, contact):
    centre(mail="")

    response = sent(client, contact, *GIVEN)

    assert "gespeichert, und wir lesen sie" in main(client.get(response.url))
    assert Submission.objects.get().letter is None


def test_the_person_in_charge_gets_the_mail(client, contact, mailoutbox):
    contact.contact = Person.objects.create(name="Kim", mail="kim@haus.example")
    contact.save()

    sent(client, contact, *GIVEN)

    assert mailoutbox[0].to == ["kim@haus.example"]


def test_a_copy_goes_to_the_sender_who_wants_one(client, contact, mailoutbox):
    contact.offers_copy = True
    contact.save()

    response = sent(client, contact, *GIVEN, **{"q-copy": "on"})

    copy = mailoutbox[1].message()
    assert copy["To"] == "mina@post.example"
    assert copy["Auto-Submitted"] == "auto-generated"
    assert GIVEN[1] in copy.get_content()
    assert "Eine Kopie ist unterwegs" in main(client.get(response.url))


def test_nobody_gets_a_copy_that_was_not_offered(client, contact, mailoutbox):
    sent(client, contact, *GIVEN, **{"q-copy": "on"})

    assert [mail.to for mail in mailoutbox] == [["haus@haus.example"]]


def test_a_copy_needs_an_address(client, home):
    page = form_page(home, question("Mail", Kind.MAIL), question("Text"), offers_copy=True)

    response = sent(client, page, "", "Hallo", **{"q-copy": "on"})

    assert "Wohin?" in main(response)


def test_consent_has_to_be_given_and_is_kept_word_for_word(client, contact):
    contact.consent = "Ich bin einverstanden."
    contact.save()

    without, given = sent(client, contact, *GIVEN), sent(client, contact, *GIVEN, **{"q-consent": "on"})

    assert "Ohne das dürfen wir" in main(without)
    assert given.status_code == 303
    assert Submission.objects.get().consent == "Ich bin einverstanden."


def test_thanks_are_said_for_an_hour_and_tell_nothing_of_the_message(client, contact):
    response = sent(client, contact, *GIVEN)

    assert GIVEN[0] not in client.get(response.url).content.decode()
    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        assert client.get(response.url).url == contact.url


@pytest.mark.parametrize("query", ["danke=", "danke=1", "danke=a:b:c", "danke=%C3%BC", "danke=1&danke=2"])
def test_nobody_is_thanked_for_nothing(client, contact, query):
    assert client.get(f"{contact.url}?{query}").url == contact.url


def test_thanks_for_one_form_are_not_said_on_another(client, contact, home):
    other = form_page(home, title="Anderes")
    query = sent(client, contact, *GIVEN).url.partition("?")[2]

    assert client.get(f"{other.url}?{query}").url == other.url


def test_a_form_costs_few_questions_to_the_database(client, contact, django_assert_max_num_queries):
    client.get(contact.url)

    with django_assert_max_num_queries(25):
        client.get(contact.url)
