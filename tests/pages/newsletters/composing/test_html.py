import re
from html import unescape

import pytest
from bs4 import BeautifulSoup, Comment
from coloraide import Color
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction

from pages.centre.models import FooterLink
from pages.newsletters.composing import compose
from pages.pictures.models import Consent
from pages.subscribers import links
from tests.make.announcements import announcement
from tests.make.bricks import words
from tests.make.centre import centre
from tests.make.easy import in_easy
from tests.make.events import change, event, line
from tests.make.newsletters import issue
from tests.make.pages import plain_page
from tests.make.pictures import picture
from tests.make.services import service
from tests.make.translations import draft_in, translated

DECEMBER = {"first": "2026-12-01", "last": "2026-12-31"}
TOO_LARGE = 100_000
"""Bytes. One large mail provider cuts mails at 102 kB."""

pytestmark = pytest.mark.usefixtures("clock")


def mail(made, language="de"):
    return BeautifulSoup(compose(made, language, timezone.now()).html, "html.parser")


def entry(soup, title):
    """The box of one entry."""
    return next(each for each in soup.select(".entry") if title in words(each.h3))


def test_one_reads_what_happens_when_and_where_and_what_has_become_of_it(index, dates):
    sewing = event(dates, "Nähcafé", [line("2026-12-03", frequency="weekly", last_day=None)])
    change(sewing, "2026-12-10 18:15", is_cancelled=True, reason="illness")
    made = issue(index, about=[sewing], **DECEMBER)

    told = [words(each) for each in entry(mail(made), "Nähcafé").select("li")]

    assert told[:2] == [
        "Donnerstag, 3. Dezember, 18:15–20 Uhr",
        "Donnerstag, 10. Dezember, 18:15–20 Uhr Fällt aus (Krankheit)",
    ]
    assert entry(mail(made), "Nähcafé").s.text == "Donnerstag, 10. Dezember, 18:15–20 Uhr"


def test_who_reads_another_language_gets_its_texts_and_the_facts_of_the_original(index, dates):
    choir = event(dates, "Chor", [line("2026-12-12", "17:00", "19:00")], summary="Wir singen.", slug="chor")
    translated(choir, title="جوقة", summary="نغني معًا.")
    made = issue(index, "Dezember", [choir], summary="Viel los.", **DECEMBER)

    soup = mail(made, "ar")

    assert soup.html["lang"] == soup.select_one("[role=article]")["lang"] == "ar"
    assert soup.html["dir"] == soup.select_one("[role=article]")["dir"] == "rtl"
    assert "12" in words(entry(soup, "جوقة"))
    assert "نغني معًا." in words(entry(soup, "جوقة"))
    assert "lang" not in entry(soup, "جوقة").h3.attrs
    assert soup.select_one(".opening")["lang"] == "de"
    assert soup.select_one(".opening")["dir"] == "ltr"


def test_an_entry_that_is_not_translated_says_in_which_language_it_is(index, offers):
    made = issue(index, about=[service(offers, "Mietberatung", summary="Ärger mit der Miete?")])

    found = entry(mail(made, "en"), "Mietberatung")

    assert (found.h3["lang"], found.select_one(".entry__text")["lang"]) == ("de", "de")
    assert "When: Monday" in words(found)


def test_a_translation_that_nobody_has_published_is_told_to_nobody(index, offers):
    rent = service(offers, "Mietberatung")
    draft_in("en", rent)
    made = issue(index, "Dezember", [rent])
    draft = draft_in("en", made)
    draft.title = "Not yet"
    draft.save_revision()

    assert "Not yet" not in compose(made, "en", timezone.now()).html


def test_an_unknown_language_and_one_that_is_switched_off_are_answered_in_german(index, home):
    centre(languages=["en"])
    made = issue(index, about=[plain_page(home, "Über uns")])

    assert [mail(made, code).html["lang"] for code in ("tlh", "ar", "", "en")] == ["de", "de", "de", "en"]


def test_the_draft_in_memory_is_what_is_written(index, home):
    made = issue(index, "Dezember")
    made.title = made.subject = "Ganz neu"

    assert mail(made).h1.text == mail(made).title.text == "Ganz neu"


def test_headings_come_in_order_and_there_is_one_title(index, dates, offers, home):
    body = [("heading", {"text": "Gruß", "level": 2}), ("text", "<p>Hallo</p>"), "events"]
    made = issue(index, "Dezember", [event(dates), service(offers, "Miete")], body, **DECEMBER)

    levels = [(each.name, words(each)) for each in mail(made).select("h1, h2, h3, h4")]

    assert levels == [
        ("h1", "Dezember"),
        ("h2", "Gruß"),
        ("h2", "Das kommt"),
        ("h3", "Nähcafé"),
        ("h2", "Unsere Angebote"),
        ("h3", "Miete"),
    ]


def test_tables_only_lay_out_and_colours_fonts_and_sizes_stand_in_the_elements(index, dates):
    soup = mail(issue(index, about=[event(dates)], **DECEMBER))

    assert {table.get("role") for table in soup.select("table")} == {"presentation"}
    assert not soup.select("script, link, form, iframe, object, svg, video, [onclick], th, caption")
    assert "background-color:#fefaf1" in soup.body["style"]
    assert soup.select_one("h1")["style"]


def test_no_text_is_smaller_than_16_pixels_but_for_what_nobody_sees(index, dates):
    body = [("text", "<p>Hallo</p>"), ("heading", {"text": "Klein", "level": 4})]
    soup = mail(issue(index, about=[event(dates)], body=body, summary="Los", preheader="Vorab", **DECEMBER))
    for unseen in soup.select(".preheader, .door"):
        unseen.decompose()

    sizes = re.findall(r"font-size:\s*([\d.]+)(\w+)", str(soup.body))

    assert {unit for _size, unit in sizes} == {"px"}
    assert min(float(size) for size, _unit in sizes) >= 16


@pytest.mark.parametrize("colour", ["#a3341f", "#00ff00", "#ffff00", "#1b1464", "#ffffff"])
def test_whatever_colour_the_house_has_all_can_be_read_by_day_and_in_the_dark(index, dates, colour):
    centre(colour=colour)
    soup = mail(issue(index, about=[event(dates)], **DECEMBER))

    tile, link, dark = soup.select_one(".tile__month")["style"], soup.select_one(".link")["style"], soup.style
    by_day = [_colours(tile), (_colour(link), "#fefaf1"), (_colour(link), "#f9f0e1")]
    rules = dict(re.findall(r"\.([\w-]+)\{([^}]*)\}", dark.text))
    at_night = [_colours(rules["tile__month"]), (_colour(rules["link"]), "#1e1814")]
    assert min(Color(one).contrast(other, method="wcag21") for one, other in by_day + at_night) >= 7


def _colour(style):
    return re.search(r"(?<![-\w])color:\s*(#\w{6})", style)[1]


def _colours(style):
    return _colour(style), re.search(r"background-color:\s*(#\w{6})", style)[1]


def test_each_colour_has_another_one_for_the_dark(index, dates):
    soup = mail(
        issue(
            index, about=[event(dates)], body=[("buttons", [{"text": "Los", "address": "112"}])], **DECEMBER
        )
    )
    rules = dict(re.findall(r"\.([\w-]+)\{([^}]*)\}", soup.style.text))

    coloured = [each for each in soup.select("[class][style]") if re.search(r"#[0-9a-f]{6}", each["style"])]

    assert len(coloured) > 8
    assert all(any(name in rules for name in each["class"]) for each in coloured)


def test_links_are_complete_name_their_goal_and_lead_nowhere_else(index, home, dates):
    about = plain_page(home, "Über uns", slug="ueber-uns")
    FooterLink.objects.create(centre=centre(), page=about)
    text = f'<p><a linktype="page" id="{about.pk}">Mehr über uns</a>, <a href="/de/kontakt/">Kontakt</a></p>'
    made = issue(index, "Dezember", [event(dates, slug="n")], [("text", text)], **DECEMBER)

    found = {a["href"]: words(a) for a in mail(made).select("a")}

    token = f"http://testserver/de/abo/{links.TOKEN}/"
    assert found == {
        "http://testserver/de/newsletter/dezember/": "Diesen Newsletter im Browser lesen",
        "http://testserver/de/ueber-uns/": "Über uns",
        "http://testserver/de/kontakt/": "Kontakt",
        "http://testserver/de/veranstaltungen/n/": "Nähcafé",
        token: "Andere Themen oder eine andere Sprache wählen",
        f"{token}#leave": "Vom Newsletter abmelden",
        "http://testserver/de/": "Haus am Park",
        "tel:030123456": "030 123456",
        "mailto:hallo@haus.example": "hallo@haus.example",
    }


def test_personal_links_come_last_and_never_in_an_address_that_is_fetched(index, dates):
    html = compose(issue(index, about=[event(dates)], **DECEMBER), "de", timezone.now()).html

    assert html.index(links.TOKEN) > html.index("Nähcafé")
    assert links.TOKEN not in "".join(re.findall(r'src="([^"]*)"', html))


def test_nothing_is_fetched_but_our_own_pictures(index, dates):
    made = issue(index, about=[event(dates)], picture=picture(), **DECEMBER)

    html = compose(made, "de", timezone.now()).html

    assert re.findall(r'src="([^"]*)"', html) == [
        re.search(r'src="(http://testserver/media/[^"]+\.jpg)"', html)[1]
    ]
    assert "url(" not in html
    assert "@import" not in html
    assert "background=" not in html


def test_a_picture_says_what_can_be_seen_and_how_large_it_is(index):
    made = issue(index, picture=picture(size=(1600, 1000), alt="Menschen tanzen im Hof"))

    image = mail(made).img

    assert (image["alt"], image["width"], image["height"]) == ("Menschen tanzen im Hof", "592", "370")


@pytest.mark.parametrize("fields", [{"consent": Consent.MISSING}, {"name": "plan.svg"}])
def test_a_picture_that_must_not_or_cannot_be_shown_is_left_out(index, fields):
    made = issue(index, picture=picture(**fields))

    assert not mail(made).select("img")


def test_the_logo_stands_on_a_ground_of_its_own_and_says_nothing_beside_the_name(index):
    centre(logo=picture(name="logo.png", size=(300, 300)))

    image = mail(issue(index)).img

    assert image["src"].endswith(".jpg")
    assert (image["alt"], image["width"], image["height"]) == ("", "72", "72")


def test_a_picture_of_a_closed_collection_is_left_out(index):
    closed = Collection.get_first_root_node().add_child(name="Vorstand")
    CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")
    made = issue(index, picture=picture(collection=closed))

    assert not mail(made).select("img")


def test_leichte_sprache_is_large_with_a_sentence_on_each_line(index, dates):
    made = issue(index, "Dezember", [event(dates)], **DECEMBER)
    in_easy(made, title="Im Dezember", summary="Es ist viel los. Kommen Sie vorbei.")

    soup = mail(made, "de-simple")

    assert str(soup.select_one(".lead").br.previous_sibling).strip() == "Es ist viel los."
    assert "font-size:20px" in soup.body["style"].replace(" ", "")
    assert "von 18:15 Uhr bis 20 Uhr" in words(entry(soup, "Nähcafé"))


def test_the_preview_text_is_there_and_nobody_sees_it_in_the_mail(index):
    soup = mail(issue(index, preheader="Chor & Kekse"))

    hidden = soup.select_one(".preheader")
    assert hidden.text.startswith("Chor & Kekse")
    assert "display:none" in hidden["style"].replace(" ", "")


def test_the_foot_says_why_who_writes_and_how_one_reaches_them(index):
    foot = words(mail(issue(index)).select_one(".foot"))

    assert foot.startswith("Sie bekommen diesen Newsletter, weil Sie sich dafür angemeldet haben.")
    for told in (
        "Haus am Park",
        "Park e. V.",
        "Parkweg 3",
        "12045 Berlin",
        "030 123456",
        "hallo@haus.example",
    ):
        assert told in foot


def test_an_announcement_says_how_much_it_matters_and_until_when_it_holds(index, news):
    water = announcement(news, "Kein Wasser", kind="warning", hours=(-2, 3))
    told = words(entry(mail(issue(index, about=[water])), "Kein Wasser"))

    assert "Warnung" in told
    assert "15 Uhr" in told
    assert "heute" not in told


def test_it_holds_since_it_was_published_and_not_since_the_mail_was_made(index, news, clock):
    made = issue(index, about=[announcement(news, "Kein Wasser", hours=(None, 72))])
    clock.shift(24 * 3600)

    told = words(entry(mail(made), "Kein Wasser"))

    assert "Dienstag, 24. November 2026, 12 Uhr" in told


def test_a_standard_sentence_is_in_every_language(index, news):
    lift = announcement(news, "Aufzug kaputt", sentence="lift")

    title = entry(mail(issue(index, about=[lift]), "en"), "The lift is out of order").h3

    assert "lang" not in title.attrs


HOSTILE = "<script>x()</script>\"'><img src=x onerror=x()>\u202egnp.\r\nBcc: a@b.example"


def test_nothing_breaks_out_of_hostile_titles_and_texts(index, dates, home):
    party = event(dates, HOSTILE, summary=HOSTILE, slug="fest")
    page = plain_page(home, HOSTILE, slug="seite", summary=HOSTILE)
    body = [
        ("text", f"<p>{HOSTILE}</p><script>x()</script>"),
        ("heading", {"text": HOSTILE, "level": 2}),
        ("buttons", [{"text": HOSTILE[:60], "address": "javascript:x()"}]),
    ]
    short = {"short": {"de": HOSTILE}}
    made = issue(
        index, HOSTILE, [(party, short), page], body, subject=HOSTILE, preheader=HOSTILE, slug="b", **DECEMBER
    )
    centre(name=HOSTILE[:100], street=HOSTILE[:100], phone="030 1")

    content = compose(made, "de", timezone.now())
    soup = BeautifulSoup(content.html, "html.parser")

    assert not soup.select("script, img, [onerror]")
    assert "javascript:" not in "".join(a["href"] for a in soup.select("a"))
    assert "\u202e" not in content.html + content.text
    assert "\n" not in content.subject
    assert "\r" not in content.subject
    assert soup.h1.text.startswith("<script>")


def test_comments_for_one_mail_program_hold_no_words_of_ours(index):
    soup = mail(issue(index, "A --> <b>B</b> <!-- <![endif]-->"))

    comments = soup.find_all(string=lambda each: isinstance(each, Comment))

    assert soup.h1.text == "A --> <b>B</b> <!-- <![endif]-->"
    assert all(each.startswith("[if mso]>") and "A --" not in each for each in comments)


@pytest.mark.parametrize("letter", ["ä", "\U0001f389"])
def test_a_subject_of_10000_characters_is_cut(index, letter):
    made = issue(index)
    made.subject = letter * 10_000

    subject = compose(made, "de", timezone.now()).subject

    assert len(subject) == 250
    assert subject.endswith("…")


def test_a_blank_is_told_to_nobody(index):
    made = issue(index, "Dezember", body=[("text", "<p>Hallo</p><p>[[Ihr Gruß]]</p>")], subject="[[Betreff]]")

    content = compose(made, "de", timezone.now())

    assert content.subject == "Dezember"
    assert "Gruß" not in content.html + content.text


def test_40_entries_fit_in_every_language(index, dates):
    every = [line("2026-12-01", frequency="daily", last_day=None)]
    summary = "Wir treffen uns und sprechen miteinander über alles, was uns bewegt. " * 4
    about = [
        translated(each, title=f"لقاء الجيران في البيت {number}", summary="نلتقي ونتحدث عن كل شيء. " * 12)
        for number in range(40)
        for each in [
            event(dates, f"Nachbarschaftstreff {number}", every, summary=summary[:280], slug=f"t{number}")
        ]
    ]
    made = issue(index, about=about, **DECEMBER)

    sizes = {
        code: len(compose(made, code, timezone.now()).html.encode()) for code in ("de", "de-simple", "ar")
    }

    assert max(sizes.values()) < TOO_LARGE, sizes
    assert len(mail(made, "ar").select(".entry")) == 40


def test_the_rules_in_the_head_are_few_enough_for_every_mail_program(index):
    assert len(mail(issue(index)).style.text) < 8192


def test_the_number_of_queries_depends_on_neither_the_entries_nor_the_bricks(index, dates, offers, home):
    def things(few, first):
        numbers = range(first, first + few)
        pages = [plain_page(home, f"Seite {number}", slug=f"s{number}") for number in numbers]
        text = "".join(f'<p><a linktype="page" id="{page.pk}">Seite</a></p>' for page in pages)
        bricks = [("text", text), ("buttons", [{"text": "Hin", "page": page.pk} for page in pages[:3]])]
        events = [event(dates, f"E {number}", slug=f"e{number}") for number in numbers]
        services = [service(offers, f"A {number}", slug=f"a{number}") for number in numbers]
        return issue(
            index, f"Ausgabe {first}", [*events, *services, *pages], bricks, slug=f"i{first}", **DECEMBER
        )

    few, many = things(2, 0), things(12, 10)
    for language in ("de", "en", "ar"):
        counts = []
        for made in (few, many):
            with CaptureQueriesContext(connection) as queries:
                compose(made, language, timezone.now())
            counts.append(len(queries))
        assert counts[0] == counts[1] <= 25


def test_entities_do_not_pile_up(index):
    made = issue(index, "Kaffee & Kuchen", summary="Tom & Ayşe")

    html = compose(made, "de", timezone.now()).html

    assert "Kaffee &amp; Kuchen" in html
    assert "&amp;amp;" not in html
    assert "Tom & Ayşe" in unescape(html)
