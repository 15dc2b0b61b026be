import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.make.announcements import announcement
from tests.make.centre import centre
from tests.make.events import change, event, line
from tests.make.languages import languages_of
from tests.make.newsletters import issue, letter
from tests.make.pages import plain_page
from tests.make.places import room
from tests.make.services import service
from tests.make.translations import draft_in, published, translated

pytestmark = pytest.mark.usefixtures("clock")
DECEMBER = {"first": "2026-12-01", "last": "2026-12-31"}


def test_an_issue_tells_what_was_chosen_with_dates_places_and_what_it_costs(read, index, dates, offers):
    about = [
        event(dates, "Nähen", lines=[line("2026-12-03")], room=room("Saal"), summary="Mit Tee."),
        service(offers, "Beratung", times=[(1, "15:00", "18:00")]),
    ]
    made = issue(index, about=about, body=[("text", "<p>Guten Tag!</p>"), "events"], **DECEMBER)

    page = read(made.url)

    assert page.titles("h2") == ["Das kommt", "Unsere Angebote"]
    assert page.titles("h3") == ["Nähen", "Beratung"]
    assert "Donnerstag, 3. Dezember , 18:15–20 Uhr Saal" in page.text.replace("Dezember,", "Dezember ,")
    assert "Mit Tee." in page.text
    assert "Montag, 15–18 Uhr" in page.text
    assert "Kostenlos" in page.text
    assert page.text.index("Guten Tag!") < page.text.index("Das kommt")


def test_an_announcement_is_told_with_its_kind_and_how_long_it_holds(read, index, news, clock):
    about = {"sentence": "lift", "kind": "warning", "hours": (-1, 30)}
    made = issue(index, about=[announcement(news, "Aufzug", **about)])
    german, english = read(made.url).text, read(made.url.replace("/de/", "/en/")).text

    clock.shift(31 * 3600)
    later = read(made.url).text

    assert "Warnung" in german
    assert "Gilt bis morgen" in german
    assert "The lift is out of order" in english
    assert "Valid until tomorrow" in english
    assert "Nicht mehr aktuell seit" in later


def test_a_date_that_was_called_off_after_the_issue_appeared_is_crossed_out(client, index, dates):
    sewing = event(dates, "Nähen", lines=[line("2026-12-03"), line("2026-12-05")])
    made = issue(index, about=[sewing], **DECEMBER)

    change(sewing, "2026-12-03 18:15", is_cancelled=True, reason="illness")
    html = " ".join(client.get(made.url).content.decode().split())

    assert '<s><time datetime="2026-12-03">Donnerstag, 3. Dezember</time>' in html
    assert "<strong>fällt aus (Krankheit)</strong>" in html


def test_the_day_that_stands_large_is_one_on_which_it_takes_place(read, index, dates):
    sewing = event(dates, "Nähen", lines=[line("2026-12-03"), line("2026-12-05")])
    made = issue(index, about=[sewing], **DECEMBER)

    change(sewing, "2026-12-03 18:15", is_cancelled=True)

    assert read(made.url).main.select_one(".date-tile__day").text == "5"


def test_what_meets_every_week_does_not_fill_the_letter(read, index, dates):
    sewing = event(dates, "Nähen", lines=[line("2026-12-01", frequency="daily")])

    page = read(issue(index, about=[sewing], **DECEMBER).url)

    assert len(page.main.select(".letter-entry__dates time")) == 5
    assert "und 26 weitere Termine" in page.text


def test_years_later_it_still_tells_what_was_on(read, index, dates, clock):
    made = issue(index, about=[event(dates, "Nähen", lines=[line("2026-12-03")])], **DECEMBER)

    clock.move_to("2029-03-01 12:00+01:00")
    page = read(made.url)

    assert "Donnerstag, 3. Dezember 2026" in page.text
    assert page.titles("h3") == ["Nähen"]


def test_a_part_in_which_nothing_is_left_is_not_there(read, home, index):
    gone = plain_page(home, title="Garten")
    made = issue(index, about=[gone], body=[("text", "<p>Guten Tag!</p>"), "pages", "events"])

    gone.delete()

    assert read(made.url).titles("h2") == []


def test_a_reader_of_another_language_gets_titles_in_her_own_and_the_rest_marked(client, index, dates):
    sewing, cooking = event(dates, "Nähen", summary="Mit Tee."), event(dates, "Kochen", summary="Mit Salz.")
    translated(sewing, "en", title="Sewing", summary="With tea.")
    made = issue(index, "Rundbrief", about=[sewing, cooking], body=[("text", "<p>Guten Tag!</p>"), "events"])

    html = client.get(made.url.replace("/de/", "/en/")).content.decode()

    for words, language in {
        **{"Coming up": "en", "Sewing": "en", "With tea.": "en"},
        **{"Guten Tag!": "de", "Kochen": "de", "Mit Salz.": "de"},
    }.items():
        assert set(languages_of(html, words)) == {language}, words


def test_a_translated_issue_needs_no_second_list(client, index, dates):
    made = issue(index, "Rundbrief", about=[event(dates, "Nähen")], body=["events"])
    english = translated(made, "en", title="Letter", body=letter(("text", "<p>Hello!</p>")))

    html = client.get(english.url).content.decode()

    assert "Hello!" in html
    assert set(languages_of(html, "Coming up")) == {"en"}
    assert set(languages_of(html, "Nähen")) == {"de"}


def test_a_standard_sentence_speaks_the_language_of_the_reader(client, index, news):
    water = announcement(news, "Kein Wasser", sentence="water")
    made = issue(index, about=[water])

    german = client.get(made.url).content.decode()
    english = client.get(made.url.replace("/de/", "/en/")).content.decode()

    assert "Kein Wasser" in german
    assert set(languages_of(english, "There is no water in the house")) == {"en"}


@pytest.mark.parametrize(
    "short",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "{{ request }}{% load static %}",
        "</li></ul></article><h1>Ich</h1>",
    ],
)
def test_whatever_a_shorter_text_says_nothing_breaks_out(read, index, dates, short):
    made = issue(index, about=[(event(dates, "Nähen"), {"short": {"de": short}})], **DECEMBER)

    page = read(made.url)

    assert short in page.text
    assert not page.main.select(".letter :is(script, img, h1)")
    assert len(page.main.find_all("h1")) == 1


def test_a_draft_is_nowhere(client, index, dates):
    sewing = event(dates, "Nähen")
    published(issue(index, "Erschienen", about=[sewing]))
    draft = issue(index, "Geheimbrief", about=[sewing], live=False)
    translation = draft_in("en", draft)

    addresses = [index.url, f"{index.url}feed.xml", "/sitemap.xml", "/de/suche/?q=Geheimbrief"]
    said = [client.get(address).content.decode() for address in addresses]

    assert client.get(f"{index.url}{draft.slug}/").status_code == 404
    assert client.get(f"/en/newsletter/{translation.slug}/").status_code == 404
    assert not [address for address, html in zip(addresses, said, strict=True) if "eheimbrief</a>" in html]
    assert "geheimbrief" not in said[0] + said[1] + said[2]


def test_what_waits_in_a_draft_of_an_issue_is_not_read(read, index, dates):
    made = published(issue(index, about=[event(dates, "Nähen")]))
    made.items = [*made.items.all(), type(made.items.first())(about=event(dates, "Kochen").page_ptr)]
    made.save_revision()

    assert read(made.url).titles("h3") == ["Nähen"]


def test_it_leads_to_where_one_signs_up_while_that_is_open(read, index):
    made = issue(index)
    before = read(made.url).main.select(f'a.button[href="{index.url}"]')

    index.unpublish()

    assert before
    assert not read(made.url).main.select(f'a.button[href="{index.url}"]')


def test_search_engines_are_told_of_an_article(client, home, index, settings):
    centre(name="Haus am Park")
    made = published(issue(index, "Newsletter Dezember", summary="Viel los."))

    html = client.get(made.url).content.decode()

    graph = json.loads(html.split('<script type="application/ld+json">')[1].split("</script>")[0])["@graph"]
    article = next(each for each in graph if each["@type"] == "Article")
    assert (article["headline"], article["description"]) == ("Newsletter Dezember", "Viel los.")
    assert article["datePublished"].startswith("2026-11-24T")
    assert article["publisher"] == {"@id": f"{settings.SITE_URL}/#centre"}


@pytest.mark.parametrize("query", ["?x=%00", "?seite=1e308&seite=-1", "?" + "a" * 3000, "?jahr=%ff"])
def test_nonsense_behind_its_address_gets_a_clear_answer(client, index, query):
    clear = 400 if "%" in query else 200

    assert client.get(f"{issue(index).url}{query}").status_code == clear


def test_forty_entries_in_any_language_cost_few_queries(client, home, index, dates, offers, news):
    about = [event(dates, f"Abend {each}", room=room(f"Raum {each}")) for each in range(20)]
    about += [service(offers, f"Angebot {each}", room=room(f"Stube {each}")) for each in range(15)]
    about += [announcement(news, f"Wasser {each}", sentence="water") for each in range(4)]
    for page in (*about[:3], *about[-2:]):
        translated(page, "en")
    few = issue(index, "Wenig", about=about[:1] + about[20:21] + about[-1:], body=["events"], **DECEMBER)
    many = issue(index, "Viel", about=about, body=["events", "services", ("text", "<p>!</p>")], **DECEMBER)

    for code in ("de", "en"):
        numbers = [_queries(client, made.url.replace("/de/", f"/{code}/")) for made in (few, many)]
        assert numbers[1] <= numbers[0], code
        assert numbers[1] <= 32, code


def _queries(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)
