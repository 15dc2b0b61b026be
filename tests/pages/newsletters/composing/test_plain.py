import re

import pytest
from django.utils import timezone

from pages.newsletters.composing import compose
from pages.subscribers import links
from tests.make.events import change, event, line
from tests.make.newsletters import issue
from tests.make.pictures import picture
from tests.make.places import place, room
from tests.make.services import service
from tests.make.translations import translated

DECEMBER = {"first": "2026-12-01", "last": "2026-12-31"}
FOOT = f"""\
--
Sie bekommen diesen Newsletter, weil Sie sich dafür angemeldet haben.

Andere Themen oder eine andere Sprache wählen:
http://testserver/de/abo/{links.TOKEN}/

Vom Newsletter abmelden:
http://testserver/de/abo/{links.TOKEN}/#leave

Haus am Park
Park e. V.
Parkweg 3
12045 Berlin
030 123456
hallo@haus.example
http://testserver/de/
"""

pytestmark = pytest.mark.usefixtures("clock")


def text(made, language="de"):
    return compose(made, language, timezone.now()).text


def test_it_is_written_to_be_read(index, dates, offers):
    greeting = (
        "<p>Liebe Nachbarinnen und Nachbarn,</p><p>der Dezember wird <b>voll</b>. Alles steht im "
        '<a href="https://example.org/kalender">Kalender der Stadt</a>, und wir freuen uns auf Sie.</p>'
        "<ul><li>Kekse</li>"
        "<li>Glühwein, auch ohne Alkohol, für alle, die länger im Hof bleiben und tanzen</li></ul>"
    )
    hall = room("Saal", place(name="Haus"))
    sewing = event(
        dates,
        "Nähcafé",
        [line("2026-12-03", frequency="weekly", last_day=None)],
        slug="naehcafe",
        summary="Gemeinsam nähen, flicken und plaudern.",
        room=hall,
    )
    change(sewing, "2026-12-10 18:15", is_cancelled=True, reason="illness")
    rent = service(offers, "Mietberatung", summary="Ärger mit der Miete? Wir helfen.")
    body = [("text", greeting), "events", ("buttons", [{"text": "Rufen Sie an", "address": "030 123456"}])]
    made = issue(
        index,
        "Newsletter Dezember",
        [sewing, rent],
        body,
        summary="Viel los im Haus.",
        slug="dezember",
        **DECEMBER,
    )

    assert (
        text(made)
        == f"""\
Diesen Newsletter im Browser lesen:
http://testserver/de/newsletter/dezember/

Haus am Park


Newsletter Dezember
===================

Viel los im Haus.


Liebe Nachbarinnen und Nachbarn,

der Dezember wird voll. Alles steht im Kalender der Stadt [1], und wir
freuen uns auf Sie.

- Kekse
- Glühwein, auch ohne Alkohol, für alle, die länger im Hof bleiben und
  tanzen

[1] https://example.org/kalender


Das kommt
---------

Nähcafé
Donnerstag, 3. Dezember, 18:15–20 Uhr
Fällt aus (Krankheit): Donnerstag, 10. Dezember, 18:15–20 Uhr
Donnerstag, 17. Dezember, 18:15–20 Uhr
Donnerstag, 24. Dezember, 18:15–20 Uhr
Donnerstag, 31. Dezember, 18:15–20 Uhr
Wo: Saal
Kosten: kostenlos
Gemeinsam nähen, flicken und plaudern.
http://testserver/de/veranstaltungen/naehcafe/


Rufen Sie an:
030123456


Unsere Angebote
---------------

Mietberatung
Wann: Montag, 15–18 Uhr
Kosten: kostenlos
Ärger mit der Miete? Wir helfen.
http://testserver/de/angebote/mietberatung/


{FOOT}"""
    )


def test_lines_are_short_and_addresses_whole(index, offers):
    long = "/".join(["unterseite-mit-langem-namen"] * 5)
    words = "Wir treffen uns und sprechen miteinander. " * 20
    body = [("text", f'<p>{words}<a href="https://example.org/{long}">Mehr vom Haus</a></p>')]
    made = issue(index, "Ein sehr langer Titel " * 5, [service(offers, summary=words[:290])], body, slug="x")

    lines = text(made).splitlines()

    assert f"[1] https://example.org/{long}" in lines
    assert all(len(each) <= 72 for each in lines if "http" not in each)


def test_links_are_numbered_through_the_whole_mail(index):
    def linking(name):
        return ("text", f'<p><a href="https://{name}.example/">Zu {name}</a></p>')

    found = text(
        issue(index, body=[linking("eins"), ("heading", {"text": "Weiter", "level": 3}), linking("zwei")])
    )

    assert "Zu eins [1]\n\n[1] https://eins.example/\n" in found
    assert "Zu zwei [2]\n\n[2] https://zwei.example/\n" in found


def test_a_mail_address_or_number_in_the_text_is_not_said_twice(index):
    body = (
        '<p><a href="mailto:a@haus.example">a@haus.example</a>, <a href="mailto:b@haus.example">Bea</a>, '
        '<a href="tel:030123456">030 123456</a></p>'
    )

    assert "a@haus.example, Bea (b@haus.example), 030 123456\n" in text(issue(index, body=[("text", body)]))


def test_a_picture_is_told_by_what_can_be_seen_and_one_that_decorates_is_not(index):
    def shown(**fields):
        chosen = {"image": picture(credit="").pk, "alt_text": "", "decorative": False, **fields}
        return ("picture", {"picture": chosen, "size": "text", "caption": ""})

    told = text(issue(index, body=[shown(alt_text="Kinder im Hof"), shown(decorative=True)]))

    assert told.count("Bild:") == 1
    assert "Bild: Kinder im Hof\n" in told


def test_arabic_stands_in_lines_of_its_own_and_numbers_keep_their_order(index, dates):
    choir = event(dates, "Chor", [line("2026-12-12", "17:00", "19:00")], summary="Wir singen.", slug="chor")
    translated(choir, title="جوقة", summary="نغني معًا.")

    lines = text(issue(index, "Dezember", [choir], **DECEMBER), "ar").splitlines()

    start = lines.index("جوقة")
    assert lines[start + 1].startswith("السبت 12 ")
    assert lines[start + 3 : start + 5] == ["نغني معًا.", translated_url(choir)]
    assert "\u2066030 123456\u2069" in lines
    assert not [each for each in lines if re.search(r"[\u0600-\u06ff].*https?:", each)]


def translated_url(page):
    return f"http://testserver{type(page).objects.get(locale__language_code='ar').url}"


def test_leichte_sprache_has_each_sentence_on_a_line(index):
    made = issue(
        index, "Dezember", body=[("text", "<p>Es ist viel los. Kommen Sie vorbei.</p>")], summary="Hallo. Da."
    )

    assert "Es ist viel los.\nKommen Sie vorbei.\n" in text(made, "de-simple")


def test_what_no_mail_takes_is_left_out(index):
    made = issue(index, "Titel\u202eneu", summary="eins\u0007zwei\u2028drei", slug="b")

    found = text(made)

    assert "Titelneu\n========" in found
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u2028\u202a-\u202e]", found)
