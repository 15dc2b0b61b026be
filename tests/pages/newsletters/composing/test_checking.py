import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import get_language
from wagtail.models import PageViewRestriction

from pages.newsletters.composing.checking import check
from pages.pictures.models import Consent
from tests.make.centre import centre
from tests.make.events import change, event, line
from tests.make.newsletters import issue
from tests.make.pages import plain_page
from tests.make.pictures import picture
from tests.make.services import service
from tests.make.translations import translated

DECEMBER = {"first": "2026-12-01", "last": "2026-12-31"}
GREETING = ("text", "<p>Hallo</p>")

pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture(autouse=True)
def _only_german(house, settings):
    settings.DEFAULT_FROM_EMAIL = "Haus am Park <post@haus.example>"
    centre(languages=[])


def found(made, *levels):
    return [
        (finding.where, finding.text)
        for finding in check(made)
        if finding.level in (levels or ("error", "warning", "info"))
    ]


def texts(made):
    return " ".join(text for _where, text in found(made))


def test_nothing_is_found_in_an_issue_that_is_as_it_should_be(index, dates, home):
    page = plain_page(home)
    text = f'<p><a linktype="page" id="{page.pk}">Über uns</a>, <a href="/de/ueber-uns/">auch so</a></p>'
    made = issue(index, "Dezember", [event(dates)], [("text", text)], picture=picture(), **DECEMBER)

    assert check(made) == []


def test_a_sender_must_be_set(index, settings):
    settings.DEFAULT_FROM_EMAIL = ""

    assert "MAIL_FROM" in found(issue(index, body=[GREETING]), "error")[0][1]


def test_an_issue_that_nobody_can_open_must_not_be_sent(index):
    closed = issue(index, "B", body=[GREETING])
    PageViewRestriction.objects.create(page=closed, restriction_type="login")

    assert "geschützt" in found(closed, "error")[0][1]


def test_a_draft_says_that_its_web_version_is_not_there_yet_and_may_be_sent_for_that_publishes_it(index):
    draft = issue(index, "A", body=[GREETING], live=False)

    assert found(draft, "error") == []
    assert "noch nicht veröffentlicht" in found(draft, "warning")[0][1]


def test_blanks_must_be_filled(index):
    made = issue(
        index, body=[("text", "<p>[[Ihr Gruß]]</p>")], subject="[[Betreff]]", title="[[Titel]]", slug="x"
    )

    told = [text for _where, text in found(made, "error")]

    assert "Es gibt keinen Betreff." in told
    assert "Noch auszufüllen: Ihr Gruß" in told


def test_an_empty_issue_must_not_be_sent_and_one_without_entries_is_noticed(index):
    assert "Es steht nichts darin." in [text for _where, text in found(issue(index, "A"), "error")]
    assert "keiner Veranstaltung" in found(issue(index, "B", body=[GREETING]), "warning")[0][1]


def test_a_long_subject_is_noticed(index):
    assert "60 Zeichen" in texts(issue(index, body=[GREETING], subject="x" * 60))
    assert "Zeichen" not in texts(issue(index, "B", body=[GREETING], subject="x" * 50))


@pytest.mark.parametrize(
    ("address", "level"),
    [
        ("/de/ueber-uns/", None),
        ("/de/ueber-uns/#anfang", None),
        ("http://testserver/de/ueber-uns/?a=1", None),
        ("/", None),
        ("https://example.org/irgendwo", None),
        ("mailto:a@haus.example", None),
        ("/de/gibt-es-nicht/", "error"),
        ("http://testserver/de/gibt-es-nicht/", "error"),
        ("/de/geschuetzt/", "error"),
        ("/de/mit-anmeldung/", "error"),
        ("/de/entwurf/", "error"),
        ("/admin/", "error"),
        ("https://", "warning"),
    ],
)
def test_links_that_lead_nowhere_are_named(index, home, address, level):
    plain_page(home, slug="ueber-uns")
    plain_page(home, slug="entwurf", live=False)
    for slug, kind in (("geschuetzt", "password"), ("mit-anmeldung", "login")):
        PageViewRestriction.objects.create(
            page=plain_page(home, slug=slug), restriction_type=kind, password="x"
        )
    body = [("text", f'<p><a href="{address}">Dorthin</a></p>')]

    told = [
        (finding.level, finding.where) for finding in check(issue(index, body=body)) if "Link" in finding.text
    ]

    assert told == ([(level, "Dorthin")] if level else [])


def test_links_and_buttons_to_pages_that_are_not_for_everybody_are_named(index, home):
    hidden = plain_page(home, "Entwurf", live=False)
    body = [
        ("text", f'<p><a linktype="page" id="{hidden.pk}">Zum Entwurf</a></p>'),
        ("buttons", [{"text": "Hin", "page": hidden.pk}]),
    ]

    assert [where for where, text in found(issue(index, body=body)) if "nicht für alle" in text] == [
        "Zum Entwurf",
        "Hin",
    ]


def test_asking_for_a_link_changes_nothing_for_the_editor(index):
    check(issue(index, body=[("text", '<p><a href="/ar/gibt-es-nicht/">Dorthin</a></p>')]))

    assert get_language() == "de"


def test_pictures_without_consent_or_words_are_named(index):
    shy = issue(index, "A", body=[GREETING], picture=picture(consent=Consent.MISSING))
    mute = issue(index, "B", body=[GREETING], picture=picture(alt=""))
    drawn = issue(index, "C", body=[GREETING], picture=picture(name="plan.svg"))

    assert "nicht oder nicht mehr zugestimmt" in texts(shy)
    assert "keinen Alternativtext" in texts(mute)
    assert "Zeichnungen" in texts(drawn)


def test_what_is_over_cancelled_or_withdrawn_is_named(index, dates, home):
    over = event(dates, "Vorbei", [line("2026-11-02")], slug="vorbei")
    off = event(dates, "Abgesagt", [line("2026-12-03")], slug="abgesagt")
    change(off, "2026-12-03 18:15", is_cancelled=True)
    gone = plain_page(home, "Weg", live=False)
    made = issue(index, about=[over, off, gone], first="2026-11-01", last="2026-12-31")

    told = dict(found(made, "warning"))

    assert told["Vorbei"] == "Die Veranstaltung ist vorbei."
    assert "fällt aus" in told["Abgesagt"]
    assert "nicht (mehr) alle lesen dürfen" in told["Weg"]


def test_each_language_says_what_is_not_translated(index, offers):
    centre(languages=["en", "ar"])
    rent, sewing = service(offers, "Miete"), service(offers, "Nähcafé")
    translated(rent, "en")
    made = issue(index, about=[rent, sewing])
    translated(made, "ar")

    told = dict(found(made, "info"))

    assert told["English"].endswith("1 von 2 Einträgen ist nicht übersetzt.")
    assert told["English"].startswith("Die Texte der Ausgabe sind nicht übersetzt")
    assert told["العربية"] == "2 von 2 Einträgen sind nicht übersetzt."
    assert "Deutsch" not in told


def test_a_mail_that_is_cut_off_must_not_be_sent(index):
    made = issue(index, body=[("text", "<p>Hallo Nachbarn</p>" * 2000)])

    assert "zu groß" in " ".join(text for _where, text in found(made, "error"))


def test_errors_come_first(index):
    made = issue(index, body=[("text", "<p>[[Ihr Gruß]]</p>")], subject="x" * 60)

    assert [finding.level for finding in check(made)][:2] == ["error", "warning"]


def test_the_number_of_queries_does_not_depend_on_the_entries(index, offers):
    check(issue(index, "Davor"))  # what is remembered for all
    counts = []
    for few in (2, 12):
        about = [service(offers, f"A {few} {number}", slug=f"a{few}-{number}") for number in range(few)]
        made = issue(index, f"Ausgabe {few}", about)
        with CaptureQueriesContext(connection) as queries:
            check(made)
        counts.append(len(queries))

    assert counts[0] == counts[1]
