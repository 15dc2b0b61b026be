from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from django.test import override_settings
from django.urls import reverse
from PIL import Image
from wagtail.models import UploadedFile

from pages.pictures.forms import PictureFileField
from pages.pictures.models import Consent, File, Picture
from tests.make.pictures import document, drawing, film, huge, picture, snapshot, svg

pytestmark = pytest.mark.django_db

DAMAGED = "Diese Datei ist kein Bild oder sie ist beschädigt."
UNSAFE = "Diese Zeichnung lässt sich nicht sicher lesen."
BAD = {
    "empty.png": (b"", "Datei ist leer"),
    "words.jpg": (b"Kein Bild. " * 99, DAMAGED),
    "page.jpg": (b"<html><script>alert(1)</script></html>", "heißt zwar .jpeg, ist aber innen svg"),
    "renamed.jpg": (drawing(form="PNG"), "heißt zwar .jpeg, ist aber innen png"),
    "renamed.exe": (drawing(form="PNG"), "Nicht unterstütztes Bildformat"),
    "broken.gif": (b"GIF89a", DAMAGED),
    "torn.gif": (drawing(form="GIF")[:200], DAMAGED),
    "torn.png": (drawing((300, 200))[:500], DAMAGED),
    "torn.jpg": (drawing((300, 200), "JPEG")[:1500], DAMAGED),
    "torn.webp": (drawing((300, 200), "WEBP")[:300], DAMAGED),
    "bomb.png": (huge(11_000, 11_000), "mehr als 40 Millionen Bildpunkte"),
    "monster.png": (huge(60_000, 60_000), "mehr als 40 Millionen Bildpunkte"),
    "film.gif": (film(5000), "Dieses Bild bewegt sich"),
    "bomb.svg": (b'<!DOCTYPE svg [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>' + svg("&b;"), UNSAFE),
    "torn.svg": (svg()[:70], UNSAFE),
    "heavy.svg": (svg("<g> </g>" * 70_000), "Diese Zeichnung ist zu groß"),
}


def upload(name, content):
    return SimpleUploadedFile(name, content)


def filled(content=None, name="fest.png", **answers):
    """What an editor fills in below a picture."""
    return {
        "title": "Fest",
        "file": upload(name, drawing() if content is None else content),
        "alt_de": "Menschen tanzen",
        "consent": Consent.GIVEN,
        **answers,
    }


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_with_a_sentence_that_helps(admin_client, name):
    content, sentence = BAD[name]

    page = admin_client.post(reverse("wagtailimages:add"), filled(content, name))

    assert sentence in " ".join(page.context["form"].errors["file"])
    assert not Picture.objects.exists()


@pytest.mark.parametrize("name", ["torn.png", "broken.gif", "bomb.svg", "film.gif"])
def test_every_door_refuses_it(admin_client, name):
    content, sentence = BAD[name]

    many = admin_client.post(reverse("wagtailimages:add_multiple"), {"files[]": upload(name, content)})
    chooser = admin_client.post(
        reverse("wagtailimages_chooser:create"),
        {f"image-chooser-upload-{field}": answer for field, answer in filled(content, name).items()},
    )

    assert sentence in many.json()["error_message"]
    assert sentence in chooser.json()["htmlFragment"] or sentence in chooser.json()["html"]
    assert not Picture.objects.exists()


def test_a_good_picture_arrives_with_all_that_was_said_about_it(admin_client):
    answers = filled(alt_tr="İnsanlar dans ediyor", credit="Foto: Kim Weber", consent_until="2027-06-30")

    admin_client.post(reverse("wagtailimages:add"), answers)

    arrived = Picture.objects.get()
    assert arrived.alt == {"de": "Menschen tanzen", "tr": "İnsanlar dans ediyor"}
    assert arrived.credit == "Foto: Kim Weber"
    assert str(arrived.consent_until) == "2027-06-30"
    assert arrived.default_alt_text == "Menschen tanzen"


def test_a_phone_picture_arrives_upright_and_without_its_place(admin_client):
    admin_client.post(reverse("wagtailimages:add"), filled(snapshot(), "handy.jpg"))

    arrived = Picture.objects.get()
    content = arrived.file.read()
    arrived.file.close()
    assert (arrived.width, arrived.height) == (60, 90)
    assert arrived.file_size == len(content)
    assert b"Telefon 12" not in content


def test_an_apple_picture_arrives_as_jpeg(admin_client):
    admin_client.post(reverse("wagtailimages:add"), filled(drawing(form="HEIF"), "IMG_1.HEIC"))

    assert Picture.objects.get().file.name.endswith("IMG_1.jpg")


def test_a_drawing_arrives_clean_and_large_enough(admin_client):
    admin_client.post(
        reverse("wagtailimages:add"), filled(svg("<script>alert(1)</script><rect/>"), "logo.svg")
    )

    arrived = Picture.objects.get()
    content = arrived.file.read()
    arrived.file.close()
    assert b"alert" not in content
    assert (arrived.width, arrived.height) == (1200, 800)


def test_a_file_too_large_for_memory_is_cleaned_as_well():
    with TemporaryUploadedFile("handy.jpg", "image/jpeg", 0, None) as large:
        large.write(snapshot())
        large.size = large.tell()

        PictureFileField().clean(large)

        with open(large.temporary_file_path(), "rb") as file:  # noqa: PTH123
            content = file.read()
    assert b"Telefon 12" not in content
    assert Image.open(BytesIO(content)).size == (60, 90)


def test_a_name_of_300_letters_does_no_harm(admin_client):
    response = admin_client.post(
        reverse("wagtailimages:add_multiple"), {"files[]": upload("x" * 296 + ".png", drawing())}
    )

    assert response.json()["success"]


@pytest.mark.parametrize(
    "name", ["../../fest.png", "‮gnp.tsef.png", "fest\n.png", "фест.png", "a b&c'<i>.png"]
)
def test_a_strange_name_does_no_harm(admin_client, name):
    admin_client.post(reverse("wagtailimages:add"), filled(name=name))

    stored = Picture.objects.get().file.name
    assert stored.startswith("original_images/")
    assert stored.isascii()
    assert ".." not in stored


def test_everybody_is_asked_for_the_consent_of_those_shown(admin_client):
    page = admin_client.post(reverse("wagtailimages:add"), filled(consent=""))

    assert "consent" in page.context["form"].errors
    assert "Bitte wählen" in page.content.decode()


def test_a_last_day_needs_a_consent_that_was_given(admin_client):
    answers = filled(consent=Consent.NOT_NEEDED, consent_until="2027-06-30")

    page = admin_client.post(reverse("wagtailimages:add"), answers)

    assert "Nur eine gegebene Einwilligung kann enden." in " ".join(
        page.context["form"].errors["consent_until"]
    )


def test_of_many_pictures_each_is_cleaned_at_once_and_asked_about(admin_client):
    answer = admin_client.post(
        reverse("wagtailimages:add_multiple"), {"files[]": upload("handy.jpg", snapshot())}
    ).json()
    waiting = UploadedFile.objects.get()

    assert waiting.file.read().count(b"Telefon 12") == 0
    waiting.file.close()
    for question in ("Bildbeschreibung", "Einwilligung der Abgebildeten", "Bildnachweis"):
        assert question in answer["form"]
    assert "Noch nicht gespeichert" in answer["form"]
    prefix = f"uploaded-image-{waiting.pk}"
    admin_client.post(
        reverse("wagtailimages:create_multiple_from_uploaded_image", args=[waiting.pk]),
        {f"{prefix}-title": "Handy", f"{prefix}-alt_de": "Ein Hof", f"{prefix}-consent": Consent.GIVEN},
    )
    arrived = Picture.objects.get()
    assert (arrived.width, arrived.height) == (60, 90)
    assert str(arrived.alt) == "Ein Hof"


def test_another_file_replaces_the_first_and_its_sizes(admin_client):
    image = picture()
    image.get_rendition("width-20")
    answers = filled(drawing((40, 40)), "neu.png", title="Neu")

    admin_client.post(reverse("wagtailimages:edit", args=[image.pk]), answers)

    image.refresh_from_db()
    assert (image.width, image.height) == (40, 40)
    assert not image.renditions.filter(filter_spec="width-20").exists()


def test_the_form_asks_in_the_order_in_which_one_would_tell_it(admin_client):
    page = admin_client.get(reverse("wagtailimages:edit", args=[picture().pk]))

    visible = [field.name for field in page.context["form"] if not field.is_hidden]
    assert visible == ["title", "file", "alt", "credit", "consent", "consent_until", "tags"]


@pytest.mark.parametrize("name", ["liste.exe", "seite.html", "bild.svg"])
def test_a_document_of_a_dangerous_kind_is_refused(admin_client, name):
    page = admin_client.post(
        reverse("wagtaildocs:add"), {"title": "Liste", "file": upload(name, b"x"), "language": "de"}
    )

    assert "nicht erlaubt" in " ".join(page.context["form"].errors["file"])
    assert not File.objects.exists()


@override_settings(WAGTAILDOCS_MAX_UPLOAD_SIZE=1000)
def test_a_document_that_is_too_large_is_refused(admin_client):
    page = admin_client.post(
        reverse("wagtaildocs:add"),
        {"title": "Liste", "file": upload("liste.pdf", b"x" * 2000), "language": "de"},
    )

    assert "zu groß" in " ".join(page.context["form"].errors["file"])


def test_a_document_knows_its_language(admin_client):
    admin_client.post(
        reverse("wagtaildocs:add"),
        {"title": "Tüzük", "file": upload("tuezuek.pdf", b"%PDF-1.7"), "language": "tr"},
    )

    assert File.objects.get().get_language_display() == "Türkçe"


def test_many_documents_arrive_at_once_in_the_language_of_the_site(admin_client):
    answer = admin_client.post(
        reverse("wagtaildocs:add_multiple"),
        {"title": "Satzung", "files[]": upload("satzung.pdf", b"%PDF-1.7")},
    ).json()

    assert answer["success"]
    assert File.objects.get().language == "de"
    assert "Noch nicht gespeichert" not in answer["form"]


@pytest.mark.parametrize(("before", "after"), [("de", "de"), ("tr", "tr"), ("", "de")])
def test_an_empty_language_leaves_the_one_that_was_there_or_else_the_sites(admin_client, before, after):
    file = document(language=before)

    admin_client.post(reverse("wagtaildocs:edit", args=[file.pk]), {"title": "Satzung", "language": ""})

    assert File.objects.get().language == after


def test_a_document_form_asks_for_title_file_and_language(admin_client):
    page = admin_client.get(reverse("wagtaildocs:edit", args=[document().pk]))

    visible = [field.name for field in page.context["form"] if not field.is_hidden]
    assert visible == ["title", "file", "language", "translation_of", "tags"]
