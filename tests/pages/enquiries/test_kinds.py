"""Each kind of question: what it takes, what it refuses, and that nobody can smuggle anything in."""

import pytest

from pages.enquiries.kinds import Kind, Meaning
from pages.enquiries.models import Submission
from tests.make.enquiries import form_page, question, read, sent

SCRIPT = "<script>alert(1)</script>{{7*7}}{% load x %}"
GIVEN = {
    Kind.LINE: "Mina",
    Kind.LINES: "Guten Tag\nder Saal?",
    Kind.MAIL: "mina@post.example",
    Kind.PHONE: "+49 (0)30 / 555-12",
    Kind.DATE: "2027-05-03",
    Kind.NUMBER: "12,5",
    Kind.ONE_OF: "Rot",
    Kind.ANY_OF: ["Rot", "Blau"],
    Kind.TICK: "on",
}
READ = {**GIVEN, Kind.DATE: "3. Mai 2027", Kind.ANY_OF: "Rot, Blau", Kind.TICK: "ja"}
TYPED = [kind for kind in Kind if kind not in (Kind.FILE, Kind.ONE_OF, Kind.ANY_OF, Kind.TICK)]


def asking(home, kind, **more):
    choices = ["Rot", "Blau"] if kind in (Kind.ONE_OF, Kind.ANY_OF) else []
    return form_page(home, question("Farbe", kind, choices=choices, **more))


@pytest.mark.parametrize("kind", GIVEN)
def test_every_kind_is_kept_as_it_is_read(client, home, kind):
    page = asking(home, kind, required=True)

    response = sent(client, page, GIVEN[kind])

    assert response.status_code == 303
    [entry] = Submission.objects.get().entries
    assert (entry["label"], entry["words"].replace("\r\n", "\n")) == ("Farbe", READ[kind])


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_can_be_asked_for_and_left_out(client, home, kind):
    must, may = asking(home, kind, required=True), asking(home, kind)

    missing, left_out = sent(client, must), sent(client, may)

    assert missing.status_code == 422
    assert "Bitte" in read(missing).select_one(".form__fault").text
    assert left_out.status_code == 303


@pytest.mark.parametrize("kind", [kind for kind in GIVEN if kind != Kind.TICK])
def test_what_is_too_long_is_refused_and_kept(client, home, kind):
    page = asking(home, kind)

    response = sent(client, page, "9" * 6000)

    assert response.status_code == 422
    assert not Submission.objects.exists()
    if kind in TYPED:
        assert "9" * 6000 in response.content.decode()


@pytest.mark.parametrize("kind", Kind)
def test_what_looks_like_a_program_stays_text(client, home, kind):
    page = asking(home, kind)

    response = sent(client, page, SCRIPT)
    html = (
        client.get(response.url).content.decode()
        if response.status_code == 303
        else response.content.decode()
    )

    assert "<script>alert" not in html
    assert "{{7*7}}" in html or response.status_code == 303


@pytest.mark.parametrize("kind", GIVEN)
@pytest.mark.parametrize(
    "text", ["Mi\x00na", "\x00", "\ufffe\u202eabc", "NaN", "Infinity", "-1e308", "' OR 1=1 --"]
)
def test_no_signs_break_a_form(client, home, kind, text):
    page = asking(home, kind)

    response = sent(client, page, text)

    assert response.status_code in (303, 422)
    assert client.get(response.url if response.status_code == 303 else page.url).status_code == 200


@pytest.mark.parametrize(
    ("kind", "meaning", "told"),
    [
        (Kind.LINE, Meaning.NAME, "name"),
        (Kind.LINE, Meaning.STREET, "address-line1"),
        (Kind.LINES, Meaning.STREET, "street-address"),
        (Kind.LINE, Meaning.POSTAL_CODE, "postal-code"),
        (Kind.MAIL, Meaning.NOTHING, "email"),
        (Kind.PHONE, Meaning.NOTHING, "tel"),
        (Kind.DATE, Meaning.BIRTHDAY, "bday"),
        (Kind.LINE, Meaning.NOTHING, None),
    ],
)
def test_a_browser_is_told_what_it_may_fill_in(client, home, kind, meaning, told):
    page = asking(home, kind, meaning=meaning)

    control = read(client.get(page.url)).find(id="id_farbe")

    assert control.get("autocomplete") == told


@pytest.mark.parametrize("kind", [Kind.ONE_OF, Kind.ANY_OF])
def test_a_choice_is_a_group_with_a_name_and_its_fault_belongs_to_it(client, home, kind):
    page = asking(home, kind, required=True, help_text="Nur eine.")

    group = read(sent(client, page)).fieldset

    assert "Farbe" in group.legend.text
    assert [read_id(group, name) for name in group["aria-describedby"].split()] == [True, True]
    link = read(sent(client, page)).select_one(".faults a")["href"]
    assert group.find(id=link[1:])["type"] in ("radio", "checkbox")


def read_id(group, name):
    return bool(group.find(id=name).text.strip())


def test_a_choice_that_was_not_offered_is_no_choice(client, home):
    page = asking(home, Kind.ONE_OF)

    assert sent(client, page, "Grün").status_code == 422


def test_a_label_cannot_bring_html(client, home):
    page = form_page(home, question(SCRIPT, Kind.ONE_OF, choices=[SCRIPT, "b"], help_text=SCRIPT))

    assert "<script>alert" not in client.get(page.url).content.decode()
