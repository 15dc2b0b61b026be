"""The privacy page says by itself what the house does, and says something else when that changes."""

import pytest
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from pages.enquiries.kinds import Kind
from pages.passages.models import Passage
from pages.standard.models import Purpose
from quartier.privacy import doings as facts
from tests.make.bricks import stack, words
from tests.make.enquiries import form_page, question, read
from tests.make.languages import translated
from tests.make.pages import plain_page
from tests.make.services import topic
from tests.make.signing_in import PASSWORD, sign_in
from tests.make.subscribers import sign_up_page

FILM = ("video", {"title": "Rundgang", "address": "https://vimeo.com/76979871"})
MAP = ("map", {"name": "Haus", "address": "Parkweg 3", "latitude": "52.4", "longitude": "13.4"})
WITHOUT_MAP = ("map", {"name": "Haus", "address": "Parkweg 3"})


@pytest.fixture
def told(client, home):
    """What stands there now."""
    page = plain_page(home, "Datenschutz", slug="datenschutz", purpose=Purpose.PRIVACY)
    return lambda: words(read(client.get(page.url)).main)


def test_a_house_that_asks_nothing_says_so(told):
    said = told()

    assert "keine Formulare" in said
    assert "Zurzeit gibt es keinen" in said
    assert "Auf unseren Seiten gibt es keine" in said
    assert "session, csrf" in said
    assert "Wer für uns arbeitet" not in said


def test_every_cookie_of_somebody_who_signs_in_is_named(told, client, django_user_model):
    django_user_model.objects.create_superuser("ada", "ada@haus.example", PASSWORD)
    said = told()
    client.get("/admin/login/")
    assert client.cookies

    sign_in(client, "ada")

    assert "session, csrf, messages, known" in said
    assert {*client.cookies} <= {"session", "csrf", "messages", "known"}
    assert "known" in client.cookies


def test_a_form_is_named_with_its_questions_and_how_long_the_answers_are_kept(told, home):
    form = form_page(home, question("Ihr Name"), question("Ihr Anliegen"), title="Schreiben Sie uns")
    assert "Schreiben Sie uns : Ihr Name · Ihr Anliegen Die Antworten löschen sich nach 90 Tagen" in told()

    form.retention_days = 14
    form.save()

    assert "Die Antworten löschen sich nach 14 Tagen" in told()


def test_readers_learn_of_cookies_where_a_page_or_a_file_asks_for_a_password(told, client, home):
    page = plain_page(home, "Chor", slug="chor")
    assert "fragen nach einem Passwort" not in told()

    locked = PageViewRestriction.objects.create(page=page, restriction_type="password", password="la la la")
    said = told()
    client.get(page.url)
    key, back = locked.pk, {"password": "la la la", "return_url": page.url}
    client.post(f"/de/_util/authenticate_with_password/{key}/{page.pk}/", back)

    assert {*client.cookies} == {"session", "csrf"}
    assert "session, csrf." in said.partition("fragen nach einem Passwort")[2]

    locked.delete()
    assert "fragen nach einem Passwort" not in told()
    CollectionViewRestriction.objects.create(
        collection=Collection.get_first_root_node(), restriction_type="password", password="la la la"
    )
    assert "fragen nach einem Passwort" in told()


def test_pages_for_people_with_an_account_need_no_sentence_of_their_own(told, home):
    page = plain_page(home, "Chor", slug="chor")

    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)

    assert "fragen nach einem Passwort" not in told()


def test_it_says_that_tries_to_sign_in_are_counted_and_how_long_mails_are_kept(told, monkeypatch):
    said = told()
    assert "Damit niemand Passwörter erraten kann, steht einen Tag lang ein Zeichen" in said
    assert "Adresse und Betreff höchstens 30 Tage lang" in said
    assert "die sich nicht senden ließ, bleibt höchstens 90 Tage lang" in said

    assert "was sich am Konto ändert, wird ein Jahr lang aufgehoben" in said
    assert "solange die Person ein Konto hat" in said

    monkeypatch.setattr(facts.Doings.__init__, "__defaults__", (2, 1, 3))
    said = told()

    assert "Adresse und Betreff höchstens 2 Tage lang" in said
    assert "die sich nicht senden ließ, bleibt höchstens einen Tag lang" in said
    assert "wird 3 Jahre lang aufgehoben" in said


def test_a_form_that_takes_files_says_what_becomes_of_them(told, home):
    form_page(home, question("Ihr Name"), title="Schreiben Sie uns")
    assert "Dateien" not in told()

    form_page(home, question("Ihr Lebenslauf", Kind.FILE), title="Helfen Sie mit", slug="helfen")

    said = told()
    assert said.count("Dateien, die Sie mitschicken") == 1
    assert said.index("Ihr Lebenslauf") < said.index("Dateien, die Sie mitschicken")


def test_names_are_put_together_as_the_language_does_it(client, home):
    privacy = plain_page(home, "Datenschutz", slug="datenschutz", purpose=Purpose.PRIVACY)
    arabic = translated(privacy, "ar", title="حماية البيانات")

    said = words(read(client.get(arabic.url)).main)

    assert "session، csrf، messages، known" in said


def test_a_form_that_is_not_for_everybody_is_not_named(told, home):
    form = form_page(home, title="Marderhund")
    assert "Marderhund" in told()

    PageViewRestriction.objects.create(page=form, restriction_type=PageViewRestriction.LOGIN)

    assert "Marderhund" not in told()


def test_a_form_in_two_languages_is_named_once_and_asks_what_its_original_asks(told, home):
    form = form_page(home, question("Ihr Name"), title="Schreiben Sie uns")
    translated(form, "en", title="Write to us")

    assert told().count("Ihr Name") == 1
    assert "Write to us" not in told()


def test_the_newsletter_says_what_it_asks_and_for_how_long_what_is_kept(told, home, monkeypatch):
    page = sign_up_page(home)
    said = told()
    assert "E-Mail-Adresse und nach einer Sprache; sonst nach nichts" in said
    assert "nach 7 Tagen gelöscht" in said
    assert "30 Tage lang" in said
    assert "3 Jahre lang" in said

    page.topics_offered = [topic()]
    page.save()
    monkeypatch.setattr(
        facts.Newsletter.__init__, "__defaults__", (3, *facts.Newsletter.__init__.__defaults__[1:])
    )

    assert "wenn Sie möchten, nach Themen" in told()
    assert "nach 3 Tagen gelöscht" in told()


def test_whose_films_and_maps_are_shown_is_found_on_the_pages_that_everybody_reads(told, home):
    page = plain_page(home, "Film", slug="film", body=stack(FILM))
    inside = ("accordion", [{"type": "item", "value": {"title": "Weg", "text": "<p>x</p>"}, "id": "1"}])
    plain_page(home, "Weg", slug="weg", body=stack(inside, WITHOUT_MAP))
    assert "Vimeo" in told()
    assert "OpenStreetMap" not in told()

    plain_page(home, "Karte", slug="karte", body=stack(MAP))
    assert "OpenStreetMap, Vimeo" in told()

    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert "Vimeo" not in told()


def test_a_draft_tells_of_no_film_and_a_passage_does(told, home):
    plain_page(home, "Film", slug="film", body=stack(FILM), live=False)
    assert "Vimeo" not in told()

    Passage.objects.create(name="Rundgang", body=stack(FILM), locale=home.locale)

    assert "Vimeo" in told()


def test_who_works_for_the_house_is_named_where_somebody_does(told, settings):
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
        "CLASS": "quartier.languages.machines.DeepL",
        "OPTIONS": {},
    }
    settings.SENTRY_DSN = "https://key@fehler.example/1"

    said = told()

    assert "von DeepL übersetzt" in said
    assert "an fehler.example" in said


def test_a_mail_service_with_an_interface_of_its_own_is_named():
    assert facts._mail_service("anymail.backends.mailjet.EmailBackend") == "Mailjet"
    assert facts._mail_service("django.core.mail.backends.smtp.EmailBackend") == ""


def test_no_other_page_says_so(client, home):
    page = plain_page(home, "Impressum", slug="impressum", purpose=Purpose.IMPRINT)

    assert 'id="data"' not in client.get(page.url).content.decode()


def test_it_costs_the_same_with_many_forms_and_films(client, home, told, django_assert_max_num_queries):
    for number in range(5):
        form_page(home, title=f"Formular {number}", slug=f"formular-{number}")
        plain_page(home, f"Film {number}", slug=f"film-{number}", body=stack(FILM))
    told()

    with django_assert_max_num_queries(32):
        told()
