import json

import dj_email_url
import pytest
from bs4 import BeautifulSoup
from wagtail.models import PageViewRestriction

from pages.newsletters.models import NewsletterPage
from pages.subscribers import links
from pages.subscribers.models import Subscriber
from tests.make.bricks import words
from tests.make.editing import editor, filled, volunteer
from tests.make.mail_server import MailServer
from tests.make.newsletters import issue
from tests.make.services import finder, service
from tests.make.translations import draft_in, translated

pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def rita(client, db):
    rita = editor()
    rita.email = "rita@haus.example"
    rita.save()
    client.force_login(rita)
    return rita


@pytest.fixture
def served(settings):
    """Lets the site send through a server."""

    def use(server):
        for name, value in dj_email_url.parse(server.url).items():
            setattr(settings, name, value)
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"

    return use


def address(made, *more):
    return "/".join([f"/admin/newsletters/{made.pk}/mail", *more, ""])


def screen(client, made, language=""):
    response = client.get(address(made), {"language": language} if language else {})
    return BeautifulSoup(response.content, "html.parser")


def said(response):
    return words(BeautifulSoup(response.content, "html.parser").select_one(".messages"))


def test_the_latest_draft_is_what_one_looks_at(client, rita, index):
    made = issue(index, "Dezember")
    made.subject = "Der neue Betreff"
    made.save_revision()

    soup = screen(client, made)
    frame = client.get(address(made, "de", "light")).content.decode()

    assert words(soup.select_one(".desk-mail-head dd")) == "Der neue Betreff"
    assert "<title>Der neue Betreff</title>" in frame
    assert NewsletterPage.objects.get(pk=made.pk).subject == ""


def test_the_screen_shows_the_mail_on_a_computer_a_phone_in_the_dark_and_as_text(client, rita, index):
    made = issue(index, "Dezember", summary="Viel los.")

    soup = screen(client, made)

    frames = [(frame["width"], frame["src"], "sandbox" in frame.attrs) for frame in soup.select("iframe")]
    light, dark = address(made, "de", "light"), address(made, "de", "dark")
    assert frames == [("700", light, True), ("320", light, True), ("700", dark, True)]
    assert not any(frame.get("sandbox") for frame in soup.select("iframe"))
    assert all(frame["title"] for frame in soup.select("iframe"))
    assert "Dezember\n========\n\nViel los." in soup.pre.text


def test_each_language_says_how_much_of_it_is_translated(client, rita, index, home):
    rent = service(finder(home), "Miete")
    translated(rent, "ar")
    made = issue(index, about=[rent])

    lines = [words(each) for each in screen(client, made).select(".desk-mail-languages li")]

    assert "العربية Die Texte sind nicht übersetzt. Alle Einträge sind übersetzt." in lines
    assert "English Die Texte sind nicht übersetzt. 1 von 1 Einträgen ist nicht übersetzt." in lines
    assert screen(client, made, "ar").pre["dir"] == "rtl"


def test_a_translator_looks_at_their_own_draft(client, rita, index):
    made = issue(index, "Dezember")
    draft = draft_in("en", made)
    draft.title = "December"
    draft.save_revision()

    assert "<h1" in client.get(address(draft, "en", "light")).content.decode()
    assert "December\n========" in screen(client, draft).pre.text
    assert "December" not in screen(client, made, "en").pre.text


def test_dark_and_light_do_not_depend_on_the_browser(client, rita, index):
    made = issue(index)

    light, dark = (client.get(address(made, "de", look)).content.decode() for look in ("light", "dark"))

    assert "@media not all{" in light
    assert "@media all{" in dark
    assert "prefers-color-scheme" not in light + dark


def test_nothing_can_be_run_in_the_frame_whatever_stands_in_it(client, rita, index):
    policy = client.get(address(issue(index), "de", "light")).headers["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert policy.endswith("sandbox")


def test_what_has_to_be_mended_stands_on_top(client, rita, index, settings):
    settings.DEFAULT_FROM_EMAIL = ""

    first = words(screen(client, issue(index)).select_one(".desk-findings li"))

    assert first.startswith("Muss behoben werden: Niemand hat festgelegt, von wem die Mail kommt.")


@pytest.mark.parametrize(
    "path",
    ["de/pink/", "tlh/light/", "de\0/light/", "../light/", f"{'x' * 500}/light/"],
)
def test_nonsense_is_not_found(client, rita, index, path):
    assert client.get(address(issue(index)) + path, follow=True).status_code in (400, 404)


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("language=tlh", 404),
        ("language=de&language=xx", 404),
        ("language=", 200),
        ("x=%00", 400),
        ("x=%ff", 400),
    ],
)
def test_a_language_that_the_house_does_not_speak_is_not_found(client, rita, index, query, status):
    assert client.get(f"{address(issue(index))}?{query}", follow=True).status_code == status


def test_only_who_may_edit_the_issue_sees_its_mail(client, index):
    made = issue(index, "Dezember")
    places = [address(made), address(made, "de", "light")]

    anonymous = [client.get(place).status_code for place in places]
    client.force_login(volunteer())
    helping = [client.get(place).status_code for place in places]
    client.force_login(editor("ole"))
    editing = [client.get(place).status_code for place in places]

    assert (anonymous, editing) == ([302, 302], [200, 200])
    assert helping in ([200, 200], [302, 302])


def test_other_pages_have_no_mail(client, rita, index):
    for number in (index.pk, 999999):
        assert client.get(f"/admin/newsletters/{number}/mail/", follow=True).status_code == 404


def test_the_preview_beside_the_form_shows_web_page_and_mail(client, rita, index):
    made = issue(index, "Dezember")

    modes = dict(NewsletterPage().preview_modes)
    shown = client.get(f"/admin/pages/{made.pk}/view_draft/?mode=mail")

    assert list(modes) == ["", "mail", "mail-dark"]
    assert 'role="article"' in shown.content.decode()
    assert "sandbox" in shown.headers["Content-Security-Policy"]


def test_a_way_leads_there_from_the_form(client, rita, index):
    made = issue(index)

    assert address(made) in client.get(f"/admin/pages/{made.pk}/edit/").content.decode()


def test_a_test_mail_goes_to_oneself_and_nobody_else(client, rita, index, served):
    made = issue(index, "Dezember", summary="Viel los.", subject="Chor & Kekse")
    Subscriber.objects.create(address="a@leser.example", key="a@leser.example", state="confirmed")

    with MailServer() as server:
        served(server)
        response = client.post(address(made), {"language": "de", "to": "fremd@example.org"}, follow=True)

    [mail] = server.received
    assert server.recipients == ["rita@haus.example"]
    assert mail["Subject"] == "[Test] Chor & Kekse"
    assert [part.get_content_type() for part in mail.iter_parts()] == ["text/plain", "text/html"]
    assert "Viel los." in mail.get_body(["plain"]).get_content()
    assert links.TOKEN not in mail.as_string()
    assert "Die Testmail ist unterwegs an rita@haus.example." in said(response)


def test_its_personal_links_lead_to_an_explanation(client, index):
    shown = client.get(links.preferences("de", links.TEST).removeprefix("http://testserver"))

    assert shown.status_code == 200
    assert "Das war eine Testmail" in shown.content.decode()


def test_who_has_no_address_is_told_so(client, rita, index):
    rita.email = ""
    rita.save()

    response = client.post(address(issue(index)), {"language": "de"}, follow=True)

    assert "keine gültige E-Mail-Adresse" in said(response)


def test_what_the_mail_server_says_is_told(client, rita, index, served):
    with MailServer(at={"RCPT": "550 unknown here"}) as server:
        served(server)
        response = client.post(address(issue(index)), {"language": "de"}, follow=True)

    assert "Der Mailserver hat sie nicht angenommen: 550 unknown here" in said(response)


def test_nobody_is_flooded_with_test_mails(client, rita, index, served):
    made = issue(index)

    with MailServer() as server:
        served(server)
        for _time in range(12):
            response = client.post(address(made), {"language": "de"}, follow=True)

    assert len(server.received) == 10
    assert "Bitte warten Sie ein wenig." in said(response)


def test_a_protected_issue_is_previewed_too_and_the_checklist_says_so(client, rita, index):
    made = issue(index)
    PageViewRestriction.objects.create(page=made, restriction_type="login")

    assert "geschützt" in words(screen(client, made).select_one(".desk-findings"))


def test_an_issue_that_is_just_being_written_can_be_previewed(client, rita, index):
    session = f"/admin/pages/add/newsletters/newsletterpage/{index.pk}/preview/"
    form = client.get(f"/admin/pages/add/newsletters/newsletterpage/{index.pk}/")

    kept = client.post(session, filled(form.content, title="Ganz neu"))
    shown = client.get(f"{session}?mode=mail")

    assert json.loads(kept.content)["is_valid"]
    assert "Ganz neu" in shown.content.decode()
