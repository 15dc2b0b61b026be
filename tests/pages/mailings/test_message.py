"""A newsletter as a mail: nothing breaks out of its place, and everybody's links are their own."""

from email import message_from_bytes
from email.policy import SMTP

import pytest

from pages.centre.models import Centre
from pages.mailings.content import Content
from pages.mailings.message import Mail, Printed, build, mark_of
from pages.subscribers import links
from tests.make.mailings import NOON, content, subscriber

pytestmark = pytest.mark.django_db
TOKEN = "00000001" + "s" * 22 + "_-" + "a" * 31
HOSTILE = [
    "Mai\r\nBcc: alle@boese.example",
    "Mai\nBcc: alle@boese.example\n\n<script>",
    "Mai\x00\u2028 Bcc: x\x85y",
    "x" * 10_000,
    "Größe " * 2_000,
    "أخبار " * 2_000,
    "😀" * 2_500,
    "=?utf-8?q?Bcc=3A?= x",
    "",
]


def read(raw):
    return message_from_bytes(raw, policy=SMTP)


def build_one(made=None, address="mina@post.example", **more):
    return build(made or content(), address, TOKEN, now=NOON, **more)


def part(mail, kind):
    return mail.get_body((kind,)).get_content().replace("\r\n", "\n")


def test_it_says_to_machines_what_it_is(home):
    mail = read(build_one(mark="m1", language="de"))

    assert mail["To"] == "mina@post.example"
    assert mail["Message-ID"] == "<m1@testserver>"
    assert mail["Date"].datetime == NOON
    assert mail["List-Id"] == "<newsletter.testserver>"
    assert mail["List-Unsubscribe"] == f"<{links.one_click(TOKEN)}>"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail["Precedence"] == "bulk"
    assert mail["Auto-Submitted"] is None
    assert mail.get_content_type() == "multipart/alternative"
    assert [each.get_content_type() for each in mail.iter_parts()] == ["text/plain", "text/html"]
    assert {each["Content-Language"] for each in mail.iter_parts()} == {"de"}


def test_it_comes_from_the_centre_and_answers_reach_it(home, settings):
    Centre.objects.update(name="Haus am Park", mail="hallo@haus.example")

    mail = read(build_one())

    assert mail["From"] == "Haus am Park <noreply@testserver>"
    assert mail["Reply-To"] == "hallo@haus.example"
    settings.DEFAULT_FROM_EMAIL = "Büro; <x> Bcc <hallo@haus.example>"
    assert read(build_one())["From"].addresses[0].addr_spec == "hallo@haus.example"
    assert read(build_one())["Reply-To"] is None


def test_everybody_has_their_own_links_in_both_parts_and_in_the_header():
    reader = subscriber()

    mail = read(build(content(), reader.address, links.token_of(reader), now=NOON))

    address = links.preferences("de", links.token_of(reader))
    assert address in part(mail, "plain")
    assert f'href="{address}"' in part(mail, "html")
    assert links.subscriber_of(mail["List-Unsubscribe"].split("/")[-2]) == reader


def test_two_people_get_the_same_but_for_what_is_theirs():
    printed = Printed(content(), "de")

    one, other = (
        printed.to("a@post.example", TOKEN, "m", NOON),
        printed.to("b@post.example", "x" * 63, "n", NOON),
    )

    as_other = one.replace(TOKEN.encode(), b"x" * 63).replace(b"a@post", b"b@post").replace(b"<m@", b"<n@")
    assert as_other == other


@pytest.mark.parametrize("subject", HOSTILE, ids=range(len(HOSTILE)))
def test_no_subject_breaks_out_of_its_line(subject):
    raw = build_one(content(subject=subject))

    mail = read(raw)
    assert mail["Bcc"] is None
    assert mail.defects == []
    assert mail["List-Id"] == "<newsletter.testserver>"
    assert mail["Subject"].replace(" ", "").startswith("".join(subject.split())[:3].replace("=?u", ""))
    assert max(map(len, raw.split(b"\r\n"))) <= 998
    assert raw.isascii()


@pytest.mark.parametrize(
    "text",
    [
        ".\r\n.\r\nQUIT\r\n",
        "x" * 5_000,
        "Grüße مرحبا 😀\n" * 300,
        "\x00\x1b Zeichen",
        "--=_" + "0" * 32 + "--\n",
        " am Ende \n \n",
        "=3D =\n==20",
        f"{links.TOKEN}{links.TOKEN}.{links.TOKEN}\n.{links.TOKEN} ",
    ],
    ids=["dots", "long", "scripts", "controls", "boundary", "spaces", "quoted", "tokens"],
)
def test_any_text_arrives_as_it_was_written(text):
    raw = build_one(Content("Mai", f"<p>{text}</p>", text))

    mail = read(raw)
    wanted = text.replace(links.TOKEN, TOKEN).replace("\x00", "").replace("\x1b", "").replace("\r\n", "\n")
    assert part(mail, "plain").rstrip("\n") == wanted.rstrip("\n")
    assert part(mail, "html").rstrip("\n") == f"<p>{wanted}</p>"
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert raw.isascii()
    body = raw.split(b"\r\n\r\n", 1)[1].split(b"\r\n")
    assert max(map(len, body)) <= 76


def test_names_of_hosts_are_written_as_registries_know_them():
    assert read(build_one(address="mina@straße.example"))["To"] == "mina@xn--strae-oqa.example"


@pytest.mark.parametrize(
    "address",
    [
        "mina@post.example\r\nBcc: alle@boese.example",
        "mina@post.example> SIZE=1\r\nRCPT TO:<alle@boese.example",
        "mina@post.example, alle@boese.example",
        "Mina <mina@post.example>",
        "mina",
        "@post.example",
        "mina@",
        "müller@post.example",
        "mina@post..example",
        "mina@" + "x" * 70 + ".example",
        "mina\x00@post.example",
        "",
    ],
)
def test_what_is_no_address_gets_no_mail(address):
    with pytest.raises(ValueError, match=r".+"):
        build_one(address=address)


def test_a_made_up_token_does_not_get_into_a_mail():
    with pytest.raises(ValueError, match="token"):
        build(content(), "mina@post.example", "x\r\nBcc: y")


def test_the_number_of_a_mail_tells_nothing_and_stays_the_same():
    assert mark_of(7) == mark_of(7) != mark_of(8)
    assert len(mark_of(7)) == len(mark_of(123456)) == 64


def test_for_other_ways_of_sending_it_is_the_same_mail(mailoutbox):
    mail = Mail(content(), "mina@post.example", TOKEN, mark="m", now=NOON, language="de")

    mail.send()

    assert mailoutbox[0].message().as_bytes() == build_one(mark="m", language="de")
    assert mailoutbox[0].extra_headers["List-Unsubscribe"] == f"<{links.one_click(TOKEN)}>"
    assert links.preferences("de", TOKEN) in mailoutbox[0].body
    assert mailoutbox[0].alternatives[0][1] == "text/html"
