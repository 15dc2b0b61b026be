"""A list from elsewhere: whoever agreed is taken in, whoever left is not."""

import io
import time

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook

from pages.letters.models import Letter
from pages.subscribers.desk import table
from pages.subscribers.models import State, Subscriber
from tests.make.subscribers import subscriber

HEADS = "E-Mail;Sprache;Themen;Zielgruppen\r\n"


def chosen(client, content, name="liste.csv", **more):
    if isinstance(content, str):
        content = content.encode()
    said = {"proof": "Papierliste, Ordner 7", "day": "04.05.2025", **more}
    return client.post(reverse("import_subscribers"), {"file": SimpleUploadedFile(name, content), **said})


def told(response):
    return " ".join(BeautifulSoup(response.content, "html.parser").get_text(" ").split())


def agreed(client, response):
    """Press the button below what is proposed."""
    field = BeautifulSoup(response.content, "html.parser").find("input", attrs={"name": "proposed"})
    return client.post(reverse("import_subscribers"), {"proposed": field["value"]}, follow=True)


def test_nothing_is_made_before_somebody_says_yes(admin_client, page):
    response = chosen(admin_client, HEADS + "mina@post.example;tr;;\r\n")

    assert "Eine Adresse ist neu" in told(response)
    assert not Subscriber.objects.exists()


def test_who_agreed_is_taken_in_with_the_proof(admin_client, page, garden, families):
    response = chosen(admin_client, HEADS + "Mina@Müller.example;Türkçe;Garten, Unbekannt;Familien\r\n")

    said = agreed(admin_client, response)

    made = Subscriber.objects.get()
    assert "Ein Abo wurde aufgenommen." in told(said)
    assert (made.address, made.key) == ("Mina@müller.example", "mina@xn--mller-kva.example")
    assert (made.state, made.language, made.wording) == (State.CONFIRMED, "tr", "Papierliste, Ordner 7")
    assert f"{made.confirmed_at:%d.%m.%Y}" == "04.05.2025"
    assert (made.topics_named, made.audiences_named) == (["Garten"], ["Familien"])
    assert not Letter.objects.exists()


def test_who_left_stays_away_and_editors_are_told_so(admin_client, page):
    subscriber("weg@post.example").delete()

    response = chosen(admin_client, HEADS + "WEG@post.example\r\nneu@post.example\r\n")
    agreed(admin_client, response)

    assert "Eine hat sich früher von unserem Newsletter abgemeldet" in told(response)
    assert [each.address for each in Subscriber.objects.all()] == ["neu@post.example"]


def test_who_leaves_between_looking_and_saying_yes_stays_away_too(admin_client, page):
    response = chosen(admin_client, HEADS + "mina@post.example\r\n")
    subscriber("mina@post.example").delete()

    agreed(admin_client, response)

    assert not Subscriber.objects.exists()


def test_who_is_there_stays_as_she_is(admin_client, page):
    subscriber("mina@post.example", language="ar")

    response = chosen(
        admin_client, HEADS + "MINA@post.example;tr\r\nkim@post.example\r\nKim@post.example\r\n"
    )
    agreed(admin_client, response)

    assert "Eine steht schon in unserer Liste" in told(response)
    assert "Eine steht doppelt in der Datei" in told(response)
    assert Subscriber.objects.get(key="mina@post.example").language == "ar"
    assert Subscriber.objects.count() == 2


def test_the_button_pressed_twice_takes_nobody_in_twice(admin_client, page):
    response = chosen(admin_client, HEADS + "mina@post.example\r\n")

    agreed(admin_client, response)
    again = agreed(admin_client, response)

    assert "0 Abos wurden aufgenommen" in told(again)
    assert Subscriber.objects.count() == 1


def test_each_bad_line_is_named_with_the_reason(admin_client, page):
    lines = (
        "mina@post.example\r\n=1+1\r\nmüller@post.example\r\n;;\r\nkim@post\r\n<script>alert(1)</script>\r\n"
    )

    response = chosen(admin_client, HEADS + lines)

    rows = BeautifulSoup(response.content, "html.parser").select_one("table.listing").find_all("tr")[1:]
    assert [[cell.text for cell in row.find_all("td")] for row in rows] == [
        ["3", "=1+1", "keine E-Mail-Adresse"],
        ["4", "müller@post.example", "Buchstaben vor dem @, an die sich nichts schicken lässt"],
        ["6", "kim@post", "keine E-Mail-Adresse"],
        ["7", "<script>alert(1)</script>", "keine E-Mail-Adresse"],
    ]
    assert b"<script>alert(1)" not in response.content


@pytest.mark.parametrize(
    "content",
    [
        "e-mail,sprache\nmina@post.example,tr\n".encode("utf-16"),
        "\ufeffEmail\tLanguage\nmina@post.example\ttr\n".encode(),
        "Name;E-Mail-Adresse;Sprache\nMüller;mina@post.example;tr\n".encode("cp1252"),
        b'"e_mail";"LANG"\n"mina@post.example";"tr"\n',
        b"Language;Address\ntr;'mina@post.example\n",
    ],
)
def test_whatever_program_wrote_it_is_read(content):
    [row] = table.read(content)

    assert (row.address, row.language) == ("mina@post.example", "tr")


def test_a_bare_list_of_addresses_is_one_too():
    assert [row.address for row in table.read(b"mina@post.example\n\nkim@post.example\n")] == [
        "mina@post.example",
        "kim@post.example",
    ]


def sheet(*rows):
    book, out = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


def test_a_file_of_a_spreadsheet_program_is_read(admin_client, page):
    content = sheet(
        ["Nr", "E-Mail", "Sprache"], [1, "mina@post.example", "tr"], [2, None, None], [3, "x", ""]
    )

    response = chosen(admin_client, content, "liste.xlsx")

    assert "Eine Adresse ist neu" in told(response)
    assert "Eine Zeile kann nicht aufgenommen werden" not in told(response)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "leer"),
        (b"\x00\x01\x02", "keine Spalte"),
        (b"Name;Ort\nMina;Berlin\n", "keine Spalte"),
        (b"E-Mail\n", "keine Adresse"),
        (b"PK\x03\x04 not a book at all", "keine Spalte"),
        (b"%PDF-1.7", "keine Spalte"),
        (b"E-Mail\n" + b"x@y.example\n" * 20_001, "mehr als 20.000"),
    ],
)
def test_what_is_no_list_is_said_at_the_field(admin_client, page, content, said):
    response = chosen(admin_client, content)

    assert response.status_code == 200
    assert said in told(response)


def test_without_a_proof_nothing_is_taken_in(admin_client, page):
    for missing in ({"proof": ""}, {"day": ""}, {"day": "01.01.2999"}):
        response = chosen(admin_client, HEADS + "mina@post.example\r\n", **missing)
        assert b'name="proposed"' not in response.content


@pytest.mark.parametrize("proposed", ["", "x", "\x00", "eyJ9:1:1"])
def test_what_nobody_looked_at_is_not_taken_in(admin_client, page, proposed):
    response = admin_client.post(reverse("import_subscribers"), {"proposed": proposed}, follow=True)

    assert "noch einmal" in told(response)


def test_what_one_person_looked_at_does_not_count_for_another(admin_client, client, page, django_user_model):
    response = chosen(admin_client, HEADS + "mina@post.example\r\n")
    client.force_login(django_user_model.objects.create_superuser("zwei", password="x"))

    agreed(client, response)

    assert not Subscriber.objects.exists()


def test_ten_thousand_lines_are_fine(admin_client, page):
    lines = "".join(f"leserin.{number}@post-{number % 97}.example;tr\r\n" for number in range(10_000))
    began = time.process_time()

    response = chosen(admin_client, HEADS + lines)
    agreed(admin_client, response)

    assert Subscriber.objects.count() == 10_000
    assert time.process_time() - began < 30
