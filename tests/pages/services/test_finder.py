import re
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from pages.places.models import Place
from pages.services.models import ServicePage, ServiceTime
from tests.make.centre import centre
from tests.make.pages import plain_page
from tests.make.places import room
from tests.make.services import audience, finder, in_english, service


class Answer:
    """What a reader sees of the finder."""

    def __init__(self, response):
        self.response = response
        self.soup = BeautifulSoup(response.content, "html.parser")

    @property
    def heading(self):
        return text(self.soup.select_one("main h2"))

    @property
    def titles(self):
        return [text(title) for title in self.soup.select(".offer__title")]

    @property
    def window(self):
        return text(self.soup.title)

    @property
    def chips(self):
        return {text(chip): chip["href"] for chip in self.soup.select(".chips .pill")}

    def counts(self, name):
        """How many each option of a filter promises, by its label."""
        boxes = self.soup.select(f'input[name="{name}"]')
        said = [text(box.parent) for box in boxes]
        return {label: int(number) for label, number in re.findall(r"(.+?) \((\d+)", "\n".join(said))}

    def option(self, name, value):
        return self.soup.select_one(f'input[name="{name}"][value="{value}"]')


def text(soup):
    return " ".join(soup.get_text(" ").replace("\N{NO-BREAK SPACE}", " ").split())


@pytest.fixture
def index(home):
    return finder(home)


@pytest.fixture
def ask(client, index):
    """Ask the finder with a query string or with parameters."""
    return lambda query="", **asked: Answer(client.get(f"{index.url}{query}", asked or None))


@pytest.fixture
def _some(index):
    """Three services that differ in all one can ask for."""
    flat = room("Saal", steps=0, door_width=95)
    service(
        index,
        "Chor",
        times=[(1, "09:00", "11:00"), (5, "18:00", "20:00")],
        audiences=["kinder"],
        topics=["kultur"],
        languages=["de", "ar"],
        room=flat,
    )
    service(
        index,
        "Yoga",
        times=[(1, "18:00", "19:00")],
        audiences=["kinder", "familien"],
        topics=["gesundheit"],
        languages=["de"],
        cost="fixed",
        price=Decimal(5),
        registration="phone",
        room=room("Keller", steps=9, door_width=95),
    )
    service(
        index,
        "Beratung",
        times=[],
        is_by_appointment=True,
        audiences=["familien"],
        topics=["beratung"],
        cost="donation",
    )


@pytest.mark.usefixtures("_some")
@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", ["Chor", "Yoga", "Beratung"]),
        ("?fuer=kinder", ["Chor", "Yoga"]),
        ("?fuer=familien", ["Yoga", "Beratung"]),
        ("?fuer=kinder&fuer=familien", ["Chor", "Yoga", "Beratung"]),
        ("?thema=kultur&thema=beratung", ["Chor", "Beratung"]),
        ("?tag=1", ["Chor", "Yoga"]),
        ("?tag=5", ["Chor"]),
        ("?zeit=abend", ["Chor", "Yoga"]),
        ("?zeit=vormittag", ["Chor"]),
        ("?tag=1&zeit=abend", ["Yoga"]),
        ("?tag=1&tag=5&zeit=abend", ["Chor", "Yoga"]),
        ("?sprache=ar", ["Chor"]),
        ("?kostenlos=1", ["Chor", "Beratung"]),
        ("?stufenlos=1", ["Chor"]),
        ("?ohne-anmeldung=1", ["Chor"]),
        ("?fuer=kinder&sprache=de&kostenlos=1", ["Chor"]),
    ],
)
def test_each_filter_leaves_what_fits(ask, query, titles):
    assert ask(query).titles == titles


def test_a_service_for_nobody_in_particular_is_found_by_everybody(index, ask):
    audience("kinder")
    service(index, "Offener Treff")

    assert ask(fuer="kinder").titles == ["Offener Treff"]


def test_services_are_found_wherever_they_stand(index, home, ask):
    service(plain_page(plain_page(home, "Familie"), "Kleine"), "Krabbelgruppe")

    assert ask().titles == ["Krabbelgruppe"]


@pytest.mark.usefixtures("_some")
def test_counts_say_what_an_option_would_give_while_all_else_holds(ask):
    answer = ask(kostenlos="1", tag="1")

    assert answer.heading == "1 Angebot passt"
    assert answer.counts("fuer") == {"Kinder": 1, "Familien": 0}
    assert answer.counts("tag") == {"Montag": 1, "Freitag": 1}
    assert answer.counts("zeit") == {"vormittags": 1, "abends": 0}
    assert answer.counts("sprache") == {"Deutsch": 1, "Arabisch": 1}
    assert answer.counts("kostenlos") == {"kostenlos": 1}


@pytest.mark.usefixtures("_some")
@pytest.mark.parametrize("query", ["", "?tag=1", "?fuer=kinder&zeit=abend", "?kostenlos=1&sprache=de"])
@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("fuer", {"kinder": "Kinder", "familien": "Familien"}),
        ("tag", {"1": "Montag", "5": "Freitag"}),
        ("zeit", {"vormittag": "vormittags", "abend": "abends"}),
        ("stufenlos", {"1": "stufenlos"}),
    ],
)
def test_a_count_keeps_its_promise(ask, query, name, values):
    others = "&".join(part for part in query[1:].split("&") if part and not part.startswith(f"{name}="))
    counts = ask(query).counts(name)

    for value, label in values.items():
        found = ask(f"?{others}&{name}={value}")
        kept = len(found.titles) if "Kein" not in found.heading else 0
        assert kept == counts[label]


@pytest.mark.usefixtures("_some")
def test_the_heading_and_the_window_say_how_many_fit_and_what_was_asked(ask):
    answer = ask(fuer="kinder", tag="1")

    assert answer.heading == "2 Angebote passen"
    assert answer.window.startswith("2 Angebote passen: Kinder, Montag – Angebote")
    assert ask().heading == "3 Angebote"
    assert ask().window.startswith("Angebote")


@pytest.mark.usefixtures("_some")
def test_each_chosen_filter_can_be_removed_alone(ask, index):
    answer = ask("?fuer=kinder&tag=1&tag=5")

    assert answer.chips == {
        "Filter entfernen: Kinder": f"{index.url}?tag=1&tag=5#ergebnis",
        "Filter entfernen: Montag": f"{index.url}?fuer=kinder&tag=5#ergebnis",
        "Filter entfernen: Freitag": f"{index.url}?fuer=kinder&tag=1#ergebnis",
    }
    assert answer.soup.select_one(f'a[href="{index.url}#ergebnis"]', string="Alle Filter löschen")


@pytest.mark.usefixtures("_some")
def test_what_was_chosen_stays_ticked_and_in_sight(ask):
    answer = ask(tag="1")

    assert answer.option("tag", "1").has_attr("checked")
    assert not answer.option("tag", "5").has_attr("checked")
    assert answer.option("tag", "1").find_parent("details").has_attr("open")
    assert not answer.option("sprache", "de").find_parent("details").has_attr("open")


@pytest.mark.usefixtures("_some")
def test_one_audience_is_one_step_away_and_keeps_the_rest(ask, index):
    answer = ask(kostenlos="1")

    links = {text(link): link["href"] for link in answer.soup.select(".audiences a")}

    assert links["Kinder (1 Angebot )"] == f"{index.url}?fuer=kinder&kostenlos=1#ergebnis"
    assert links["Alle (2 Angebote )"] == f"{index.url}?kostenlos=1#ergebnis"


@pytest.mark.usefixtures("_some")
def test_where_nothing_fits_the_nearest_are_shown_with_what_was_left_out_and_a_number_to_call(ask):
    centre(phone="030 999000")

    answer = ask(fuer="kinder", sprache="ar", zeit="nachmittag")
    said = text(answer.soup.main)

    assert answer.heading == "Kein Angebot passt auf alles"
    assert answer.titles == ["Chor"]
    assert "Dieses Angebot kommt am nächsten. Weggelassen haben wir: nachmittags." in said
    assert "030 999000" in said


@pytest.mark.usefixtures("_some")
def test_what_one_needs_is_given_up_last(ask):
    """Ten o'clock on Friday without steps: rather another time than stairs."""
    answer = ask(tag="5", zeit="vormittag", stufenlos="1")

    assert "Weggelassen haben wir: vormittags." in text(answer.soup.main)


def test_a_house_without_services_says_so_and_gives_its_number(ask):
    centre(phone="030 999000")

    said = text(ask().soup.main)

    assert "Hier stehen noch keine Angebote." in said
    assert "030 999000" in said


@pytest.mark.usefixtures("_some")
def test_the_list_tells_when_where_and_for_how_much(ask):
    first = text(ask().soup.select_one(".offer"))

    assert "Wann Montag, 9–11 Uhr Freitag, 18–20 Uhr" in first
    assert "Wo Saal" in first
    assert "Barrierefreiheit Stufenlos, schmalste Tür 95 cm" in first
    assert "Kosten Kostenlos" in first
    assert "Für wen Kinder" in first


def test_long_lists_come_in_parts_that_keep_the_question(index, ask):
    many(30, index)

    answer = ask("?tag=1&seite=4")

    assert answer.heading == "30 Angebote passen"
    assert len(answer.titles) == 6
    assert answer.window.startswith("30 Angebote passen: Montag, Seite 4")
    assert answer.soup.select_one('.pagination a[rel="prev"]')["href"] == "?tag=1&seite=3"


HOSTILE = [
    "tag=8&tag=0&tag=-1&tag=1e308&tag=NaN&zeit=mitternacht",
    "seite=-1",
    "seite=0",
    "seite=NaN",
    "seite=1e308",
    "seite=99999999999999999999",
    "seite=1&seite=3&seite=x",
    "kostenlos=ja&stufenlos=&ohne-anmeldung=2",
    "fuer[]=kinder&fuer[$ne]=x",
    "sprache=" + "x" * 9000,
    "fuer=%27;DROP%20TABLE%20x;--&thema=%3Cscript%3Ealert(1)%3C/script%3E",
    "&&&===&;",
    "fuer=" + "&fuer=".join(["unsinn"] * 300),
]


@pytest.mark.usefixtures("_some")
@pytest.mark.parametrize("query", HOSTILE, ids=lambda query: query[:30])
def test_nonsense_in_the_address_is_ignored(ask, query):
    answer = ask(f"?{query}")

    assert answer.response.status_code == 200
    assert answer.titles == ["Chor", "Yoga", "Beratung"]
    assert answer.chips == {}
    assert "alert(1)" not in str(answer.soup.main)


@pytest.mark.parametrize("query", ["fuer=%00", "tag=1%00", "seite=%00", "sprache=%ED%A0%80"])
def test_what_no_browser_sends_is_refused(ask, query):
    assert ask(f"?{query}").response.status_code == 400


@pytest.mark.usefixtures("_some")
def test_good_values_count_beside_bad_ones_and_once(ask):
    answer = ask("?tag=1&tag=9&tag=1&fuer=kinder&fuer=x")

    assert list(answer.chips) == ["Filter entfernen: Kinder", "Filter entfernen: Montag"]


def unpublished(page):
    page.unpublish()


def private(page):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def private_above(page):
    private(page.get_parent())


def private_in_another_language(page):
    private(in_english(page))


@pytest.mark.usefixtures("_some")
@pytest.mark.parametrize("hide", [unpublished, private, private_above, private_in_another_language])
def test_no_filter_shows_or_counts_what_is_not_for_everybody(home, ask, hide):
    hidden = service(
        plain_page(home, "Team"),
        "Marderhund",
        times=[(7, "05:00", "06:00"), (1, "09:00", "10:00")],
        audiences=["kinder", "marder"],
        topics=["kultur", "tiere"],
        languages=["ti", "ar"],
        room=room("Bau", steps=0, door_width=99),
    )
    hide(hidden)

    for query in (
        "",
        "?fuer=kinder",
        "?tag=1",
        "?sprache=ar",
        "?stufenlos=1",
        "?fuer=marder",
        "?thema=tiere",
    ):
        assert "Marderhund" not in str(ask(query).soup), query
    answer = ask()
    assert answer.heading == "3 Angebote"
    assert answer.counts("fuer") == {"Kinder": 2, "Familien": 2}
    assert answer.counts("tag") == {"Montag": 2, "Freitag": 1}
    assert answer.counts("sprache") == {"Deutsch": 2, "Arabisch": 1}
    assert answer.counts("stufenlos") == {"stufenlos": 1}
    assert "Tiere" not in answer.counts("thema")


@pytest.mark.usefixtures("_some")
def test_each_service_is_told_in_the_readers_language_or_in_its_own(index, client):
    translated = in_english(ServicePage.objects.get(title="Chor"), title="Choir")

    answer = Answer(client.get(index.get_translation(translated.locale).url))

    assert answer.titles == ["Choir", "Yoga", "Beratung"]


def many(number, parent, start=0):
    """A house with that many services, of all kinds, quickly made."""
    if not Place.objects.exists():
        room("Saal", steps=0, door_width=95)
    hall = Place.objects.first().rooms.first()
    for each in range(start, start + number):
        service(parent, f"Angebot {each}", slug=f"angebot-{each}", audiences=["kinder"], room=hall)


def test_the_number_of_queries_does_not_grow_with_the_number_of_services(index, client):
    def asked(query):
        with CaptureQueriesContext(connection) as queries:
            client.get(f"{index.url}?{query}")
        return len(queries)

    questions = ["", "fuer=kinder&tag=1&zeit=nachmittag", "tag=7&fuer=kinder&sprache=ar"]
    many(3, index)
    client.get(index.url)
    few = [asked(query) for query in questions]
    many(40, index, start=3)

    assert [asked(query) for query in questions] == few
    assert max(few) <= 25


def test_a_time_that_is_deleted_is_not_found_any_more(index, ask):
    page = service(index, "Chor", times=[(1, "09:00", "10:00"), (2, "09:00", "10:00")])

    ServiceTime.objects.filter(page=page, weekday=2).delete()

    assert ask().counts("tag") == {"Montag": 1}
