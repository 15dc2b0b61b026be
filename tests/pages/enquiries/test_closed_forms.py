"""A form that is not for everybody can neither be seen nor sent by strangers."""

import pytest
from wagtail.models import Locale, PageViewRestriction

from pages.enquiries.kinds import Kind
from pages.enquiries.models import Attachment, Submission
from tests.make.enquiries import answers, form_page, question, sent
from tests.make.files import upload
from tests.make.pages import plain_page

SECRET = "Marderhund"


def locked(page, kind="login"):
    PageViewRestriction.objects.create(page=page, restriction_type=kind, password="geheim")
    return page


def behind_a_login(home):
    return locked(asking(home))


def behind_a_password(home):
    return locked(asking(home), "password")


def below_a_private_page(home):
    return asking(locked(plain_page(home, "Team")))


def closed_in_another_language(home):
    page = asking(home)
    english = Locale.objects.create(language_code="en")
    copy = page.copy_for_translation(english, copy_parents=True)
    copy.save_revision().publish()
    return locked(page).get_translation(english)


def unpublished(home):
    page = asking(home)
    page.unpublish()
    return page


def asking(parent):
    return form_page(parent, question(SECRET), question("Datei", Kind.FILE), title="Anmeldung", thanks=SECRET)


@pytest.mark.parametrize(
    "state",
    [behind_a_login, behind_a_password, below_a_private_page, closed_in_another_language, unpublished],
)
def test_strangers_neither_see_nor_send_it(client, home, state):
    page = state(home)
    url = page.url or f"{home.url}anmeldung/"

    shown = client.get(url)
    posted = client.post(url, answers(page, "Hallo"))
    thanked = client.get(f"{url}?danke=x")

    for response in (shown, posted, thanked):
        assert SECRET not in response.content.decode()
    assert not Submission.objects.exists()


def test_nobody_is_thanked_by_a_form_that_was_closed_meanwhile(client, home):
    page = asking(home)
    thanks = sent(client, page, "Hallo").url

    locked(page)

    assert SECRET not in client.get(thanks).content.decode()


def test_strangers_get_no_file_and_do_not_learn_whether_there_is_one(client, home):
    page = asking(home)
    sent(client, page, "Hallo", upload())
    file = Attachment.objects.get()
    address = f"/admin/enquiries/{page.pk}/{file.submission_id}/"

    there, not_there = client.get(f"{address}{file.pk}/"), client.get(f"{address}99/")

    assert (there.status_code, not_there.status_code) == (302, 302)
    assert "/admin/login/" in there.url
    assert "/admin/login/" in not_there.url


def test_what_was_sent_is_found_by_no_search(client, home):
    page = form_page(home, question("Name"))
    sent(client, page, SECRET)

    assert SECRET not in client.get("/de/suche/?q=Marderhund").content.decode().partition("<main")[2].replace(
        f'value="{SECRET}"', ""
    ).replace(f"„{SECRET}“", "")
