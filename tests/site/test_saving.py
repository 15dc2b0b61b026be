import threading
from functools import partial
from http import HTTPStatus

import pytest
from django.db import OperationalError
from django.test import Client
from modelcluster.forms import ClusterForm

from pages.passages.models import Passage
from pages.standard.models import StandardPage
from tests.make.editing import editor, filled
from tests.make.threads import at_once

JSON = {"accept": "application/json"}
QUOTE = {
    "body-count": "1",
    "body-0-type": "quote",
    "body-0-order": "0",
    "body-0-deleted": "",
    "body-0-value-text": "Ja.",
}


def page(home):
    return home.add_child(instance=StandardPage(title="Yo", slug="yoga", live=False)), "title", "pages"


def passage(home):
    return (
        Passage.objects.create(name="Yo", live=False, locale=home.locale),
        "name",
        "snippets/passages/passage",
    )


def form_of(thing, kind, user):
    """Sends the thing's form as it stands now, with changes."""
    verb = "{}/edit" if kind == "pages" else "edit/{}"
    address = f"/admin/{kind}/{verb.format(thing.pk)}/"
    fields = filled(logged_in(user).get(address).content.decode(), **QUOTE)

    def send(headers=None, **changes):
        return logged_in(user).post(address, {**fields, **changes}, headers=headers)

    return send


def logged_in(user):
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("make", [page, passage])
def test_what_saves_itself_while_it_is_published_does_not_take_that_back(home, monkeypatch, make):
    """It has read it as a draft, and would write back that it is one. The lock counts on PostgreSQL only."""
    rita = editor()
    thing, name, kind = make(home)
    thing.save_revision(user=rita)
    send = form_of(thing, kind, rita)
    has_read, is_published = threading.Event(), threading.Event()
    save = ClusterForm.save

    def save_slowly(form, commit=True):
        if "action-publish" not in form.data:
            has_read.set()
            is_published.wait(3)
        return save(form, commit)

    monkeypatch.setattr(ClusterForm, "save", save_slowly)

    def publish():
        assert has_read.wait(10)
        if send(**{name: "Yoga", "action-publish": "1"}).status_code != HTTPStatus.FOUND:
            raise OperationalError
        is_published.set()

    at_once(partial(send, **{name: "Yog"}, headers=JSON), publish)

    thing = type(thing).objects.get(pk=thing.pk)
    latest = thing.get_latest_revision_as_object()
    assert (thing.live, getattr(thing, name), getattr(latest, name)) == (True, "Yoga", "Yoga")
