"""The demo sends nothing, and shows what it would have sent to those who may know."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from email.message import EmailMessage as Message
from email.policy import SMTP

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage, EmailMultiAlternatives, get_connection
from django.urls import reverse

from quartier.demo.mailbox import filing, reading
from tests.make.editing import editor, volunteer

LIST = "/admin/mailbox/"
EVIL = "<script>alert(1)</script>"


@pytest.fixture(autouse=True)
def mail_stays_here(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    settings.EMAIL_BACKEND = "quartier.demo.mailbox.filing.EmailBackend"


def post(subject="Neues", text="Hallo", html="", to="mina@post.example"):
    mail = EmailMultiAlternatives(subject, text, "haus@example.org", [to])
    if html:
        mail.attach_alternative(html, "text/html")
    mail.send()


def put(content, name="1700000000.M1P1.here"):
    """A file in the mailbox that no mail program of ours wrote."""
    filing._opened()
    (filing.folder() / "new" / name).write_bytes(content)
    return name


def looked_at(client, address):
    answer = client.get(address)
    return answer, BeautifulSoup(answer.content, "html.parser")


def first(client):
    return looked_at(client, LIST)[1].select_one(".desk-mails a")["href"]


@pytest.fixture
def rita(client, home):
    user = editor()
    client.force_login(user)
    return user


def test_what_is_sent_lies_in_the_mailbox_the_newest_first(client, rita):
    for number in range(40):
        post(f"Brief {number:02}")

    _answer, page = looked_at(client, LIST)
    _answer, older = looked_at(client, f"{LIST}?p=2")

    shown = [link.text for link in page.select(".desk-mails a")]
    assert shown == [f"Brief {number:02}" for number in range(39, 9, -1)]
    assert [link.text for link in older.select(".desk-mails a")][-1] == "Brief 00"
    assert "40 Mails" in page.select_one("p[role=status]").text


def test_a_mail_is_found_by_its_subject_and_its_recipient(client, rita):
    post("Nähcafé im Juni", to="ayşe@post.example".replace("ş", "s"))
    post("Chor", to="mina@post.example")

    by_subject = looked_at(client, f"{LIST}?q=NÄHCAFÉ")[1].select(".desk-mails a")
    by_recipient = looked_at(client, f"{LIST}?q=mina@")[1].select(".desk-mails a")

    assert [link.text for link in by_subject] == ["Nähcafé im Juni"]
    assert [link.text for link in by_recipient] == ["Chor"]


def test_one_mail_is_shown_with_headers_text_and_a_frame_that_can_do_nothing(client, rita):
    post("Neues", "Lies https://haus.example/de/ gern", "<head></head><p>Lies <a href='/x'>das</a></p>")
    _answer, page = looked_at(client, first(client))

    assert page.select_one(".desk-heads").text.count("mina@post.example") == 1
    assert page.select_one(".desk-plain a")["href"] == "https://haus.example/de/"
    frame = page.select_one("iframe")
    assert frame["sandbox"] == ["allow-popups", "allow-popups-to-escape-sandbox"]
    answer = client.get(frame["src"])
    assert '<head><base target="_blank"></head>' in answer.text
    policy = answer.headers["Content-Security-Policy"]
    assert "sandbox allow-popups" in policy
    assert "allow-scripts" not in policy
    assert "default-src 'none'" in policy


def test_hostile_words_stay_words(client, rita):
    post(EVIL, f"{EVIL} javascript:alert(1)", f"<p>{EVIL}", to='"<b>x</b>"@post.example')
    _answer, listed = looked_at(client, LIST)
    _answer, page = looked_at(client, first(client))

    assert EVIL in listed.select_one(".desk-mails").text
    assert not page.select(".desk-heads script, .desk-plain script, .desk-plain a")


def nested(depth):
    lines = [b"Subject: tief\n"]
    for number in range(depth):
        lines.append(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (number, number))
    return b"".join(lines)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\xff\xfe",
        b"Subject: =?utf-8?b?////?=\nTo: \xff\xfe@x\n\n\xff",
        b"Subject: =?no-such-charset?q?=FF?=\nContent-Type: text/plain; charset=nonsense\n\n\xff",
        b'Content-Type: text/plain; charset="\xff"\n\nHallo',
        b"Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n!!!!",
        b"Content-Type: multipart/mixed\n\nno boundary",
        b"Subject: " + b"x" * 100_000 + b"\n\nHallo",
        b"Date: nonsense\nTo: " + b"a@b.c, " * 5000 + b"\n\nHallo",
        nested(1000),
        b"X" * (6 * 1024 * 1024),
    ],
    ids=range(11),
)
def test_a_mail_that_nobody_could_have_meant_is_shown_as_well_as_it_goes(client, rita, content):
    name = put(content)

    answers = [client.get(address) for address in (LIST, f"{LIST}{name}/", f"{LIST}{name}/frame/")]

    assert [answer.status_code for answer in answers] == [200, 200, 200]


@pytest.mark.parametrize(
    "name",
    [
        "1",
        "..%2f..%2fsecret-key",
        "%2e%2e",
        "1700000000.M1P1.gone",
        "x",
        "1" * 300,
        "1.a%2Fb",
        "1.%5c",
        "⁴.M1",
    ],
)
def test_only_what_lies_in_the_mailbox_can_be_opened(client, rita, name, tmp_path):
    put(b"Subject: da\n\n")
    (tmp_path / "secret-key").write_text("geheim")

    statuses = {client.get(f"{LIST}{name}/{rest}", follow=True).status_code for rest in ("", "frame/")}

    assert statuses == {404}


@pytest.mark.parametrize(
    "query", ["p=-1", "p=NaN", "p=1e308", "p=9&p=2", f"q={'x' * 3000}", "q=&p=", "q=%25s{{7}}"]
)
def test_nonsense_in_the_address_finds_something_or_nothing(client, rita, query):
    post()

    assert client.get(f"{LIST}?{query}").status_code == 200


def test_a_query_with_quotes_stays_a_query(client, rita):
    post("x")
    _answer, page = looked_at(client, f'{LIST}?q="><script>')

    assert page.select_one("#q")["value"] == '"><script>'
    assert not page.select("main script[src='']")


@pytest.mark.parametrize("address", ["", "{name}/", "{name}/frame/"])
def test_who_may_not_send_to_all_may_not_read_what_was_sent(client, home, address):
    name = put(b"Subject: vertraulich\n\n")
    client.force_login(volunteer())

    answer = client.get(LIST + address.format(name=name))

    assert answer.status_code == 302
    assert answer.url == reverse("wagtailadmin_home")
    client.logout()
    assert client.get(LIST + address.format(name=name)).url.startswith(reverse("wagtailadmin_login"))


def test_what_was_sent_to_anothers_account_is_read_by_administrators_only(client, rita):
    boss = get_user_model().objects.create_superuser("samira", email="Samira@haus.example", password=None)
    post(
        "Passwort zurücksetzen",
        "https://haus.example/admin/password_reset/confirm/x/",
        to="samira@HAUS.example",
    )
    address = first(client)

    assert client.get(address).status_code == 302
    assert client.get(f"{address}frame/").status_code == 302
    client.force_login(boss)
    assert "password_reset" in client.get(address).text


def test_where_mail_is_really_sent_there_is_no_mailbox(client, rita, settings):
    put(b"Subject: alt\n\n")
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"

    assert client.get(LIST, follow=True).status_code == 404
    assert "Postfach" not in client.get("/admin/reports/").text + client.get("/admin/").text


def test_an_empty_mailbox_is_no_fault(client, rita):
    assert "0 Mails" in client.get(LIST).text


def test_what_is_taken_away_meanwhile_is_no_fault(client, rita):
    name = put(b"Subject: weg\n\n")
    mail = reading.newest_first()[0]
    (filing.folder() / "new" / name).unlink()

    assert (mail.subject, mail.text) == ("", "")


def test_many_who_file_at_once_lose_nothing():
    def file_some(number):
        for each in range(20):
            EmailMessage(f"{number}-{each}", "x", "a@b.example", ["c@d.example"]).send()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(file_some, range(8)))

    subjects = {mail.subject for mail in reading.newest_first()}
    assert subjects == {f"{number}-{each}" for number in range(8) for each in range(20)}


def test_a_message_of_our_own_making_is_filed_byte_by_byte():
    made = Message(policy=SMTP)
    made["Subject"] = "Grüße"
    made.set_content("Zeile\n.\nnoch eine\n")
    mail = EmailMessage(to=["a@b.example"])
    mail.message = lambda **_: made

    assert get_connection().send_messages([mail]) == 1

    assert next(iter((filing.folder() / "new").iterdir())).read_bytes() == made.as_bytes()


def test_the_demo_never_sends_anything_whatever_it_is_told(tmp_path):
    script = "from django.conf import settings; print(settings.EMAIL_BACKEND, settings.DEFAULT_FROM_EMAIL)"
    told = {"EMAIL_URL": "smtp://mail.example", "DATA_DIR": str(tmp_path), "PYTHONPATH": "site:."}
    said = subprocess.run(
        [sys.executable, "-c", script],
        env={**told, "DJANGO_SETTINGS_MODULE": "quartier.settings.demo"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    assert said.startswith("quartier.demo.mailbox.filing.EmailBackend Nachbarschaftshaus")
