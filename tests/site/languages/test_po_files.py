import polib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail_localize.models import StringTranslation

from pages.standard.models import StandardPage
from quartier.languages.noting import managed
from quartier.languages.starting import start
from quartier.languages.states import State, state_of
from tests.make.bricks import laid
from tests.make.editing import editor
from tests.make.languages import locale
from tests.make.pages import plain_page
from tests.make.translations import published

BODY = [
    {"type": "table", "value": laid("table", text="Tee")},
    {"type": "quote", "value": {"text": "Kommt alle!", "source": "Ayşe"}},
    {"type": "text", "value": "<p>Ein <b>Satz</b>.</p>"},
]


@pytest.fixture
def desk(client, home):
    client.force_login(editor())
    return client


@pytest.fixture
def translation(desk, home):
    page = plain_page(home, summary="Wir sind offen.")
    page.body = BODY
    return managed(start(published(page, body=page.body), locale("tr"), editor("otto")))


def sent(desk, translation, content, name="tr.po"):
    address = reverse("wagtail_localize:upload_pofile", args=[translation.pk])
    return desk.post(address, {"file": SimpleUploadedFile(name, content)}, follow=True)


def test_a_po_file_goes_out_and_comes_back_translated(desk, translation, django_capture_on_commit_callbacks):
    answer = desk.get(reverse("wagtail_localize:download_pofile", args=[translation.pk]))
    po = polib.pofile(answer.content.decode())
    for entry in po:
        entry.msgstr = f"{entry.msgid} (tr)"

    sent(desk, translation, str(po).encode())
    edit = reverse("wagtailadmin_pages:edit", args=[translation.get_target_instance().pk])
    with django_capture_on_commit_callbacks(execute=True):
        desk.post(edit, {"action": "publish"})

    page = StandardPage.objects.get(pk=translation.get_target_instance().pk)
    assert {"Wir sind offen.", "Kommt alle!", "Ein <b>Satz</b>."} <= {entry.msgid for entry in po}
    assert "Tee (tr)" in str(page.body[0].value)
    assert (page.summary, page.body[1].value["text"]) == ("Wir sind offen. (tr)", "Kommt alle! (tr)")
    assert state_of(page) is State.CURRENT


def test_what_is_not_translated_is_not_published_in_german(desk, translation):
    page = translation.get_target_instance()

    answer = desk.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), {"action": "publish"}, follow=True)

    assert "Noch nicht veröffentlicht" in answer.content.decode()
    assert not StandardPage.objects.get(pk=page.pk).live


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\x00\xff\xfe", "keine PO-Datei"),
        (b"hello", "keine PO-Datei"),
        (b"/etc/passwd", "keine PO-Datei"),
        (b'msgid "a\nmsgstr b\n', "zu keiner Seite dieser Website"),
        (b'msgid "a"\nmsgstr "b"\n', "zu keiner Seite dieser Website"),
    ],
)
def test_a_file_that_is_none_of_ours_is_answered_with_words(desk, translation, content, words):
    answer = sent(desk, translation, content)

    assert answer.status_code == 200
    assert words in answer.content.decode()
    assert not StringTranslation.objects.exists()


def test_no_file_at_all_is_answered_with_words(desk, translation):
    address = reverse("wagtail_localize:upload_pofile", args=[translation.pk])

    assert "zuerst eine PO-Datei" in desk.post(address, follow=True).content.decode()


def test_a_text_for_which_there_is_no_room_is_named_and_nothing_is_taken_in(desk, translation):
    answer = desk.get(reverse("wagtail_localize:download_pofile", args=[translation.pk]))
    po = polib.pofile(answer.content.decode())
    for entry in po:
        entry.msgstr = "x" * 300 if entry.msgctxt == "title" else "kısa"

    html = sent(desk, translation, str(po).encode()).content.decode()

    assert "„Titel“ hat in dieser Datei 300 Zeichen, und Platz ist für 255" in html
    assert not StringTranslation.objects.exists()


def test_a_translation_that_is_gone_takes_in_nothing(desk, translation):
    translation.pk = 99999

    assert sent(desk, translation, b"hello").status_code == 404


def test_the_editor_opens_with_what_the_original_says_now(desk, translation):
    german = translation.source.get_source_instance()
    published(german, summary="Wir haben zu.")

    html = desk.get(reverse("wagtailadmin_pages:edit", args=[translation.get_target_instance().pk]))

    assert "Wir haben zu." in html.content.decode()
    assert "desk-languages" in html.content.decode()
