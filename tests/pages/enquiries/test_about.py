"""A form can be asked about a service or a room: only about what everybody may read."""

import pytest
from wagtail.models import PageViewRestriction

from pages.enquiries.models import Submission
from pages.places.models import Place, Room, RoomIndexPage, RoomPage
from pages.services.models import ServiceIndexPage, ServicePage
from tests.make.enquiries import form_page, main, sent
from tests.make.pages import plain_page

GIVEN = ("mina@post.example", "Hallo")


@pytest.fixture
def service(home):
    index = home.add_child(instance=ServiceIndexPage(title="Angebote"))
    return index.add_child(instance=ServicePage(title="Nähcafé"))


@pytest.fixture
def hall(home):
    index = home.add_child(instance=RoomIndexPage(title="Räume"))
    room = Room.objects.create(name="Saal", place=Place.objects.create(name="Haus"))
    return index.add_child(instance=RoomPage(title="Großer Saal", room=room))


def test_the_address_names_the_page(contact, service, hall, home):
    assert contact.address_for(service) == f"{contact.url}?angebot={service.pk}"
    assert contact.address_for(hall) == f"{contact.url}?raum={hall.pk}"
    assert contact.address_for(plain_page(home)) == contact.url


def test_what_it_is_about_is_shown_told_and_kept(client, contact, service, mailoutbox):
    address = contact.address_for(service)

    shown = main(client.get(address))
    sent(client, contact, *GIVEN, query=f"?angebot={service.pk}")

    assert "Angebot: Nähcafé" in shown
    submission = Submission.objects.get()
    assert (submission.about_id, submission.about_title) == (service.pk, "Nähcafé")
    [mail] = mailoutbox
    assert mail.subject == "Schreiben Sie uns: Nähcafé"
    assert "Es geht um: Nähcafé" in mail.body


def test_it_is_not_lost_by_a_mistake(client, contact, service):
    response = sent(client, contact, "mina", "Hallo", query=f"?angebot={service.pk}")

    assert f'action="?angebot={service.pk}"' in response.content.decode()
    assert "Nähcafé" in main(response)


@pytest.mark.parametrize("close", ["private", "draft"])
def test_a_page_that_is_not_for_everybody_is_not_named(client, contact, service, close):
    if close == "private":
        PageViewRestriction.objects.create(page=service, restriction_type="login")
    else:
        service.unpublish()

    shown = client.get(f"{contact.url}?angebot={service.pk}").content.decode()
    sent(client, contact, *GIVEN, query=f"?angebot={service.pk}")

    assert "Nähcafé" not in shown
    assert Submission.objects.get().about_title == ""


def test_only_services_and_rooms_can_be_asked_about(client, contact, home, service):
    other = form_page(home, title="Geheimnis")

    for query in (f"?angebot={other.pk}", f"?raum={service.pk}", f"?angebot={home.pk}"):
        assert 'class="form__about' not in client.get(contact.url + query).content.decode()
