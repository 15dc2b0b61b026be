from datetime import date

import pytest
import time_machine
from django.contrib.auth.models import Group, Permission
from django.urls import reverse

from pages.pictures.models import Consent
from pages.standard.models import StandardPage
from tests.make.pictures import picture

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_june():
    with time_machine.travel("2026-06-15 12:00+02:00", tick=False):
        yield


def report(client):
    return client.get(reverse("consent_report")).content.decode()


@pytest.mark.parametrize(
    ("consent", "ends", "phrase"),
    [
        (Consent.MISSING, None, "fehlt"),
        (Consent.GIVEN, date(2026, 6, 14), "endete am 14. Juni 2026"),
        (Consent.GIVEN, date(2026, 6, 15), "endet am 15. Juni 2026"),
        (Consent.GIVEN, date(2026, 7, 15), "endet am 15. Juli 2026"),
    ],
)
def test_editors_learn_whom_to_ask(admin_client, consent, ends, phrase):
    picture("Chor", consent=consent, consent_until=ends)

    html = report(admin_client)

    assert "Chor" in html
    assert phrase in html


@pytest.mark.parametrize(
    ("consent", "ends"),
    [(Consent.NOT_NEEDED, None), (Consent.GIVEN, None), (Consent.GIVEN, date(2026, 7, 16))],
)
def test_nobody_is_bothered_about_the_others(admin_client, consent, ends):
    picture("Chor", consent=consent, consent_until=ends)

    html = report(admin_client)

    assert "Chor" not in html
    assert "Alle Abgebildeten haben zugestimmt" in html


def test_the_report_leads_to_the_pages_that_show_the_picture(admin_client, home):
    image = picture("Chor", consent=Consent.MISSING)
    page = home.add_child(instance=StandardPage(title="Singen im Haus", picture=image))

    html = report(admin_client)

    assert f'<a href="{reverse("wagtailadmin_pages:edit", args=[page.pk])}">Singen im Haus</a>' in html


def test_the_report_stands_in_the_menu_of_those_who_keep_pictures(client, django_user_model):
    helper, editor = (django_user_model.objects.create_user(name) for name in ("robin", "kim"))
    door = Group.objects.create(name="Redaktion")
    door.permissions.add(Permission.objects.get(codename="access_admin"))
    keepers = Group.objects.create(name="Bilder")
    keepers.collection_permissions.create(
        collection=picture().collection,
        permission=Permission.objects.get(content_type__app_label="wagtailimages", codename="change_image"),
    )
    helper.groups.add(door)
    editor.groups.add(door, keepers)

    client.force_login(helper)
    assert client.get(reverse("consent_report")).status_code == 302
    client.force_login(editor)
    assert client.get(reverse("consent_report")).status_code == 200
    assert reverse("consent_report") in client.get(reverse("wagtailadmin_home")).content.decode()
