"""The helper in the form: what it answers, to whom, and what it refuses."""

import json

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission, Locale

from pages.easy.checking import note_check
from quartier.plainly.sent import MOST_CHARACTERS
from tests.make.easy import explained
from tests.make.editing import editor, volunteer
from tests.make.pages import plain_page

TRY = "/admin/plainly/try/"


def fields(*texts, label="Text", **part):
    return json.dumps([{"label": label, "parts": [{"text": text, **part} for text in texts]}])


def ask(client, sent, language="de-simple"):
    return client.post(TRY, {"language": language, "fields": sent})


@pytest.fixture
def writer(client, home):
    client.force_login(volunteer())
    return client


def test_a_proposal_comes_with_its_place_and_the_reason_in_the_language_of_the_editor(writer):
    answer = ask(writer, fields("Alles gut.", "Der Kurs dauert zwei Stunden."))

    html = BeautifulSoup(answer.json()["html"], "html.parser")
    ways = html.select_one("[data-part]")
    assert (ways["data-field"], ways["data-part"]) == ("0", "1")
    assert (ways["data-start"], ways["data-end"], ways["data-marked"]) == ("16", "20", "zwei")
    assert ways.select_one("button")["data-plainly-accept"] == "2"
    assert "Ziffern findet und versteht man schneller" in html.text
    assert html.select_one("mark").text == "zwei"
    assert answer.json()["summary"] == "1 Stelle sollte geändert werden."


def test_plain_german_is_read_more_quietly(writer):
    sent = fields("Der Kurs dauert zwei Stunden und die Nachbarschaftshilfe ist nicht da.")

    assert ask(writer, sent).json()["errors"] > 1
    assert ask(writer, sent, "de").json()["summary"] == "Nichts gefunden: Das liest sich gut."


def test_what_is_bold_in_the_form_is_bold_for_the_rules(writer):
    plain, bold = fields("Das ist nicht hier."), fields("Das ist nicht hier.", bold=[[8, 13]])

    assert "überliest man leicht" in ask(writer, plain).json()["html"]
    assert "überliest man leicht" not in ask(writer, bold).json()["html"]


def test_words_that_are_explained_are_no_hard_words(writer):
    sent = fields("Die Partizipation ist gut.")
    before = ask(writer, sent).json()["html"]

    explained("Partizipation", "Alle dürfen mit-reden.")

    assert "Partizipation" in before
    assert "Partizipation" not in ask(writer, sent).json()["html"]


def test_text_is_shown_as_text(writer):
    html = ask(writer, fields("<script>alert(1)</script> zwei", label="<b>x")).json()["html"]

    assert "<script" not in html
    assert "<b>x" not in html


@pytest.mark.parametrize(
    "sent",
    [
        *("", "{", "null", "7", '"x"', "{}", "[7]", "[null]", "[{}]", '[{"label": "x"}]', "[[]]"),
        *('[{"label": 7, "parts": []}]', '[{"label": "x", "parts": {}}]', '[{"label": "x", "parts": [7]}]'),
        *('[{"label": "x", "parts": [{"text": null}]}]', '[{"label": "x", "parts": [{}]}]', "[" * 10_000),
        '[{"label": "x", "parts": [{"text": "y", "bold": [1]}]}]',
        '[{"label": "x", "parts": [{"text": "y", "bold": [["a", "b"]]}]}]',
        '[{"label": "x", "parts": [{"text": "y", "bold": [[1e999, 2]]}]}]',
    ],
)
def test_nonsense_is_refused(writer, sent):
    assert ask(writer, sent).status_code == 400


@pytest.mark.parametrize("language", ["en", "", "de-simple'", "xx"])
def test_other_languages_are_not_read(writer, language):
    assert ask(writer, fields("Hello."), language).status_code == 400


@pytest.mark.parametrize("text", ["\x00 zwei", "\ud800 zwei", "\u202e zwei", "🎉 zwei", "%s%n {{7*7}} zwei"])
def test_odd_characters_keep_their_places(writer, text):
    html = BeautifulSoup(ask(writer, fields(text)).json()["html"], "html.parser")

    place = html.select_one('[data-marked="zwei"]')
    assert int(place["data-start"]) == text.index("zwei")


@pytest.mark.parametrize(
    "sent",
    [
        fields("a" * (MOST_CHARACTERS + 1)),
        fields(*["a"] * 2_001),
        json.dumps([{"label": "x", "parts": []}] * 401),
        "x" * 400_001,
    ],
)
def test_too_much_is_refused(writer, sent):
    assert ask(writer, sent).status_code == 413


def test_only_who_may_write_pages_is_answered(client, home):
    stranger = ask(client, fields("zwei"))
    reader = volunteer()
    GroupPagePermission.objects.filter(group__user=reader).delete()
    client.force_login(reader)

    assert stranger.status_code == 302
    assert "/login/" in stranger.url
    assert ask(client, fields("zwei")).status_code in (302, 403)


def test_it_is_asked_with_a_form_only(writer):
    assert writer.get(TRY).status_code == 405


def test_the_form_of_a_page_in_leichte_sprache_has_the_helper(client, easy_page):
    client.force_login(editor())

    html = BeautifulSoup(
        client.get(reverse("wagtailadmin_pages:edit", args=[easy_page.pk])).content, "html.parser"
    )

    helper = html.select_one("[data-plainly]")
    assert helper["data-language"] == "de-simple"
    assert helper["data-texts"] == "title summary body"
    assert html.select_one('button[data-side-panel-toggle="plainly"]')
    assert html.select_one('script[type="module"][src*="desk/plainly"]')
    assert "Regeln der Leichten Sprache" in helper.text


def test_a_new_german_page_has_it_too_and_a_page_in_another_language_has_not(client, home):
    english = home.copy_for_translation(Locale.objects.get_or_create(language_code="en")[0])
    client.force_login(editor())

    german_form = client.get(f"/admin/pages/add/standard/standardpage/{home.pk}/").content.decode()
    english_form = client.get(f"/admin/pages/add/standard/standardpage/{english.pk}/").content.decode()

    assert 'data-language="de"' in german_form
    assert "data-plainly" not in english_form
    assert "desk/plainly" not in english_form


def test_a_text_full_of_faults_is_published_all_the_same(client, easy_page):
    client.force_login(editor())

    easy_page.title = "Es könnte zwei Stunden lang nicht geöffnet werden"
    easy_page.save_revision().publish()

    assert client.get(easy_page.url).status_code == 200


def test_without_a_script_the_findings_of_the_draft_stand_on_a_page_of_their_own(client, easy_page):
    client.force_login(editor())
    easy_page.summary = "Der Kurs dauert zwei Stunden."
    easy_page.save_revision()

    html = client.get(reverse("plainly:page", args=[easy_page.pk])).content.decode()

    assert "wird geöffnet</mark>" in html
    assert "zwei</mark>" in html
    assert "nicht</mark>" not in html
    assert "data-plainly-accept" not in html


def test_who_of_the_group_has_read_the_text_is_asked_until_it_was_read_as_it_is(client, easy_page):
    address = reverse("plainly:page", args=[easy_page.pk])
    client.force_login(editor())

    said = [client.get(address).content.decode()]
    note_check(easy_page, "Lebenshilfe", timezone.localdate())
    said.append(client.get(address).content.decode())
    easy_page.summary = "Das ist neu."
    easy_page.save_revision()
    said.append(client.get(address).content.decode())

    assert ["Von Menschen gelesen, die es brauchen" in html for html in said] == [True, False, True]
    assert ["Der Text wurde geändert, seit ihn Menschen" in html for html in said] == [False, False, True]


def test_the_menu_of_a_page_leads_there(client, easy_page):
    client.force_login(editor())

    html = client.get(reverse("wagtailadmin_pages:edit", args=[easy_page.pk])).content.decode()

    assert reverse("plainly:page", args=[easy_page.pk]) in html
    assert "Sprache prüfen" in html


def test_findings_of_a_page_are_for_those_who_may_edit_it(client, home):
    page = plain_page(home)
    address = reverse("plainly:page", args=[page.pk])
    reader = volunteer()
    GroupPagePermission.objects.filter(group__user=reader).delete()
    client.force_login(reader)

    refused = client.get(address)
    client.force_login(get_user_model().objects.create_superuser("admin"))

    assert refused.status_code in (302, 403)
    assert client.get(address).status_code == 200
