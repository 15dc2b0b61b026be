"""A form while something is gone: no thanks that are not true, nothing lost, and no message twice."""

import errno

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from pages import noting
from pages.enquiries.intake import answering
from pages.enquiries.kinds import Kind
from pages.enquiries.models import Attachment, Submission
from pages.enquiries.storing import PrivateFolder
from tests.make.enquiries import answers, form_page, main, question, read
from tests.make.outages import database_gone, no_place_for_uploads

GIVEN = ("mina@post.example", "Ist der Saal\nam 3. Mai <frei>?")


@pytest.fixture(autouse=True)
def _nothing_noted():
    noting.forget()


@pytest.fixture
def reader():
    return Client(raise_request_exception=False)


@pytest.fixture
def with_file(home, contact):
    return form_page(
        home, question("Worum?", Kind.LINES), question("Ihre Datei", Kind.FILE), title="Mit Datei"
    )


def fields(response):
    """What would be sent by the button of the page."""
    form = read(response).select_one("form[method=post]")
    sent = {each["name"]: each.get("value", "") for each in form.select("input[name]:not([type=file])")}
    # A browser leaves out the first line break of a text area.
    areas = {each["name"]: each.text.removeprefix("\n") for each in form.select("textarea[name]")}
    return sent | areas


def test_while_nothing_can_be_written_the_form_says_so_and_keeps_what_was_typed(reader, contact):
    with database_gone(for_writing=True):
        response = reader.post(contact.url, answers(contact, *GIVEN))

    assert response.status_code == 503
    assert "Nicht gesendet: Etwas hinter unserer Website antwortet gerade nicht." in main(response)
    assert "Vielen Dank" not in main(response)
    assert fields(response)["worum_geht_es"] == GIVEN[1]
    assert not Submission.objects.exists()


def test_while_nothing_can_be_asked_what_was_typed_stands_on_the_page_with_its_questions(reader, contact):
    reader.get(contact.url)
    address, post = contact.url, answers(contact, *GIVEN)

    with database_gone():
        response = reader.post(address, post)

    assert response.status_code == 503
    assert "Wir konnten das gerade nicht annehmen" in main(response)
    assert "Worum geht es? Ist der Saal am 3. Mai <frei>?" in main(response)
    assert "Ihre E-Mail mina@post.example" in main(response)
    assert "030 5550-100" in main(response)


@pytest.mark.parametrize("for_writing", [True, False])
def test_pressed_again_when_all_is_well_it_arrives_once_however_often(reader, contact, for_writing):
    address, post = contact.url, answers(contact, *GIVEN)

    with database_gone(for_writing):
        kept = fields(reader.post(address, post))
    again = [reader.post(address, kept) for _time in range(3)]

    assert [response.status_code for response in again] == [303, 303, 303]
    assert "gespeichert" in main(reader.get(again[0].url))
    [submission] = Submission.objects.all()
    assert submission.form_data["worum_geht_es"].splitlines() == GIVEN[1].splitlines()


@pytest.mark.parametrize("for_writing", [True, False])
def test_a_file_has_to_be_chosen_again_and_the_page_says_so(reader, with_file, for_writing):
    address, post = (
        with_file.url,
        answers(with_file, "Meine Rechnung", SimpleUploadedFile("r.txt", b"40 Euro")),
    )

    with database_gone(for_writing):
        response = reader.post(address, post)

    form = read(response).select_one("form[method=post]")
    assert response.status_code == 503
    assert form["enctype"] == "multipart/form-data"
    assert form.select_one("input[type=file]")["name"] == "ihre_datei"
    assert "noch einmal aus" in main(response)


def test_without_place_for_a_large_file_the_rest_of_the_form_is_not_lost(reader, with_file):
    file = SimpleUploadedFile("r.txt", b"4" * 3_000_000)

    with no_place_for_uploads():
        response = reader.post(with_file.url, {"ihre_datei": file} | answers(with_file, "Meine Rechnung"))

    assert response.status_code == 503
    assert fields(response)["worum"] == "Meine Rechnung"
    assert not Submission.objects.exists()


def test_of_a_message_that_was_not_kept_no_file_is_left(reader, with_file, monkeypatch, settings):
    def full(*args):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("pages.enquiries.intake.telling.tell_the_house", full)

    response = reader.post(
        with_file.url, answers(with_file, "Rechnung", SimpleUploadedFile("r.txt", b"40 Euro"))
    )

    assert response.status_code == 503
    assert not Submission.objects.exists()
    assert not Attachment.objects.exists()
    assert [file for file in PrivateFolder().base_location.glob("**/*") if file.is_file()] == []


def test_when_all_is_gone_right_after_it_was_kept_nobody_is_told_that_it_was_not(
    reader, contact, monkeypatch
):
    def gone(*args, **kwargs):
        raise OSError(errno.EIO, "gone")

    monkeypatch.setattr(answering.outbox, "post", gone)

    response = reader.post(contact.url, answers(contact, *GIVEN))

    assert response.status_code == 303
    assert Submission.objects.count() == 1


def test_what_others_have_a_browser_send_is_not_shown_as_if_it_were_typed(reader, contact):
    address, post = contact.url, answers(contact, *GIVEN)

    with database_gone():
        response = reader.post(address, post, headers={"sec-fetch-site": "cross-site"})

    assert response.status_code == 503
    assert "Saal" not in response.content.decode()


def test_a_password_is_never_given_back(reader, home):
    with database_gone():
        response = reader.post("/de/_util/authenticate_with_password/1/1/", {"password": "geheim-geheim"})

    assert response.status_code == 503
    assert "geheim-geheim" not in response.content.decode()


def test_nonsense_while_all_is_gone_is_no_fault_of_ours(reader, contact):
    posts = [
        {"\x00": "\x00", "q-ticket": ["a", "b"]},
        {f"f{number}": "x" for number in range(900)},
        {"worum_geht_es": "x" * 2_000_000},
    ]
    address = contact.url

    with database_gone():
        codes = [reader.post(address, post).status_code for post in posts]

    assert codes == [503] * 3
