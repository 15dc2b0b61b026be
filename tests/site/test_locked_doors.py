"""The doors before private pages and documents, in the look of the house."""

import base64
import hashlib

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from tests.make.pages import plain_page
from tests.make.pictures import document

SECRET = {"restriction_type": "password", "password": "lindenblüte"}


def read(response):
    return BeautifulSoup(response.content.decode(), "html.parser")


def undressed(response):
    """The rules in the page that its policy does not let a browser apply."""
    sheets = [style.text for style in read(response).find_all("style")]
    digests = [base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode() for sheet in sheets]
    return [each for each in digests if f"'sha256-{each}'" not in response["Content-Security-Policy"]]


def described(page, field):
    """What a screen reader says beside a field that is wrong."""
    assert field["aria-invalid"] == "true"
    return page.find(id=field["aria-describedby"]).text


@pytest.fixture
def secret(home):
    page = plain_page(home, "Vorstandsprotokolle", slug="intern", summary="Streng vertraulich")
    PageViewRestriction.objects.create(page=page, **SECRET)
    return page


def test_a_page_with_a_password_asks_for_it_and_tells_nothing_of_itself(client, secret):
    page = read(client.get(secret.url))

    assert [each.text for each in page.find_all("h1")] == ["Diese Tür braucht ein Passwort"]
    assert page.find("label", attrs={"for": page.find(id="id_password")["id"]}).text == "Passwort"
    assert page.find(id="id_password")["autocomplete"] == "current-password"
    assert page.find("link", rel="stylesheet")
    for word in ("Vorstandsprotokolle", "vertraulich"):
        assert word not in str(page)


def test_a_wrong_password_is_said_at_the_field_and_the_right_one_opens(client, secret):
    form = read(client.get(secret.url)).find("form", method="post")
    answers = {"return_url": form.find(attrs={"name": "return_url"})["value"]}

    wrong = read(client.post(form["action"], {**answers, "password": "falsch"}))
    right = client.post(form["action"], {**answers, "password": SECRET["password"]}, follow=True)

    assert "Passwort ist falsch" in described(wrong, wrong.find(id="id_password"))
    assert "Vorstandsprotokolle" not in str(wrong)
    assert "Streng vertraulich" in right.content.decode()


@pytest.mark.usefixtures("home", "own_files")
def test_a_document_with_a_password_asks_for_it(client):
    collection = Collection.get_first_root_node().add_child(name="Intern")
    CollectionViewRestriction.objects.create(collection=collection, **SECRET)
    file = document(collection=collection)

    page = read(client.get(file.url, headers={"Accept-Language": "de"}))
    form = page.find("form", method="post")
    answers = {"return_url": form.find(attrs={"name": "return_url"})["value"], "password": SECRET["password"]}
    opened = client.post(form["action"], answers, follow=True)

    assert page.h1.text == "Diese Tür braucht ein Passwort"
    assert "Dieses Dokument ist nicht für alle." in page.text
    assert opened["Content-Type"] == "application/pdf"
    assert b"".join(opened).startswith(b"%PDF")


def test_a_page_for_people_with_an_account_leads_to_a_door_in_our_look(client, home, django_user_model):
    page = plain_page(home, "Fürs Team")
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    django_user_model.objects.create_user("kim", password="lindenblüte")

    door = read(client.get(page.url, follow=True))
    answers = {"next": door.find(attrs={"name": "next"})["value"], "username": "kim"}
    wrong = read(client.post(reverse("wagtailcore_login"), {**answers, "password": "falsch"}))
    right = client.post(reverse("wagtailcore_login"), {**answers, "password": "lindenblüte"}, follow=True)

    assert [each.text for each in door.find_all("h1")] == ["Bitte melden Sie sich an"]
    assert door.find(id="id_username")["autocomplete"] == "username"
    for name in ("id_username", "id_password"):
        assert "passen nicht zusammen" in described(wrong, wrong.find(id=name))
    assert wrong.find(id="id_username")["value"] == "kim"
    assert read(right).h1.text == "Fürs Team"


@pytest.mark.usefixtures("home")
def test_the_door_for_people_with_an_account_wears_its_dress_also_after_a_wrong_password(client):
    door = reverse("wagtailcore_login")

    first = client.get(door)
    wrong = client.post(door, {"username": "rita", "password": "falsch"})

    assert read(first).find("style")
    assert undressed(first) == undressed(wrong) == []


def test_the_door_with_a_password_wears_its_dress_also_after_too_many_tries(client, secret):
    first = client.get(secret.url)
    form = read(first).find("form", method="post")
    answers = {"return_url": secret.url, "password": "falsch"}

    for _try in range(21):
        late = client.post(form["action"], answers)

    assert late.status_code == 429
    assert read(first).find("style")
    assert undressed(first) == undressed(late) == []
