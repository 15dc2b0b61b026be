from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import Permission
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, ModelLogEntry, PageViewRestriction

from pages.centre.models import Centre
from pages.letters.models import Letter
from pages.pictures.models import File
from quartier.signing_in import noting, patience, presence
from quartier.signing_in.browsers import named
from quartier.signing_in.models import Presence, Tries
from tests.make.editing import filled
from tests.make.pages import plain_page
from tests.make.signing_in import PASSWORD, app, browser, choose_by_mail, is_in, shown, sign_in

NEW = "ein ganz anderer Satz"
ACCOUNT = "/admin/account/"


def sent(client, **changes):
    """The form of one's account, as it comes."""
    return filled(client.get(ACCOUNT).content, **changes)


def actions():
    return list(
        ModelLogEntry.objects.filter(action__startswith="safety.")
        .order_by("pk")
        .values_list("action", flat=True)
    )


@pytest.mark.parametrize(
    "password",
    [
        "kurz",
        "password123",
        "1234567890",
        "qwertyuiop",
        "hausampark",
        "Haus am Park",
        "HausAmPark2026",
        "rita-editor",
        "x" * 129,
    ],
)
def test_passwords_that_are_guessed_first_are_refused(rita, password):
    rita.first_name = "rita-editor"
    Centre.objects.update(name="Haus am Park")

    with pytest.raises(ValidationError):
        validate_password(password, rita)


@pytest.mark.parametrize(
    "password",
    [
        "lindenblüte im mai",
        "nur kleine buchstaben",
        "x7 y8 z9 q1",
        "ü" * 128,
        "Im Haus am Park singt der Chor",
    ],
)
def test_whole_sentences_are_welcome(rita, password):
    Centre.objects.update(name="Haus am Park")

    validate_password(password, rita)


def test_a_new_password_needs_the_present_one_and_ends_other_sessions(client, rita):
    other = browser()
    sign_in(other, "rita")
    sign_in(client, "rita")
    new = {"password-new_password1": NEW, "password-new_password2": NEW}

    client.post(ACCOUNT, sent(client, **new, **{"password-old_password": "falsch"}))
    rita.refresh_from_db()
    assert rita.check_password(PASSWORD)

    client.post(ACCOUNT, sent(client, **new, **{"password-old_password": PASSWORD}))
    rita.refresh_from_db()
    assert rita.check_password(NEW)
    assert is_in(client)
    assert not is_in(other)
    assert Presence.objects.filter(user=rita).count() == 1
    assert Letter.objects.get().to == rita.email


def test_a_new_address_needs_the_present_password_and_is_told_at_the_old_one(client, rita):
    sign_in(client, "rita")

    answer = client.post(ACCOUNT, sent(client, **{"name_email-email": "neu@haus.example"}))
    rita.refresh_from_db()
    assert rita.email == "rita@haus.example"
    assert "nicht Ihr jetziges Passwort" in answer.content.decode()

    client.post(
        ACCOUNT,
        sent(client, **{"name_email-email": "neu@haus.example", "name_email-current_password": PASSWORD}),
    )
    rita.refresh_from_db()
    assert rita.email == "neu@haus.example"
    assert Letter.objects.get().to == "rita@haus.example"


def test_all_the_rest_is_changed_without_it(client, rita):
    sign_in(client, "rita")

    client.post(ACCOUNT, sent(client, **{"name_email-first_name": "Margarita"}))

    rita.refresh_from_db()
    assert rita.first_name == "Margarita"


@pytest.mark.parametrize("name", ["wagtailadmin_account", "mfa_index", "sessions"])
def test_no_browser_keeps_what_stands_in_an_account(client, rita, name):
    sign_in(client, "rita")

    assert "no-store" in client.get(reverse(name))["Cache-Control"]


def test_the_present_password_cannot_be_guessed(client, rita):
    sign_in(client, "rita")
    wrong = sent(client, **{"name_email-email": "neu@haus.example", "name_email-current_password": "falsch"})

    for _try in range(5):
        client.post(ACCOUNT, wrong)
    late = client.post(ACCOUNT, wrong | {"name_email-current_password": PASSWORD})

    assert "zu viele Versuche" in late.content.decode()


def test_one_sees_where_one_is_signed_in_and_ends_it(client, rita):
    phone = browser("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1")
    sign_in(phone, "rita")
    sign_in(client, "rita")

    html = client.get("/admin/account/sessions/").content.decode()
    assert "Safari, iPhone" in html

    there = Presence.objects.get(browser="Safari, iPhone")
    client.post("/admin/account/sessions/", {"end": there.pk})
    assert not is_in(phone)
    assert is_in(client)


def test_nobody_ends_the_sessions_of_others(client, rita, ada):
    other = browser()
    sign_in(other, "ada")
    sign_in(client, "rita")

    for wanted in (Presence.objects.get(user=ada).pk, "others", "-1", "x", "9" * 40, "\x00", "²"):
        client.post("/admin/account/sessions/", {"end": wanted})

    assert Presence.objects.filter(user=ada).exists()


@pytest.mark.parametrize(
    ("remember", "hours", "lasts"),
    [("", 11, True), ("", 13, False), ("on", 24 * 13, True), ("on", 24 * 15, False)],
)
def test_sessions_end_when_they_are_not_used(client, rita, remember, hours, lasts):
    sign_in(client, "rita", remember=remember)

    with time_machine.travel(timezone.now() + timedelta(hours=hours)):
        assert is_in(client) == lasts


def test_a_session_that_is_used_ends_in_the_end(client, rita):
    now = timezone.now()
    sign_in(client, "rita", remember="on")

    lasted = 0
    for day in range(0, 100, 10):
        with time_machine.travel(now + timedelta(days=day, minutes=1)):
            lasted = day if is_in(client) else lasted
    assert lasted == 80


@pytest.fixture
def elsewhere(home):
    """Addresses outside the editor's side that open to whoever is signed in."""
    page = plain_page(home, "Protokolle")
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    shelf = Collection.get_first_root_node().add_child(name="Nur für uns")
    CollectionViewRestriction.objects.create(collection=shelf, restriction_type="login")
    with ContentFile(b"%PDF-1.4", "liste.pdf") as body:
        file = File.objects.create(title="Liste", file=body, collection=shelf)
    file.file.close()
    return {"page": page.url, "file": file.url}


def opens(client, address):
    """Whether it lets somebody in."""
    answer = client.get(address)
    answer.close()
    return answer.status_code == 200


@pytest.mark.parametrize("kind", ["page", "file"])
@pytest.mark.parametrize(
    ("remember", "hours", "lasts"), [("", 11, True), ("", 13, False), ("on", 24 * 15, False)]
)
def test_sessions_end_wherever_they_are_used(client, rita, elsewhere, kind, remember, hours, lasts):
    sign_in(client, "rita", remember=remember)
    assert opens(client, elsewhere[kind])

    with time_machine.travel(timezone.now() + timedelta(hours=hours)):
        assert opens(client, elsewhere[kind]) == lasts
        assert is_in(client) == lasts
        assert presence.of(rita).exists() == lasts


def test_who_reads_is_there_but_not_for_ever(client, rita, elsewhere):
    now = timezone.now()
    sign_in(client, "rita", remember="on")

    lasted = 0
    for day in range(0, 100, 10):
        with time_machine.travel(now + timedelta(days=day, minutes=1)):
            lasted = day if opens(client, elsewhere["page"]) else lasted
    assert lasted == 80


def test_the_card_of_signing_in_does_not_let_an_old_session_pass(client, rita):
    sign_in(client, "rita")
    assert client.get("/admin/login/").status_code == 302

    with time_machine.travel(timezone.now() + timedelta(hours=13)):
        assert 'name="password"' in client.get("/admin/login/").content.decode()


def test_an_open_window_that_nobody_looks_at_is_no_sign_of_life(client, rita):
    now = timezone.now()
    sign_in(client, "rita")

    for hours in (4, 8):
        with time_machine.travel(now + timedelta(hours=hours)):
            client.get("/admin/jsi18n/")
    with time_machine.travel(now + timedelta(hours=13)):
        assert not is_in(client)


def test_administrators_read_who_did_what(client, ada, rita):
    secret = app(ada)
    sign_in(browser(), "rita", "falsch")
    sign_in(browser(), "rita")
    sign_in(client, "ada", code="000000")
    client.post("/admin/login/code/", {"code": shown(secret)})

    assert actions() == ["safety.refused", "safety.signed_in", "safety.wrong_code", "safety.signed_in"]
    html = client.get("/admin/reports/site-history/").content.decode()
    assert "Ein falsches Passwort wurde eingegeben" in html
    assert "127.0.0.1" not in str(list(ModelLogEntry.objects.values()))


def test_editors_do_not_read_it(client, rita):
    sign_in(client, "rita")

    assert "safety." not in client.get("/admin/reports/site-history/").content.decode()


def test_whoever_may_change_accounts_does_not_take_over_an_administrator(client, ada, rita, settings):
    settings.SECOND_FACTOR = "nobody"
    rights = ["change_user", "access_admin"]
    rita.user_permissions.add(*Permission.objects.filter(codename__in=rights))
    sign_in(client, "rita")
    data = {"username": "ada", "email": "rita@haus.example", "first_name": "A", "last_name": "B"}

    client.post(
        f"/admin/users/edit/{ada.pk}/", {**data, "password1": NEW, "password2": NEW, "is_active": "on"}
    )

    ada.refresh_from_db()
    assert ada.email == "ada@haus.example"
    assert ada.check_password(PASSWORD)


def test_new_roles_and_closed_accounts_are_noted(client, ada, rita):
    secret = app(ada)
    sign_in(client, "ada", code=shown(secret))
    address = f"/admin/users/edit/{rita.pk}/"
    form = {
        "username": "rita",
        "email": rita.email,
        "first_name": "Rita",
        "last_name": "R",
        "is_superuser": "on",
    }

    client.post(address, form)

    rita.refresh_from_db()
    assert rita.is_superuser
    assert set(actions()[1:]) == {"safety.role"}
    assert ModelLogEntry.objects.filter(action="safety.role").first().user == ada


def test_after_a_year_it_is_forgotten(rita):
    noting.noted("safety.signed_in", rita)

    assert noting.forget(timezone.now() + timedelta(days=364)) == 0
    assert noting.forget(timezone.now() + timedelta(days=366)) == 1


def test_the_jobs_forget_tries_and_sessions(client, rita):
    sign_in(client, "rita", "falsch")
    sign_in(client, "rita")

    patience.forget(timezone.now() + timedelta(days=2))
    presence.forget(timezone.now() + timedelta(days=15))

    assert not Tries.objects.exists()
    assert not Presence.objects.exists()
    assert not is_in(client)


@pytest.mark.parametrize("address", ["rita@haus.example", "niemand@haus.example"])
def test_a_forgotten_password_is_answered_alike(client, rita, address):
    response = client.post("/admin/password_reset/", {"email": address}, follow=True)

    assert response.redirect_chain == [("/admin/password_reset/done/", 302)]
    assert Letter.objects.count() == (address == rita.email)


def test_nobody_is_flooded_with_such_mails(client, rita):
    for _time in range(10):
        client.post("/admin/password_reset/", {"email": rita.email})

    assert Letter.objects.count() == 3


def test_the_mail_leads_to_a_new_password_and_the_second_key_stays(client, rita):
    app(rita)
    choose_by_mail(client, rita, NEW)

    assert not is_in(client)
    assert sign_in(client, "rita", NEW).url == "/admin/login/code/"


def test_the_password_of_a_page_cannot_be_guessed(client, home):
    page = plain_page(home, "Protokolle")
    door = PageViewRestriction.objects.create(page=page, restriction_type="password", password="lindenblüte")
    address = f"/de/_util/authenticate_with_password/{door.pk}/{page.pk}/"
    form = {"return_url": page.url}

    answers = [client.post(address, {**form, "password": "falsch"}) for _try in range(21)]
    late = client.post(address, {**form, "password": "lindenblüte"})

    assert [each.status_code for each in answers] == [200] * 20 + [429]
    assert late.status_code == 429
    assert "Bitte warten Sie" in late.content.decode()
    assert "private" in late["Cache-Control"]


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36", "Chrome, Linux"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge, Windows"),
        ("Mozilla/5.0 (Linux; Android 15) SamsungBrowser/27.0 Chrome/125.0", "Samsung Internet, Android"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) Version/18.0 Safari/605.1", "Safari, Mac"),
        ("curl/8", ""),
        ("", ""),
    ],
)
def test_a_browser_is_called_as_people_call_it(agent, name):
    assert named(agent) == name
