import threading
import time
from contextlib import suppress
from functools import partial
from http import HTTPStatus

import pytest
from django.contrib.auth.models import User
from django.db import OperationalError, connections
from django.test import Client

from pages.editing import PageForm
from pages.standard.models import StandardPage
from tests.make.editing import editor, filled

JSON = {"accept": "application/json"}


def draft(home):
    """A page that was never public and has saved itself once."""
    page = home.add_child(instance=StandardPage(title="Yo", slug="yoga", live=False))
    page.save_revision(user=User.objects.get(username="rita"))
    return page


@pytest.fixture(autouse=True)
def rita(home):
    return editor()


def form_of(page):
    """Sends the page's form as it stands now, with changes."""
    address = f"/admin/pages/{page.pk}/edit/"
    rita = User.objects.get(username="rita")
    begin = Client()
    begin.force_login(rita)
    fields = filled(begin.get(address).content.decode())

    def send(headers=None, **changes):
        client = Client()
        client.force_login(rita)
        return client.post(address, {**fields, **changes}, headers=headers)

    return send


def stubborn(send):
    for _attempt in range(500):
        with suppress(OperationalError):  # threads that share SQLite in memory do not wait for a locked table
            if send().status_code == HTTPStatus.FOUND:
                return
        time.sleep(0.01)


def closing(send):
    send()
    connections.close_all()


@pytest.mark.django_db(transaction=True)
def test_what_saves_itself_while_a_page_is_published_does_not_take_it_back(home, monkeypatch):
    """It has read the page as a draft, and would write back that it is one."""
    page = draft(home)
    send = form_of(page)
    has_read, is_published = threading.Event(), threading.Event()
    save = PageForm.save

    def save_slowly(form, commit=True):
        if "action-publish" not in form.data:
            has_read.set()
            is_published.wait(1)
        return save(form, commit)

    monkeypatch.setattr(PageForm, "save", save_slowly)
    by_itself = threading.Thread(target=closing, args=[partial(send, title="Yog", headers=JSON)])
    by_itself.start()
    assert has_read.wait(10)

    stubborn(partial(send, title="Yoga", **{"action-publish": "1"}))
    is_published.set()
    by_itself.join()

    page = StandardPage.objects.get(pk=page.pk)
    assert (page.live, page.title, page.get_latest_revision_as_object().title) == (True, "Yoga", "Yoga")


def test_what_saves_itself_after_a_page_was_published_is_refused(home):
    send = form_of(draft(home))
    send(title="Yoga", **{"action-publish": "1"})

    late = send(title="Yog", headers=JSON)

    assert late.json()["error_code"] == "invalid_revision"
    assert StandardPage.objects.child_of(home).get().title == "Yoga"
