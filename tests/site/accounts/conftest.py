"""Two partners side by side, and somebody who works for one of them."""

import pytest
from django.contrib.auth.models import Group, User
from wagtail.models import PageViewRestriction

from quartier.operations.roles import create_roles
from tests.make.pages import plain_page
from tests.make.partners import area, directory, partner, service


class Neighbours:
    """A house with two partners, a service of each, a private page and a draft; all of them with a history.

    What others have not published says "Wolpertinger", what is private says "Marderhund".
    """

    def __init__(self, home):
        self.home = home
        create_roles()
        self.partners, self.area = directory(home), area(home)
        self.own_partner = partner(self.partners, "Stiftung Linde")
        self.own_service = service(self.area, "Nähcafé", partner=self.own_partner)
        self.other_partner = partner(self.partners, "Chor")
        self.other_service = service(self.area, "Beratung", partner=self.other_partner)
        self.private_page = plain_page(home, "Marderhund")
        PageViewRestriction.objects.create(page=self.private_page, restriction_type=PageViewRestriction.LOGIN)
        self.draft = plain_page(home, "Wolpertinger", live=False)
        for page in (self.own_partner, self.own_service, self.private_page, self.draft):
            page.save_revision()
        for page in (self.other_partner, self.other_service):
            page.save_revision().publish()
            page.title = "Wolpertinger neu"
            page.save_revision()
            page.refresh_from_db()


@pytest.fixture
def neighbours(home):
    return Neighbours(home)


@pytest.fixture
def lina(neighbours, client):
    """Works for the Stiftung Linde, and is logged in."""
    user = User.objects.create_user("lina", password=None)
    user.groups.add(Group.objects.get(name="Partner: Stiftung Linde"))
    client.force_login(user)
    return user
