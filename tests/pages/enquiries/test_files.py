"""Files that residents send: few kinds, known by content, and nowhere to be had but at the desk."""

import pytest
from django.conf import settings as configured
from django.core.files.storage import default_storage

from pages.enquiries.kinds import Kind
from pages.enquiries.models import Attachment, Submission
from pages.enquiries.storing import private
from tests.make.centre import centre
from tests.make.editing import editor
from tests.make.enquiries import answers, form_page, main, question, read, sent
from tests.make.files import DOCX, ODT, archive, upload
from tests.make.pictures import drawing


@pytest.fixture
def asking(home):
    return form_page(home, question("Name"), question("Nachweis", Kind.FILE))


@pytest.mark.parametrize(
    ("name", "content", "kept"),
    [
        ("brief.pdf", b"%PDF-1.7 x", "brief.pdf"),
        ("foto.JPG", drawing(form="JPEG"), "foto.jpg"),
        ("foto.png", drawing(), "foto.png"),
        ("brief.odt", archive(**ODT), "brief.odt"),
        ("brief.docx", archive(**DOCX), "brief.docx"),
        ("notiz.txt", "Grüße\n".encode(), "notiz.txt"),
        ("foto.png.exe", drawing(), "foto.png.png"),
        ("../../etc/passwd.pdf", b"%PDF-1.7", "passwd.pdf"),
        ("\u202egpj.exe.pdf", b"%PDF-1.7", "gpj.exe.pdf"),
        ("x" * 150 + ".pdf", b"%PDF-1.7", "x" * 100 + ".pdf"),
        ("seite.html", b"<script>alert(1)</script>", "seite.txt"),
    ],
)
def test_a_file_is_known_by_its_content_and_named_by_it(client, asking, name, content, kept):
    response = sent(client, asking, "Mina", upload(name, content))

    assert response.status_code == 303
    file = Attachment.objects.get()
    assert file.name == kept
    assert (private().base_location / file.file.name).read_bytes() == content


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("programm.pdf", b"MZ\x90\x00\x03"),
        ("bild.jpg", b"GIF89a\x01\x00\x01\x00"),
        ("bild.png", b"\x89PNG"),
        ("archiv.docx", archive(**{"a.txt": "x"})),
        ("makro.docx", archive(**DOCX, **{"word/vbaProject.bin": "x"})),
        ("tabelle.odt", archive(**{**ODT, "mimetype": "application/vnd.oasis.opendocument.spreadsheet"})),
        ("kaputt.docx", b"PK\x03\x04 und dann nichts"),
        ("leer.pdf", b""),
        ("utf16.txt", "Hallo".encode("utf-16")),
        ("nul.txt", b"a\x00b"),
    ],
)
def test_other_kinds_are_refused_with_a_word_on_which_will_do(client, asking, name, content):
    response = sent(client, asking, "Mina", upload(name, content))

    html = read(response)
    assert response.status_code == 422
    assert html.select_one(".form__fault").text.strip()
    assert html.find("input", id="id_name")["value"] == "Mina"
    assert "Nur Dateien müssen Sie noch einmal auswählen" in main(response)
    assert not Attachment.objects.exists()


def test_a_file_that_is_too_large_is_refused(client, asking):
    response = sent(client, asking, "Mina", upload(content=b"%PDF-" + b"x" * (10 * 1024 * 1024)))

    assert "größer als 10 MB" in main(response)


def test_no_address_leads_to_a_file(client, asking, settings):
    sent(client, asking, "Mina", upload())
    name = Attachment.objects.get().file.name

    assert not default_storage.exists(name)
    assert settings.DATA_DIR / "private" not in configured.MEDIA_ROOT.parents
    for address in (
        f"/media/{name}",
        f"/media/../private/{name}",
        f"/private/{name}",
        f"/documents/1/{name}",
        f"/media/private/{name}",
    ):
        assert client.get(address, follow=True).status_code == 404
    with pytest.raises(ValueError, match="no address"):
        private().url(name)


def test_a_file_is_readable_by_the_site_alone_and_its_name_tells_nothing(client, asking):
    sent(client, asking, "Mina", upload("Bescheid-Mina.pdf"))

    file = Attachment.objects.get().file
    assert "Mina" not in file.name
    assert (private().base_location / file.name).stat().st_mode & 0o077 == 0


def address_of(file):
    return f"/admin/enquiries/{file.submission.page_id}/{file.submission_id}/{file.pk}/"


def test_an_editor_can_save_a_file_and_no_browser_shows_it(client, asking):
    sent(client, asking, "Mina", upload("Bescheid Größe.pdf"))
    client.force_login(editor())

    response = client.get(address_of(Attachment.objects.get()))

    assert b"".join(response) == b"%PDF-1.7 Bescheid"
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    assert "no-store" in response["Cache-Control"]


def test_the_mail_brings_no_file_but_the_way_to_it(client, asking, mailoutbox):
    centre(mail="haus@haus.example")

    sent(client, asking, "Mina", upload())

    [mail] = mailoutbox
    message = mail.message()
    assert not message.is_multipart()
    assert f"/admin/enquiries/{asking.pk}/{Submission.objects.get().pk}/" in message.get_content()


def test_the_same_file_sent_twice_is_one_message(client, asking):
    data = answers(asking, "Mina")
    client.post(asking.url, {**data, "nachweis": upload()})
    client.post(asking.url, {**data, "nachweis": upload()})

    assert Submission.objects.count() == 1
    assert Attachment.objects.count() == 1
