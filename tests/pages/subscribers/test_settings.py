"""What one changes without a password, by the link in each mail."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from pages.letters.models import Letter
from pages.subscribers import asking, links
from pages.subscribers.models import PastConsent, State, Subscriber, Wish
from pages.topics.models import Topic
from tests.make.enquiries import main, read
from tests.make.subscribers import link_in, newest_letter, sign_up_page, subscriber


def settings_of(someone):
    return links.preferences(someone.language, links.token_of(someone)).removeprefix("http://testserver")


@pytest.fixture
def mina(page):
    return subscriber("mina.yilmaz@post.example")


def test_they_show_what_one_gets_and_only_as_much_of_the_address_as_its_owner_needs(client, mina):
    html = read(client.get(settings_of(mina)))

    assert "m…@post.example" in html.main.text.replace("\u2060", "")
    assert "yilmaz" not in str(html)
    assert html.main.find("option", selected=True)["value"] == "de"
    assert [button.text for button in html.main.find_all("button")] == [
        "Speichern",
        "Adresse ändern",
        "Vom Newsletter abmelden",
    ]


def test_the_link_to_leave_leads_to_the_button(client, mina):
    html = read(client.get(settings_of(mina)))

    assert html.main.find(id="leave").find_next("button")["value"] == "leave"


def test_language_and_topics_are_changed(client, home, garden, families):
    sign_up_page(home, topics=[garden], audiences=[families])
    mina = subscriber(topics=[garden])

    response = client.post(settings_of(mina), {"do": "save", "language": "ar", "audiences": [families.pk]})

    mina.refresh_from_db()
    assert (mina.language, mina.topics_named, mina.audiences_named) == ("ar", [], ["Familien"])
    assert "Gespeichert" in main(client.get(response["Location"]))


def test_a_topic_that_is_no_longer_offered_stays_until_it_is_unticked(client, page, garden):
    mina = subscriber(topics=[garden])

    ticked = read(client.get(settings_of(mina))).main.find("input", checked=True)

    assert ticked["value"] == str(garden.pk)


def test_what_cannot_be_chosen_is_refused(client, mina):
    response = client.post(settings_of(mina), {"do": "save", "language": "xx"})

    mina.refresh_from_db()
    assert response.status_code == 422
    assert mina.language == "de"


def moved(client, someone, address):
    response = client.post(settings_of(someone), {"do": "move", "new-mail": address})
    asking.answer_waiting()
    return response


def test_a_new_address_counts_once_it_is_confirmed(client, mina):
    before = settings_of(mina)
    response = moved(client, mina, "neu@post.example")
    assert "Bitte sehen Sie in Ihr Postfach" in main(client.get(response["Location"]))
    assert Subscriber.objects.get().address == "mina.yilmaz@post.example"
    assert newest_letter().to == "neu@post.example"

    client.post(link_in(newest_letter()))

    now = Subscriber.objects.get()
    assert (now.address, now.key, now.state) == ("neu@post.example", "neu@post.example", State.CONFIRMED)
    assert client.get(before).status_code == 404
    assert client.get(settings_of(now)).status_code == 200


def test_opening_the_link_moves_nobody(client, mina):
    moved(client, mina, "neu@post.example")

    html = main(client.get(link_in(newest_letter())))

    assert "Ist das Ihre neue Adresse?" in html
    assert Subscriber.objects.get().address == "mina.yilmaz@post.example"


@pytest.mark.parametrize("state", State.values)
def test_at_an_address_that_is_there_already_mail_comes_once(client, mina, state):
    subscriber("kim@post.example", state=state, language="tr")
    moved(client, mina, "kim@post.example")

    client.post(link_in(newest_letter()))

    left = Subscriber.objects.get()
    assert (left.address, left.state) == ("kim@post.example", State.CONFIRMED)
    assert left.language == ("tr" if state == State.CONFIRMED else "de")


def test_nobody_learns_by_this_who_is_a_subscriber(client, mina):
    subscriber("kim@post.example")

    known = client.post(settings_of(mina), {"do": "move", "new-mail": "kim@post.example"})
    unknown = client.post(settings_of(mina), {"do": "move", "new-mail": "sonst@post.example"})

    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])


def test_a_mistake_in_the_new_address_is_said_at_the_field(client, mina):
    response = moved(client, mina, "neu@")

    field = read(response).main.find(id="id_new-mail")
    assert response.status_code == 422
    assert "Das ist keine E-Mail-Adresse." in read(response).find(id=field["aria-describedby"]).text
    assert field["value"] == "neu@"
    assert not Wish.objects.exists()


def test_whose_mail_came_back_is_told_so_and_can_begin_again(client, page):
    mina = subscriber(state=State.STOPPED, hard_bounces=2)
    assert "Wir schicken gerade nichts" in main(client.get(settings_of(mina)))

    client.post(settings_of(mina), {"do": "resume"})
    asking.answer_waiting()
    client.post(link_in(newest_letter()))

    mina.refresh_from_db()
    assert mina.state == State.CONFIRMED


def test_leaving_deletes_the_address_at_once_and_keeps_a_proof_without_it(client, mina):
    path = settings_of(mina)

    response = client.post(path, {"do": "leave"}, follow=True)

    assert "Sie bekommen keine E-Mails mehr von uns" in main(response)
    assert response.redirect_chain == [("/de/abo/ende/", 303)]
    assert read(response).main.find("a", string="Newsletter bestellen")["href"] == "/de/newsletter/"
    assert not Subscriber.objects.exists()
    proof = PastConsent.objects.get()
    assert (proof.asked_at, proof.confirmed_at, proof.wording) == (
        mina.asked_at,
        mina.confirmed_at,
        mina.wording,
    )
    assert "mina" not in str(PastConsent.objects.values())
    assert client.get(path).status_code == 404


def test_who_comes_back_has_new_links(client, mina):
    before = settings_of(mina)
    client.post(before, {"do": "leave"})
    subscriber("mina.yilmaz@post.example")

    assert client.get(before).status_code == 404


def test_the_outbox_forgets_who_left(client, mina):
    asking.ask(mina.address, "de", now=mina.asked_at)
    asking.answer_waiting()
    assert Letter.objects.exists()

    client.post(settings_of(mina), {"do": "leave"})

    assert not Letter.objects.exists()


def test_by_one_link_not_every_address_in_town_is_written_to(client, mina):
    answers = [moved(client, mina, f"nr{number}@post.example") for number in range(7)]

    assert [each.status_code for each in answers] == [303] * 5 + [429] * 2
    assert "kam schon sehr viel" in main(answers[-1])
    assert Letter.objects.count() == 5


@pytest.mark.parametrize("deed", ["", "x", "delete", "\x00", "save\r\nX: y"])
def test_an_unknown_deed_does_nothing(client, mina, deed):
    response = client.post(settings_of(mina), {"do": deed})

    assert response.status_code == 200
    assert Subscriber.objects.get().language == "de"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"--xyz\r\nnonsense", "multipart/form-data; boundary=xyz"),
        (b"do=save&topics=%00&language=%ED%A0%80", "application/x-www-form-urlencoded"),
        (b"do=move&new-mail=" + b"x" * 3_000_000, "application/x-www-form-urlencoded"),
        (b"{}", "application/json"),
    ],
)
def test_whatever_arrives_the_answer_is_clear(mina, body, kind):
    response = Client(raise_request_exception=False).generic(
        "POST", settings_of(mina), body, content_type=kind
    )

    assert response.status_code in (200, 400, 413, 422)
    assert Subscriber.objects.get().language == "de"


def test_the_page_costs_the_same_with_many_topics(client, home):
    page, counts = sign_up_page(home), set()
    mina = subscriber()
    for number in range(3, 12, 4):
        page.topics_offered = [
            Topic.objects.create(name=f"T{number}{n}", slug=f"t{number}-{n}") for n in range(number)
        ]
        page.save()
        client.get(settings_of(mina))
        with CaptureQueriesContext(connection) as queries:
            client.get(settings_of(mina))
        counts.add(len(queries))

    assert len(counts) == 1
    assert counts.pop() <= 25
