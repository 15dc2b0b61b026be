from datetime import date

import pytest
import time_machine
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import GroupPagePermission

from tests.make.editing import editor
from tests.make.pages import plain_page
from tests.make.services import in_english, service


@pytest.fixture(autouse=True)
def _in_june():
    with time_machine.travel("2026-06-15 12:00+02:00", tick=False):
        yield


def report(client):
    return client.get(reverse("review_report")).content.decode()


@pytest.mark.parametrize(
    ("review_by", "phrase"),
    [
        (date(2026, 6, 14), "war am 14. Juni 2026 fällig"),
        (date(2026, 6, 15), "bis 15. Juni 2026"),
        (date(2026, 7, 15), "bis 15. Juli 2026"),
    ],
)
def test_editors_learn_which_services_to_look_at_again(client, home, review_by, phrase):
    page = service(home, "Chor", review_by=review_by)
    client.force_login(editor())

    html = report(client)

    assert f'href="{reverse("wagtailadmin_pages:edit", args=[page.pk])}"' in html
    assert phrase in html


def test_nobody_is_bothered_about_the_others(client, home):
    service(home, "Chor", review_by=date(2026, 7, 16))
    service(home, "Yoga", review_by=date(2026, 6, 1)).unpublish()
    client.force_login(editor())

    html = report(client)

    assert "Chor" not in html
    assert "Yoga" not in html
    assert "in den nächsten 30 Tagen ist keines fällig" in html


def test_a_service_in_two_languages_is_looked_at_once(client, home):
    in_english(service(home, "Chor", review_by=date(2026, 6, 1)), title="Choir")
    client.force_login(editor())

    html = report(client)

    assert "Chor" in html
    assert "Choir" not in html


def test_the_first_screen_says_how_many_wait_and_leads_to_them(client, home):
    service(home, "Chor", review_by=date(2026, 6, 1))
    service(home, "Yoga", review_by=date(2026, 6, 1))
    client.force_login(editor())

    html = client.get("/admin/").content.decode()

    assert "2 Angebote sollten wieder angesehen werden" in html
    assert f'href="{reverse("review_report")}"' in html


def test_who_may_change_one_part_of_the_house_hears_of_that_part(client, home, django_user_model):
    part = plain_page(home, "Familie")
    service(part, "Krabbelgruppe", review_by=date(2026, 6, 1))
    service(home, "Chor", review_by=date(2026, 6, 1))
    group = Group.objects.create(name="Familie")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    GroupPagePermission.objects.create(
        group=group, page=part, permission=Permission.objects.get(codename="change_page")
    )
    user = django_user_model.objects.create_user("kim")
    user.groups.add(group)
    client.force_login(user)

    html = report(client)

    assert "Krabbelgruppe" in html
    assert "Chor" not in html


def test_who_may_change_no_page_is_turned_away(client, home, django_user_model):
    user = django_user_model.objects.create_user("robin")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)

    assert client.get(reverse("review_report")).status_code == 302
