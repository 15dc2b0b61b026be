"""A password that an administrator typed opens one page, on which another takes its place."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from quartier.operations.roles import EDITORS, create_roles, group_of
from quartier.signing_in.models import GivenPassword
from tests.make.editing import filled
from tests.make.partners import directory, partner
from tests.make.signing_in import PASSWORD, app, browser, choose_by_mail, is_in, shown, sign_in

GIVEN = "ein Satz vom Büro"
OWN = "ein ganz anderer Satz"
PAGE = "/admin/account/password/"
WANTED = "/admin/reports/site-history/"


@pytest.fixture
def desk(ada):
    """Where the administrator sits."""
    there = browser()
    sign_in(there, "ada", code=shown(app(ada)))
    return there


@pytest.fixture
def nora(desk):
    """Somebody new, whom the administrator has let in."""
    create_roles()
    group = group_of(EDITORS)
    names = {"username": "nora", "email": "nora@haus.example", "first_name": "Nora", "last_name": "Neu"}
    form = desk.get("/admin/users/new/").content
    desk.post("/admin/users/new/", filled(form, **names, password1=GIVEN, password2=GIVEN, groups=[group.pk]))
    return get_user_model().objects.get(username="nora")


def choose(client, first, second=None, address=PAGE, present=GIVEN):
    return client.post(
        address, {"old_password": present, "new_password1": first, "new_password2": second or first}
    )


def test_the_first_password_leads_to_ones_own_and_then_to_where_one_wanted(client, nora):
    client.get(WANTED)
    client.post(f"/admin/login/?next={WANTED}", {"username": "nora", "password": GIVEN})

    door = client.get(WANTED)
    assert door.url == f"{PAGE}?next={WANTED}"
    html = client.get(door.url).content.decode()
    assert "Jemand anders hat Ihr jetziges Passwort vergeben" in html
    assert "Mindestens 10 Zeichen." in html

    assert choose(client, OWN, address=door.url).url == WANTED
    nora.refresh_from_db()
    assert nora.check_password(OWN)
    assert "Das ist jetzt Ihr Passwort." in client.get("/admin/").content.decode()
    assert sign_in(browser(), "nora", GIVEN).status_code == 200
    assert not GivenPassword.objects.exists()


@pytest.mark.parametrize("address", ["/admin/", "/admin/account/", "/admin/account/keys/", "/admin/pages/"])
def test_until_then_it_opens_nothing(client, nora, address):
    sign_in(client, "nora", GIVEN)

    assert client.get(address).url.startswith(PAGE)
    assert client.post(address).url == f"{PAGE}?next=/admin/"
    script = client.get(address, headers={"X-Requested-With": "XMLHttpRequest"})
    assert script.status_code == 403


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        (GIVEN, GIVEN, "das jemand anders vergeben hat"),
        ("kurz", "kurz", "zu kurz"),
        (OWN, "etwas anderes", "nicht identisch"),
        ("", "", "Dieses Feld muss ausgefüllt werden"),
        ("\x00" * 12, "\x00" * 12, "Nullzeichen"),
        ("x" * 5000, "x" * 5000, "bis zu 128 Zeichen"),
    ],
)
def test_what_will_not_do_is_said_at_the_field(client, nora, first, second, words):
    sign_in(client, "nora", GIVEN)

    answer = choose(client, first, second)

    assert answer.status_code == 200
    html = answer.content.decode()
    assert words in html
    assert "_error" in html
    nora.refresh_from_db()
    assert nora.check_password(GIVEN)


def test_the_present_one_is_asked_and_cannot_be_guessed(client, nora):
    sign_in(client, "nora", GIVEN)

    answers = [choose(client, OWN, present="falsch").content.decode() for _try in range(5)]
    late = choose(client, OWN).content.decode()

    assert all("nicht Ihr jetziges Passwort" in each for each in answers)
    assert "zu viele Versuche" in late
    nora.refresh_from_db()
    assert nora.check_password(GIVEN)


def test_a_second_press_does_no_harm(client, nora):
    sign_in(client, "nora", GIVEN)

    assert [choose(client, OWN, address=f"{PAGE}?next={WANTED}").url for _press in range(2)] == [WANTED] * 2


def test_people_of_a_partner_come_to_it_too(client, home, nora):
    partner(directory(home), "Stiftung Linde")
    nora.groups.set([Group.objects.get(name="Partner: Stiftung Linde")])
    sign_in(client, "nora", GIVEN)

    assert client.get(client.get("/admin/").url).status_code == 200
    choose(client, OWN)
    assert is_in(client)


def test_it_leads_to_no_other_house(client, nora):
    sign_in(client, "nora", GIVEN)

    assert choose(client, OWN, address=f"{PAGE}?next=https://elsewhere.example/").url == "/admin/"


def test_signing_out_stays_possible(client, nora):
    sign_in(client, "nora", GIVEN)

    client.post("/admin/logout/")

    assert client.get(PAGE).url.startswith("/admin/login/")


def test_then_the_second_key_is_set_up_where_one_is_asked(client, nora, settings):
    settings.SECOND_FACTOR = "everybody"
    sign_in(client, "nora", GIVEN)
    assert client.get("/admin/account/keys/").url.startswith(PAGE)

    choose(client, OWN)

    assert client.get("/admin/").url == "/admin/account/keys/"
    assert client.get("/admin/account/keys/").status_code == 200


@pytest.mark.parametrize("given", [GIVEN, PASSWORD])
def test_a_password_that_is_set_anew_for_somebody_is_a_given_one(client, desk, rita, given):
    secret = app(rita)
    sign_in(client, "rita", code=shown(secret))
    assert is_in(client)

    address = f"/admin/users/edit/{rita.pk}/"
    desk.post(address, filled(desk.get(address).content, password1=given, password2=given))

    assert client.get("/admin/").url.startswith("/admin/login/")
    sign_in(client, "rita", given, code=shown(secret, later=30))
    assert client.get("/admin/").url.startswith(PAGE)
    choose(client, OWN, present=given)
    assert is_in(client)


@pytest.mark.parametrize(("typed", "then"), [(OWN, True), (GIVEN, False)])
def test_whoever_is_sent_a_link_has_chosen_already(client, nora, typed, then):
    choose_by_mail(client, nora, typed)

    sign_in(client, "nora", typed)

    assert is_in(client) == then


def test_whoever_has_a_password_of_their_own_is_asked_for_nothing(client, desk, rita):
    address = f"/admin/users/edit/{rita.pk}/"
    desk.post(address, filled(desk.get(address).content, first_name="Margarita"))
    sign_in(client, "rita", PASSWORD)

    assert is_in(client)
    assert client.get(PAGE).url == "/admin/"
    assert choose(client, OWN, present=PASSWORD).url == "/admin/"
    rita.refresh_from_db()
    assert rita.check_password(PASSWORD)


def test_one_sets_ones_own_in_the_list_of_accounts_too(desk, ada):
    address = f"/admin/users/edit/{ada.pk}/"
    form = filled(desk.get(address).content, first_name="Ada", last_name="Amt")
    desk.post(address, {**form, "password1": OWN, "password2": OWN})

    ada.refresh_from_db()
    assert ada.check_password(OWN)
    assert not GivenPassword.objects.exists()


def test_a_hint_belongs_to_its_field(client, nora):
    sign_in(client, "nora", GIVEN)

    html = client.get(PAGE).content.decode()

    assert 'aria-describedby="id_new_password1_helptext"' in html
    assert 'id="id_new_password1_helptext"' in html
