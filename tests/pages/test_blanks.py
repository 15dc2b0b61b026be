import pytest

from pages.blanks import blanks_of
from pages.centre.models import FooterLink
from quartier.search.indexing import index
from tests.make.centre import centre
from tests.make.pages import plain_page

BLANK = "Wer: [[Name]]"


def test_blanks_are_listed_once_from_all_texts_in_plain_words(home):
    text = ("text", "<p>[[<b>Name</b>]] und [[Ort]] und [[Ort]]</p><p>[[ offen</p>")
    page = plain_page(home, "[[2024]]", summary="[[kurz]]", body=[text])

    assert blanks_of(page) == ["2024", "kurz", "Name", "Ort"]


def test_a_home_page_greets_without_blanks(client, home):
    home.greeting = home.summary = home.seo_title = home.search_description = BLANK
    home.save()

    html = client.get("/de/").content.decode()

    assert "<h1>Haus am Park</h1>" in html
    assert "Wer:" not in html


def test_a_page_published_with_blanks_shows_none_in_its_head(client, home):
    page = plain_page(home, BLANK, slug="wer", summary=BLANK, seo_title=BLANK, search_description=BLANK)

    main = client.get(page.url).content.decode()
    head = main.partition("</head>")[0]

    assert "<h1>Seite</h1>" in main
    assert "Wer:" not in head.partition("application/ld+json")[0]


@pytest.mark.parametrize("look", ["links", "lines", "cards"])
def test_lists_leave_out_blanks(client, home, look):
    plain_page(home, "Räume", summary=BLANK)
    plain_page(home, BLANK, slug="wer")
    wish = {"title": "", "kind": "", "topic": None, "below": None, "count": 6, "order": "title", "look": look}
    page = plain_page(home, "Alles", body=[("listing", wish)])

    listing = client.get(page.url).content.decode().partition('class="listing ')[2].partition("<footer")[0]

    assert ">Räume</a>" in listing
    assert "Wer:" not in listing.partition('class="subnavigation"')[0]


@pytest.fixture
def unfinished(home):
    """A page that came in with a blank in its title, by an import perhaps, and one below it."""
    page = plain_page(home, "Kurs mit [[Name]]", slug="kurs", show_in_menus=True, summary="Dehnen")
    plain_page(page, "Yogakurs", slug="yogakurs", body=[("text", "<p>Dehnen</p>")])
    plain_page(page, "Ort [[Straße]]", slug="ort")
    FooterLink.objects.create(centre=centre(), page=page)
    index(page.specific)
    return page


ADDRESSES = {
    "menu and footer": "/de/",
    "the page itself, and those below it": "/de/kurs/",
    "the way, and those beside it": "/de/kurs/yogakurs/",
    "search": "/de/suche/?q=dehnen",
    "search for the blank": "/de/suche/?q=straße",
    "search nearby": "/de/suche/?q=strasze",
    "near matches": "/de/kurse/",
    "site map": "/sitemap.xml",
}


@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES)
def test_nobody_reads_a_title_with_a_blank(client, unfinished, address):
    html = client.get(address).content.decode()

    assert [words for words in ("[[", "Kurs mit", "Name", ">Straße") if words in html] == []


def test_the_way_to_a_page_names_the_kind_of_one_without_a_title(client, unfinished):
    html = client.get("/de/kurs/yogakurs/").content.decode()

    assert '<a href="/de/kurs/">Seite</a>' in html
    assert '"name": "Seite"' in html


def test_a_page_below_one_without_a_title_is_found(client, unfinished):
    html = client.get("/de/suche/?q=dehnen").content.decode()

    assert 'href="/de/kurs/yogakurs/"' in html
    assert 'href="/de/kurs/"' not in html
