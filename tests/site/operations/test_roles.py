"""Who may do what, asked of Wagtail's own rules."""

import pytest
from django.urls import reverse
from wagtail.models import GroupApprovalTask, Page

from quartier.operations import roles
from tests.make.pages import plain_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def someone(django_user_model):
    """Makes a person with a role."""
    roles.create_roles()

    def make(role):
        user = django_user_model.objects.create_user(f"user-{role.name}", password="x")
        user.groups.add(roles.group_of(role))
        return user

    return make


@pytest.fixture
def about(home):
    return plain_page(home)


def may(user, page):
    """What a person may do with a page."""
    asked = page.permissions_for_user(user)
    return {verb for verb in ("add_subpage", "edit", "publish", "delete") if getattr(asked, f"can_{verb}")()}


def test_editors_do_everything_with_pages(someone, about):
    assert may(someone(roles.EDITORS), about) == {"add_subpage", "edit", "publish", "delete"}


def test_volunteers_write_and_do_not_publish(someone, about):
    assert may(someone(roles.VOLUNTEERS), about) == {"add_subpage", "edit"}


def test_a_volunteers_page_waits_for_an_editor(someone, about):
    volunteer, editor = someone(roles.VOLUNTEERS), someone(roles.EDITORS)
    about.title = "Über uns alle"
    about.save_revision(user=volunteer)

    about.get_workflow().start(about, volunteer)

    waiting = GroupApprovalTask.objects.get()
    assert waiting.get_task_states_user_can_moderate(editor).count() == 1
    assert waiting.get_task_states_user_can_moderate(volunteer).count() == 0
    assert Page.objects.get(pk=about.pk).title == "Über uns"


def test_approval_publishes(someone, about):
    volunteer, editor = someone(roles.VOLUNTEERS), someone(roles.EDITORS)
    about.title = "Über uns alle"
    about.save_revision(user=volunteer)
    about.get_workflow().start(about, volunteer)

    state = about.current_workflow_task_state
    state.task.specific.on_action(state, editor, "approve")

    assert Page.objects.get(pk=about.pk).title == "Über uns alle"


ADDRESSES = {
    "the pictures": ("wagtailimages:add", True),
    "the documents": ("wagtaildocs:add", True),
    "the people": ("wagtailsnippets_people_person:list", False),
    "the topics": ("wagtailsnippets_topics_topic:list", False),
    "the school holidays": ("wagtailsnippets_events_schoolholiday:list", False),
    "the next two weeks": ("events:soon", True),
    "urgent notices": ("urgent", True),
    "the opening hours": ("wagtailsnippets_centre_openinghours:list", False),
    "reusable content": ("wagtailsnippets_passages_passage:list", False),
    "the newsletter's readers": ("subscribers:index", False),
    "a list of them from elsewhere": ("import_subscribers", False),
    "what is kept of a person": ("person", False),
    "redirects": ("wagtailredirects:index", False),
    "accounts": ("wagtailusers_users:index", None),
}


@pytest.mark.parametrize(("name", "for_volunteers"), ADDRESSES.values(), ids=ADDRESSES)
def test_each_door_of_the_admin_opens_for_whom_it_should(client, someone, home, name, for_volunteers):
    opens = {}
    for role in (roles.EDITORS, roles.VOLUNTEERS):
        client.force_login(someone(role))
        opens[role] = client.get(reverse(name)).status_code == 200

    assert opens == {roles.EDITORS: for_volunteers is not None, roles.VOLUNTEERS: bool(for_volunteers)}


def test_editors_may_change_the_centre(client, someone, home):
    client.force_login(someone(roles.EDITORS))
    response = client.get(reverse("wagtailsettings:edit", args=["centre", "centre"]), follow=True)
    assert response.status_code == 200

    client.force_login(someone(roles.VOLUNTEERS))
    response = client.get(reverse("wagtailsettings:edit", args=["centre", "centre"]))
    assert response.status_code == 302


def test_roles_made_twice_are_the_same_roles(someone):
    before = set(roles.group_of(roles.EDITORS).permissions.values_list("pk", flat=True))

    roles.create_roles()

    editors = roles.group_of(roles.EDITORS)
    assert set(editors.permissions.values_list("pk", flat=True)) == before
    assert GroupApprovalTask.objects.get().groups.get() == editors


CHOOSERS = [
    "wagtailimages_chooser:choose",
    "wagtaildocs_chooser:choose",
    "wagtailadmin_choose_page",
    "wagtailsnippetchoosers_people_person:choose",
    "wagtailsnippetchoosers_passages_passage:choose",
    "wagtailsnippetchoosers_centre_openinghours:choose",
]


@pytest.mark.parametrize("name", CHOOSERS)
def test_volunteers_can_pick_what_others_have_made(client, someone, home, name):
    client.force_login(someone(roles.VOLUNTEERS))

    assert client.get(reverse(name)).status_code == 200


def test_volunteers_cannot_reach_what_publishes(client, someone, about):
    client.force_login(someone(roles.VOLUNTEERS))

    html = client.get(reverse("wagtailadmin_pages:edit", args=[about.pk])).content.decode()

    assert 'name="action-publish"' not in html
    assert 'name="action-submit"' in html
