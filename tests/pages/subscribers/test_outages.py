"""The newsletter while the database is gone: neither signing up nor leaving is said to be done."""

import pytest
from django.test import Client

from pages.subscribers import links
from pages.subscribers.models import Subscriber, Wish
from pages.subscribers.signing_up import stamp
from tests.make.enquiries import main, read
from tests.make.outages import database_gone
from tests.make.subscribers import subscriber


@pytest.fixture
def reader(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    return Client(raise_request_exception=False)


@pytest.mark.parametrize("for_writing", [True, False])
def test_who_signs_up_is_not_told_to_look_into_the_mailbox(reader, page, for_writing):
    post = {"mail": "neu@post.example", "language": "de", "q-ticket": stamp(page)}
    address = page.url

    with database_gone(for_writing):
        response = reader.post(address, post)

    assert response.status_code == 503
    assert "Postfach" not in main(response)
    assert "neu@post.example" in response.content.decode()
    assert not Wish.objects.exists()
    assert reader.post(address, post).status_code == 303


def test_who_leaves_is_not_told_that_it_is_done_and_can_press_again(reader, page):
    address = links.preferences("de", links.token_of(subscriber("mina@post.example")))

    with database_gone():
        response = reader.post(address, {"do": "leave"})

    assert response.status_code == 503
    assert Subscriber.objects.count() == 1
    kept = {area["name"]: area.text.removeprefix("\n") for area in read(response).select("textarea")}
    reader.post(address, kept)
    assert not Subscriber.objects.exists()


def test_a_mail_program_that_unsubscribes_is_told_to_come_again(reader, page):
    token = links.token_of(subscriber("mina@post.example"))

    with database_gone():
        response = reader.post(f"/abo/{token}/", {"List-Unsubscribe": "One-Click"})

    assert response.status_code == 503
    assert response["Retry-After"]
