"""One click in the mail program; and that opening a link never changes anything."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.test import Client
from django.utils import timezone

from pages.mailings.models import Delivery, Mailing
from pages.subscribers import leaving, links
from pages.subscribers.models import PastConsent, State, Subscriber
from tests.make.enquiries import main
from tests.make.subscribers import asked_for, link_in, newest_letter, signed_up, subscriber

ONE_CLICK = {"List-Unsubscribe": "One-Click"}


def path(address):
    return address.removeprefix("http://testserver")


@pytest.fixture
def mina(page):
    return subscriber(language="tr")


def one_click(someone):
    return path(links.one_click(links.token_of(someone)))


@pytest.mark.parametrize(("earlier", "leaves"), [(True, True), (False, False)])
def test_links_of_old_letters_go_on_after_a_new_key_if_the_old_one_is_named(mina, settings, earlier, leaves):
    link, known = one_click(mina), settings.SECRET_KEY
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another", [known] if earlier else []

    Client().post(link, ONE_CLICK)

    assert Subscriber.objects.exists() is not leaves


def test_that_somebody_had_agreed_can_be_proved_after_a_new_key(mina, settings):
    leaving.leave(mina)

    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another", [settings.SECRET_KEY]

    assert leaving.past_consents("mina@post.example").count() == 1


@pytest.mark.parametrize("kind", ["multipart", "urlencoded"])
def test_a_mail_program_posts_and_that_is_it(mina, kind):
    client = Client(enforce_csrf_checks=True)
    how = {} if kind == "multipart" else {"content_type": "application/x-www-form-urlencoded"}
    data = ONE_CLICK if kind == "multipart" else "List-Unsubscribe=One-Click"

    response = client.post(one_click(mina), data, **how)

    assert response.status_code == 200
    assert not response.cookies
    assert not Subscriber.objects.exists()
    assert PastConsent.objects.exists()


def test_asked_twice_or_with_a_forged_link_the_program_hears_the_same(client, mina):
    first = client.post(one_click(mina), ONE_CLICK)
    second = client.post(one_click(mina), ONE_CLICK)
    forged = client.post("/abo/" + "0" * 63 + "/", ONE_CLICK)

    assert {(each.status_code, each.content) for each in (first, second, forged)} == {(200, b"OK\n")}
    assert PastConsent.objects.count() == 1


def test_a_person_who_opens_it_comes_to_the_button_in_her_language(client, mina):
    response = client.get(one_click(mina))

    assert path(response["Location"]) == f"/tr/abo/{links.token_of(mina)}/"
    assert 'value="leave"' in client.get(path(response["Location"])).content.decode()
    assert Subscriber.objects.exists()


@pytest.mark.parametrize(
    "data", [{}, {"List-Unsubscribe": "one-click"}, {"List-Unsubscribe": ""}, {"x": "One-Click"}]
)
def test_a_post_of_something_else_is_no_click(client, mina, data):
    assert client.post(one_click(mina), data).status_code == 303

    assert Subscriber.objects.exists()


def test_a_stranger_does_not_sign_off_whom_she_cannot_prove_to_be(client, mina):
    other = subscriber("kim@post.example")
    token = links.token_of(other)

    client.post(f"/abo/{token[:8]}{links.token_of(mina)[8:]}/", ONE_CLICK)

    assert Subscriber.objects.count() == 2


def _everything():
    """Each row of each table that could tell."""
    models = [
        model
        for model in apps.get_models()
        if model._meta.app_label in ("subscribers", "letters", "enquiries")
    ]
    return {model: sorted(map(str, model.objects.values_list())) for model in models}


def test_a_thousand_times_opened_nothing_has_changed(client, page):
    """Programs that look for viruses open every link, some of them again and again."""
    mina, stopped = subscriber(), subscriber("kim@post.example", state=State.STOPPED)
    signed_up(client, page, "neu@post.example")
    fresh = link_in(newest_letter())
    tokens = [links.token_of(mina), links.token_of(stopped), fresh.split("/")[-2], "x" * 63]
    addresses = [page.url, f"{page.url}?danke", "/de/abo/ende/"]
    for token in tokens:
        addresses += [
            f"/abo/{token}/",
            f"/de/abo/{token}/",
            f"/de/abo/ja/{token}/",
            f"/en/abo/{token}/?gespeichert",
        ]
        addresses += [f"/de/abo/{token}/?do=leave", f"/abo/{token}/?List-Unsubscribe=One-Click"]
        addresses += [f"/de/abo/ja/{token}/?danke", f"/de/abo/{token}/?post"]
    before, times = _everything(), -(-1000 // (2 * len(addresses)))

    opened = [method(each).status_code for each in addresses * times for method in (client.get, client.head)]

    assert len(opened) >= 1000
    assert set(opened) <= {200, 303, 404}
    assert _everything() == before


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options", "trace"])
def test_other_methods_are_refused(client, mina, method):
    token = links.token_of(mina)

    for address in (f"/abo/{token}/", f"/de/abo/{token}/", f"/de/abo/ja/{token}/", "/de/abo/ende/"):
        assert getattr(client, method)(address).status_code == 405
    assert Subscriber.objects.exists()


def test_mail_that_waits_no_longer_belongs_to_anybody(client, mina):
    mailing = Mailing.objects.create(name="Juni")
    Delivery.objects.create(
        mailing=mailing, subscriber=mina, address=mina.address, key=mina.key, language="de"
    )

    client.post(one_click(mina), ONE_CLICK)

    assert Delivery.objects.get().subscriber is None


def test_whoever_deletes_a_subscriber_the_proof_is_kept(mina):
    Subscriber.objects.all().delete()

    assert leaving.past_consents("MINA@post.example").exists()
    assert not leaving.past_consents("kim@post.example").exists()


def test_the_proof_is_kept_for_three_years(mina):
    mina.delete()

    assert leaving.forget_proofs(timezone.now() + timedelta(days=3 * 365)) == 0
    assert leaving.forget_proofs(timezone.now() + timedelta(days=3 * 365 + 2)) == 1


def test_the_way_back_is_to_sign_up_again(client, page, mina):
    client.post(one_click(mina), ONE_CLICK)

    response = client.post(page.url, asked_for(page))

    assert response.status_code == 303
    assert "Newsletter bestellen" in main(client.get("/de/abo/ende/"))
