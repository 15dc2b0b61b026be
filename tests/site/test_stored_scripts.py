"""What stands in the database is never run by a reader's or an editor's browser, whoever has put it there.

The editor cleans what is typed there. Imports, translation files, machines, migrations and old versions write
past it; so here every text of every row is poisoned in the database itself, and the whole house is read.
"""

import json
import re

import pytest
from bs4 import BeautifulSoup
from defusedxml import ElementTree
from django.contrib.auth import get_user_model
from django.core.handlers.wsgi import WSGIHandler
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.menu import admin_menu, reports_menu, settings_menu
from wagtail.models import Page

from blocks.streams import BodyStream, HomeStream, InvitationStream, PassageStream, ValueStream, WaysInStream
from pages.centre.models import Centre, Profile
from pages.events.models import EventPage
from pages.newsletters.composing import compose
from pages.newsletters.models import NewsletterPage
from pages.passages.models import Passage
from pages.services.models import ServicePage
from pages.standard.models import StandardPage
from pages.values.models import ValuesPage
from tests.fuzz.door import Door
from tests.fuzz.knowing import learn
from tests.make import enquiries, secrets
from tests.make.announcements import announcement
from tests.make.centre import centre, closed, opening_hours
from tests.make.events import outside
from tests.make.eyes import harm
from tests.make.newsletters import issue
from tests.make.pages import plain_page
from tests.make.pictures import document, picture
from tests.make.poison import Poison
from tests.make.street import house, tomorrow

NOT_TRIED = {
    "/admin/mailbox/": "only the demo has it",
    "/admin/localize/reports/translations/": "its list has no order, which tests take for a fault",
}
HTML, XML = "text/html", ("application/atom+xml", "application/xml", "text/xml")


@pytest.fixture
def poisoned(home, own_files, client, monkeypatch):
    """A page of each kind, each brick, each feed; and poison in every text of theirs."""
    made = house(home, secrets.open_to_everybody)
    enquiries.sent(client, made.form, "eva@example.org", "Hallo")
    announcement(made.news, "Sperrung", shown="all", hours=(-1, 5))
    closed("2026-12-24", "2099-01-01")
    Profile.objects.create(centre=centre(), name="Fedi", url="https://fedi.example/@haus")
    outside("Bezirksfest", f"{tomorrow()} 10:00", f"{tomorrow()} 12:00", url="https://bezirk.example/fest")
    letters = made.letter.get_parent()
    made.letter = issue(
        letters, about=[made.told["event"], made.told["service"]], body=["events", "services"]
    )
    values = home.add_child(instance=ValuesPage(title="Leitbild", slug="leitbild"))
    passage = Passage.objects.create(name="Gruß", locale=home.locale)
    things = {
        **{"picture": picture(), "file": document(), "page": made.service, "values": values},
        **{"passage": passage, "hours": opening_hours(), "person": made.offered["contact"]},
        **{"place": made.room.place, "topic": made.offered["topics"][0]},
    }
    page = plain_page(home, "Alles", slug="alles")
    Centre.objects.update(languages=["ar"])
    poison = Poison()
    poison.everywhere()
    for model, row, field, stream in [
        (StandardPage, page, "body", BodyStream()),
        (Passage, passage, "body", PassageStream()),
        (ValuesPage, values, "values", ValueStream()),
        (type(home), home, "body", HomeStream()),
        (type(home), home, "invitations", InvitationStream()),
        (type(home), home, "ways_in", WaysInStream()),
        (NewsletterPage, made.letter, "body", PassageStream()),
    ]:
        model.objects.filter(pk=row.pk).update(**{field: poison.stream(stream, things, monkeypatch)})
    ServicePage.objects.filter(pk=made.service.pk).update(registration="link")
    EventPage.objects.update(is_online=True, registration="link")
    assert poison.tainted > 300
    return made


def test_a_browsers_eyes_see_what_would_harm():
    """The canary: each of these is read by a browser as an element, a handler or an address that runs."""
    for html in (
        "<p title='\"><img evil>'></p><img evil>",
        "<title></title><img src=x onerror=alert(1)>",
        '<a href="jav&#x09;ascript:alert(1)">x</a>',
        '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
        '<form action=" javascript:alert(1)"></form>',
        '<iframe src="data:text/html,x"></iframe>',
    ):
        assert harm(html), html
    for html in (
        "<p title='<img evil>'>&lt;img evil&gt;</p>",
        '<a href="/x?javascript:1">x</a>',
        "<!-- <img evil> -->",
    ):
        assert not harm(html), html


def test_no_public_address_and_no_mail_runs_what_was_stored(poisoned, subtests):
    answers = {}
    door = Door(WSGIHandler(), "testserver")
    knock = door.knock
    door.knock = lambda request: answers.setdefault((request.path, request.query), knock(request))

    known = learn(door, starts=["/de/", "/sitemap.xml", "/de/suche/?q=evil", "/de/img-evil/"])

    assert len(known.addresses) > 40
    kinds = set()
    for (path, query), answer in answers.items():
        kind = answer.headers.get("content-type", "").partition(";")[0]
        kinds.add(kind)
        with subtests.test(path=path, query=query):
            assert answer.status < 500
            assert faults(kind, answer) == []
    assert kinds >= {HTML, "application/atom+xml", "text/calendar", "application/json"}
    assert "evil" in answers["/de/alles/", ""].text
    for language in ("de", "ar"):
        content = compose(NewsletterPage.objects.get(pk=poisoned.letter.pk), language, timezone.now())
        with subtests.test("mail", language=language):
            assert harm(content.html) == []
            assert not {"\n", "\r"} & {*content.subject}
            assert "evil" in content.html


def faults(kind, answer):
    if answer.status in (304, 301, 302):
        return []
    if answer.headers.get("x-content-type-options") != "nosniff":
        return [f"a browser may guess what {kind} is"]
    if kind == HTML:
        return harm(answer.text) + [f for data in linked_data(answer.text) for f in unsafe(data)]
    if kind in XML:
        return [fault for words in texts(answer.body) for fault in harm(words)]
    if kind == "text/calendar":
        return re.findall(r"(?m)^X-EVIL.*", answer.text)
    if kind == "application/json":
        return unsafe(json.loads(answer.text))
    return []


def linked_data(html):
    """What machines read in a page: it is text for them, and its addresses are followed."""
    for script in BeautifulSoup(html, "html.parser").select('script[type="application/ld+json"]'):
        yield json.loads(script.string)


def unsafe(data):
    """Addresses in data of which a reader would make a link that runs."""
    if isinstance(data, dict):
        return [fault for value in data.values() for fault in unsafe(value)]
    if isinstance(data, list):
        return [fault for value in data for fault in unsafe(value)]
    is_code = isinstance(data, str) and re.match(r"[\0- ]*(java\s*script|vbscript|data):", data, re.I)
    return [data] if is_code else []


def texts(xml):
    """Texts that a reader of feeds takes for HTML, and each address as a link."""
    for element in ElementTree.fromstring(xml).iter():
        if element.get("type") == "html":
            yield element.text or ""
        for name in ("href", "src"):
            if element.get(name):
                yield f'<a href="{element.get(name).replace(chr(34), "&quot;")}"></a>'


def test_no_screen_of_the_desk_runs_what_was_stored(poisoned, admin_client, rf, subtests):
    request = rf.get("/admin/")
    request.user = get_user_model().objects.get(is_superuser=True)
    screens = {
        item.url for menu in (admin_menu, reports_menu, settings_menu) for item in menu.registered_menu_items
    }
    screens = {url for url in screens if url.startswith("/admin/") and url not in NOT_TRIED}
    with_any_html = (poisoned.home.pk, poisoned.letter.pk, StandardPage.objects.get(slug="alles").pk)
    kinds = {
        page.specific_class: page for page in Page.objects.filter(depth__gt=1).exclude(pk__in=with_any_html)
    }
    screens |= {reverse("wagtailadmin_pages:edit", args=[page.pk]) for page in kinds.values()}
    screens |= {
        reverse("wagtailadmin_explore", args=[poisoned.home.pk]),
        reverse("wagtailforms:list_submissions", args=[poisoned.form.pk]),
        reverse("wagtailadmin_pages:history", args=[poisoned.home.pk]),
        reverse("wagtailadmin_home"),
    }

    assert len(screens) > 40
    for screen in sorted(screens):
        with subtests.test(screen):
            answer = admin_client.get(screen, follow=True)
            assert answer.status_code == 200
            told = b"".join(answer.streaming_content) if answer.streaming else answer.content
            assert harm(told.decode()) == []


@pytest.mark.usefixtures("home")
def test_the_name_of_the_house_breaks_out_of_nothing_else(client):
    """Of what is no page: the files for machines and the pages that say what went wrong."""
    centre(name='Haus "><img evil>\r\nX-EVIL: 1', city="\r\nX-EVIL: 2")

    for address in ("/robots.txt", "/.well-known/security.txt", "/de/x/", "/de/suche/?q=%00", "/sitemap.xml"):
        answer = client.get(address)
        assert "X-EVIL" not in answer.headers
        if answer["Content-Type"].startswith(HTML):
            assert harm(answer.content.decode()) == []
