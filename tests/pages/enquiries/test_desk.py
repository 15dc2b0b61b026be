"""Who reads what residents sent, and what one can do with it."""

import csv
import io
from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import Group, Permission
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.models import GroupPagePermission

from pages.enquiries.kinds import Kind
from pages.enquiries.models import Attachment, Submission
from pages.enquiries.storing import private
from pages.letters.models import Letter
from tests.make.editing import editor, volunteer
from tests.make.enquiries import form_page, question, read, sent
from tests.make.files import upload

FORMULAS = ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "Hallo;=1+1", "a,=cmd|' /C calc'!A0"]


@pytest.fixture
def form(home):
    return form_page(
        home,
        question("Name"),
        question("Mail", Kind.MAIL),
        question("Telefon", Kind.PHONE),
        question("Datei", Kind.FILE),
        retention_days=30,
    )


@pytest.fixture
def message(client, form):
    sent(client, form, "Mina Yıldız", "mina@post.example", "+49 30 555-12", upload())
    return Submission.objects.get()


@pytest.fixture
def rita(client, home):
    user = editor()
    client.force_login(user)
    return user


def partner(page):
    """Somebody who may write and publish a part of the pages, this form among them, and nothing else."""
    group = Group.objects.create(name="Fadenlauf e. V.")
    for name in ("change_page", "publish_page"):
        GroupPagePermission.objects.create(
            group=group, page=page, permission=Permission.objects.get(codename=name)
        )
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user = editor("paula")
    user.groups.set([group])
    return user


def addresses(message):
    page, file = message.page_id, message.attachments.get()
    yield f"/admin/forms/submissions/{page}/"
    yield f"/admin/forms/submissions/{page}/results/"
    yield f"/admin/forms/submissions/{page}/?export=csv"
    yield f"/admin/forms/submissions/{page}/?export=xlsx"
    yield f"/admin/forms/submissions/{page}/delete/?selected-submissions={message.pk}"
    yield f"/admin/enquiries/{page}/{message.pk}/"
    yield f"/admin/enquiries/{page}/{message.pk}/{file.pk}/"
    yield "/admin/enquiries/find/?q=mina"


def got(response):
    return b"".join(response) if response.streaming else response.content


def test_editors_read_everything(client, message, rita):
    for address in addresses(message):
        response = client.get(address)
        assert response.status_code == 200, address
        got(response)


@pytest.mark.parametrize("role", [volunteer, partner, None], ids=["volunteer", "partner", "stranger"])
def test_others_read_nothing_by_any_way(client, message, form, role):
    if role:
        client.force_login(role(form) if role is partner else role())

    for address in addresses(message):
        response = client.get(address)
        assert response.status_code in (302, 403), address
        assert b"mina@post.example" not in response.content
    client.post(f"/admin/forms/submissions/{form.pk}/delete/?selected-submissions={message.pk}")
    client.post("/admin/enquiries/find/?q=mina", {"submission": message.pk})
    assert Submission.objects.exists()


def status(client, address):
    return client.get(address, follow=True).status_code


def test_a_message_is_not_read_by_the_address_of_another_form(client, message, home, rita):
    other = form_page(home, title="Anderes")
    file = message.attachments.get()

    assert status(client, f"/admin/enquiries/{other.pk}/{message.pk}/") == 404
    assert status(client, f"/admin/enquiries/{other.pk}/{message.pk}/{file.pk}/") == 404
    assert b"mina@" not in client.get(f"/admin/enquiries/{home.pk}/{message.pk}/", follow=True).content


def test_a_file_is_not_had_by_the_address_of_another_message(client, message, form, rita):
    sent(client, form, "Kim")
    other = Submission.objects.exclude(pk=message.pk).get()
    file = message.attachments.get()

    assert status(client, f"/admin/enquiries/{form.pk}/{other.pk}/{file.pk}/") == 404


def test_the_list_shows_when_each_deletes_itself(client, message, rita):
    html = read(client.get(f"/admin/forms/submissions/{message.page_id}/"))

    [row] = html.select("table.listing tbody tr")
    assert "Mina Yıldız" in row.text
    assert message.deleted_on(30).strftime("%d.%m.%Y") in row.text


def test_the_list_can_be_searched(client, message, form, rita):
    sent(client, form, "Kim Weber")

    for query, names in {"YILDIZ": [], "yıldız": ["Mina"], "kim": ["Kim"]}.items():
        html = read(client.get(f"/admin/forms/submissions/{form.pk}/?q={query}"))
        rows = " ".join(row.text for row in html.select("table.listing tbody tr"))
        assert [name for name in ("Mina", "Kim") if name in rows] == names


def test_one_message_is_shown_with_its_questions_and_files(client, message, rita):
    html = read(client.get(f"/admin/enquiries/{message.page_id}/{message.pk}/"))

    told = dict(
        zip([each.text for each in html.select("dt")], [each.text for each in html.select("dd")], strict=True)
    )
    assert told["Name"] == "Mina Yıldız"
    assert html.find("a", attrs={"download": True}).text == "nachweis.pdf"
    assert html.find("a", href="mailto:mina@post.example")


def test_an_old_message_keeps_the_questions_it_answered(client, message, form, rita):
    form.form_fields = [question("Vorname")]
    form.save()

    html = read(client.get(f"/admin/enquiries/{form.pk}/{message.pk}/"))
    rows = list(
        csv.reader(
            io.StringIO(
                got(client.get(f"/admin/forms/submissions/{form.pk}/?export=csv")).decode("utf-8-sig")
            )
        )
    )

    assert "Name" in [each.text for each in html.select("dt")]
    assert {"Vorname", "Name"} <= set(rows[0])


def exported(client, form, kind):
    return got(client.get(f"/admin/forms/submissions/{form.pk}/?export={kind}"))


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_spreadsheet_computes_what_strangers_typed(client, form, rita, formula):
    sent(client, form, formula)
    # Wagtail's form strips blanks at the ends; what came in by other ways is guarded too.
    Submission.objects.update(form_data={"name": formula})

    rows = list(csv.reader(io.StringIO(exported(client, form, "csv").decode("utf-8-sig"))))

    for separator in ",;\t":
        for part in rows[1][1].split(separator):
            assert not part.strip(' "').startswith(("=", "+", "-", "@"))


def test_a_phone_number_can_be_read_in_both_kinds_of_table(client, message, form, rita):
    rows = list(csv.reader(io.StringIO(exported(client, form, "csv").decode("utf-8-sig"))))
    sheet = load_workbook(io.BytesIO(exported(client, form, "xlsx"))).active

    assert rows[1][3] == "'+49 30 555-12"
    assert sheet["D2"].value == "+49 30 555-12"
    assert sheet["D2"].data_type == "s"


def test_both_tables_say_when_it_came_in_as_the_clock_of_the_house_had_it(client, message, form, rita):
    came = datetime(2026, 7, 1, 22, 30, tzinfo=UTC)
    Submission.objects.update(submit_time=came)

    rows = list(csv.reader(io.StringIO(exported(client, form, "csv").decode("utf-8-sig"))))
    sheet = load_workbook(io.BytesIO(exported(client, form, "xlsx"))).active

    assert rows[1][0] == "02.07.2026 00:30"
    assert sheet["A2"].value == datetime(2026, 7, 2, 0, 30)


def test_a_file_is_named_once_in_the_list(client, message, form, rita):
    html = client.get(f"/admin/forms/submissions/{form.pk}/").content.decode()

    assert html.count("nachweis.pdf") == 1


def test_excel_computes_nothing_either(client, form, rita):
    sent(client, form, "=1+1")

    sheet = load_workbook(io.BytesIO(exported(client, form, "xlsx"))).active

    assert (sheet["B2"].value, sheet["B2"].data_type) == ("=1+1", "s")


def test_who_wants_to_be_forgotten_is_found_by_mail_address_in_every_form(client, message, home, rita):
    other = form_page(home, question("Adresse", Kind.MAIL), title="Anderes")
    sent(client, other, "mina@post.example")
    sent(client, other, "kim@post.example")
    find = "/admin/enquiries/find/?q=mina@post.example"

    html = read(client.get(find))
    client.post(find, {"submission": [box["value"] for box in html.select("[name=submission]")]})

    assert len(html.select("[name=submission]")) == 2
    assert [left.mail for left in Submission.objects.all()] == ["kim@post.example"]


def test_only_what_was_found_can_be_deleted_there(client, message, rita):
    client.post("/admin/enquiries/find/?q=kim", {"submission": [str(message.pk), "x", "9" * 50]})

    assert Submission.objects.exists()


def test_with_a_message_its_files_and_letters_go(message, django_capture_on_commit_callbacks):
    name = Attachment.objects.get().file.name

    with django_capture_on_commit_callbacks(execute=True):
        message.delete()

    assert not private().exists(name)
    assert not Letter.objects.exists()


def test_editors_hear_of_mail_that_was_not_sent_and_can_try_again(client, message, rita, mailoutbox):
    letter = Letter.objects.create(
        to="weg@haus.example", subject="Anfrage", text="Hallo", state="failed", trouble="550 weg"
    )

    start, page = client.get("/admin/").content.decode(), client.get("/admin/letters/").content.decode()
    client.post("/admin/letters/", {"letter": [letter.pk]})

    assert "Mails, um die Sie sich kümmern müssen" in start
    assert "550 weg" in page
    letter.refresh_from_db()
    assert letter.state == "queued"
    assert letter.next_try <= timezone.now()


@pytest.mark.parametrize("role", [volunteer, partner], ids=["volunteer", "partner"])
def test_others_do_not_hear_of_it(client, form, role):
    client.force_login(role(form) if role is partner else role())
    Letter.objects.create(to="weg@haus.example", subject="Anfrage", state="failed")

    assert "Mails, um die Sie sich kümmern müssen" not in client.get("/admin/").content.decode()
    assert client.get("/admin/letters/").status_code == 302
    client.post("/admin/letters/", {"letter": Letter.objects.get().pk})
    assert Letter.objects.get().state == "failed"
