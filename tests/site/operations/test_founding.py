from io import StringIO

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from wagtail.models import Page, Site, Workflow

from pages.centre.models import Centre
from pages.newsletters.models import NewsletterIndexPage
from pages.people.models import Person
from pages.standard.models import StandardPage
from quartier.operations.founding import host_and_port

pytestmark = pytest.mark.django_db


def found(name="Haus am Park"):
    """What `manage.py found` says."""
    said = StringIO()
    call_command("found", name, stdout=said)
    return said.getvalue()


def test_a_new_house_opens_its_door(client):
    found()

    html = client.get("/de/").content.decode()

    assert "Haus am Park" in html
    assert Centre.objects.get().name == "Haus am Park"
    assert Site.objects.get().root_page.title == "Haus am Park"


def test_a_new_house_has_a_place_for_news(client):
    found()

    html = client.get("/de/").content.decode()

    assert 'href="/de/aktuelles/">Aktuelles</a>' in html
    assert client.get("/de/aktuelles/").status_code == 200


def test_what_the_law_asks_for_waits_as_drafts(client):
    said = found()

    drafts = StandardPage.objects.filter(live=False)
    assert {"Impressum", "Datenschutz"} <= set(drafts.values_list("title", flat=True))
    assert all(page.title in said for page in drafts)
    assert client.get("/de/impressum/").status_code == 404


def test_a_newsletter_is_laid_out_and_nobody_sees_it_who_does_not_want_one(client):
    found()

    page = NewsletterIndexPage.objects.get()
    assert (page.title, page.live) == ("Newsletter", False)
    assert client.get("/de/newsletter/").status_code == 404
    assert "Newsletter" not in client.get("/de/").content.decode()


def test_wagtails_welcome_makes_room():
    root = Page.get_first_root_node()
    root.add_child(instance=Page(title="Welcome to your new Wagtail site!", slug="home"))
    Group.objects.create(name="Moderators")

    found()

    assert [page.title for page in Page.get_first_root_node().get_children()] == ["Haus am Park"]
    assert not Group.objects.filter(name="Moderators").exists()
    assert Workflow.objects.count() == 1


def test_a_house_is_founded_once():
    found()

    with pytest.raises(
        CommandError, match=r"There is content already \(\d pages\)\. A house is founded once"
    ):
        found("Zweites Haus")

    assert Site.objects.get().site_name == "Haus am Park"


def test_people_in_the_database_are_content_too():
    Person.objects.create(name="Kim Weber")

    with pytest.raises(CommandError, match="1 people"):
        found()


@pytest.mark.parametrize(
    ("site_url", "host", "port"),
    [
        ("https://haus.example", "haus.example", 443),
        ("http://haus.example", "haus.example", 80),
        ("http://127.0.0.1:8123", "127.0.0.1", 8123),
    ],
)
def test_the_site_carries_the_address_of_the_settings(site_url, host, port):
    assert host_and_port(site_url) == {"hostname": host, "port": port}
