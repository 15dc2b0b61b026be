"""Every way in, by real requests: somebody of a partner changes that partner's pages, and nothing else."""

from http import HTTPStatus

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.urls import URLPattern, get_resolver, reverse
from wagtail.models import Page, PageViewRestriction, Revision

from pages.events.models import OutsideCalendar
from quartier.accounts.doors import OPEN, OWN, TO_THE_DESK
from tests.make.bricks import words
from tests.make.editing import filled, volunteer
from tests.make.events import calendar
from tests.make.pages import plain_page

pytestmark = pytest.mark.django_db

SECRETS = ("Marderhund", "Wolpertinger")
OTHERS = ("other_partner", "other_service", "private_page", "draft")
OWN_PAGES = ("own_partner", "own_service")


def page_door(name, *more, key="page_id", **query):
    """The address of one of Wagtail's views of a page."""

    def address(page):
        words = {key: page.pk, **{name: value(page) for name, value in more}}
        return reverse(f"wagtailadmin_pages:{name}", kwargs=words) + query.get("query", "")

    return address


def revision(page):
    return page.latest_revision_id


def home(page):
    return Page.objects.get(depth=2).pk


def bulk(action):
    return lambda page: (
        reverse("wagtail_bulk_action", args=["wagtailcore", "page", action]) + f"?id={page.pk}"
    )


def new_below(page):
    return reverse("wagtailadmin_pages:add", args=["standard", "standardpage", page.pk])


def elsewhere(name, *more):
    return lambda page: reverse(name, args=[page.pk, *more])


def explorer(page):
    return reverse("wagtailadmin_explore", args=[page.pk])


def in_the_api(page):
    return reverse("wagtailadmin_api:pages:detail", args=[page.pk])


READING = {
    "edit": page_door("edit"),
    "preview": page_door("preview_on_edit"),
    "view draft": page_door("view_draft"),
    "history": page_door("history"),
    "results of the history": page_door("history_results"),
    "a revision": page_door("revisions_view", ("revision_id", revision)),
    "what a revision changed": page_door(
        "revisions_compare",
        ("revision_id_a", lambda page: "live"),
        ("revision_id_b", lambda page: "latest"),
        key="pk",
    ),
    "going back to a revision": page_door("revisions_revert", ("revision_id", revision)),
    "history of approvals": page_door("workflow_history"),
}
CLOSED = {
    "delete": page_door("delete"),
    "unpublish": page_door("unpublish"),
    "move": page_door("move", key="page_to_move_id"),
    "move there": page_door("move_confirm", ("destination_id", home), key="page_to_move_id"),
    "order": page_door("set_page_position", key="page_to_move_id"),
    "copy": page_door("copy"),
    "privacy": page_door("set_privacy"),
    "lock": page_door("lock"),
    "unlock": page_door("unlock"),
    "usage": page_door("usage"),
    "no longer an alias": page_door("convert_alias"),
    "take a revision off the schedule": page_door("revisions_unschedule", ("revision_id", revision)),
    "add a page below": page_door("add_subpage", key="parent_page_id"),
    "a new page below": new_below,
    "delete several": bulk("delete"),
    "move several": bulk("move"),
    "publish several": bulk("publish"),
    "unpublish several": bulk("unpublish"),
    "translate": elsewhere("wagtail_localize:submit_page_translation"),
    "an alias of a translation": elsewhere("wagtail_localize:convert_to_alias"),
    "the API": in_the_api,
    "the tree": explorer,
    "results in the tree": elsewhere("wagtailadmin_explore_results"),
    "usage in workflows": lambda page: reverse("wagtailadmin_workflows:usage", args=[page.pk]),
}
SENT = {
    "title": "Übernommen",
    "slug": "uebernommen",
    "new_title": "Kopie",
    "new_slug": "kopie",
    "new_parent_page": "2",
    "restriction_type": PageViewRestriction.NONE,
    "action-publish": "1",
    "include_descendants": "on",
    "locales": "1",
}


def state():
    """All that could have been changed, in rows."""
    fields = ("pk", "path", "title", "draft_title", "slug", "live", "locked", "latest_revision", "alias_of")
    restrictions = PageViewRestriction.objects.values_list("page", "restriction_type")
    return [*Page.objects.order_by("pk").values_list(*fields), *restrictions, Revision.objects.count()]


def is_shut(response):
    """Turned away: to the first screen, or with a plain no. Django looks below /de/ for what is missing."""
    if response.status_code == HTTPStatus.FOUND:
        nowhere = f"/de{response.wsgi_request.get_full_path()}"
        return response.url in (reverse("wagtailadmin_home"), nowhere)
    return response.status_code in (HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND)


def is_silent(response):
    said = response.content.decode()
    return not any(secret in said for secret in SECRETS)


@pytest.mark.parametrize("way", READING)
@pytest.mark.parametrize("name", OWN_PAGES)
def test_ones_own_pages_open(client, lina, neighbours, way, name):
    page = getattr(neighbours, name)

    response = client.get(READING[way](page))

    assert response.status_code == HTTPStatus.OK
    assert is_silent(response)


@pytest.mark.parametrize("way", {**READING, **CLOSED})
@pytest.mark.parametrize("name", OTHERS)
def test_all_others_are_shut(client, lina, neighbours, way, name):
    address, before = {**READING, **CLOSED}[way](getattr(neighbours, name)), state()

    for response in (client.get(address), client.post(address, SENT)):
        assert is_shut(response)
        assert is_silent(response)
    assert state() == before


@pytest.mark.parametrize("way", CLOSED)
@pytest.mark.parametrize("name", OWN_PAGES)
def test_with_ones_own_pages_too_one_does_nothing_but_write(client, lina, neighbours, way, name):
    address, before = CLOSED[way](getattr(neighbours, name)), state()

    for response in (client.get(address), client.post(address, SENT)):
        assert is_shut(response)
        assert is_silent(response)
    assert state() == before


def written(client, page, **changes):
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return client.post(address, filled(client.get(address).content, **changes))


@pytest.mark.parametrize("name", OWN_PAGES)
@pytest.mark.parametrize("button", ["action-publish", "action-unpublish", "action-delete", "action-save"])
def test_whatever_button_is_pressed_only_a_draft_is_kept(client, lina, neighbours, name, button):
    page = getattr(neighbours, name)

    response = written(client, page, title="Neu", **{button: "1"})

    assert response.status_code == HTTPStatus.FOUND
    page.refresh_from_db()
    assert (page.live, page.title, page.draft_title) == (True, getattr(neighbours, name).title, "Neu")
    assert page.title != "Neu"


@pytest.mark.parametrize("name", OWN_PAGES)
def test_a_draft_is_handed_in_and_waits_for_an_editor(client, lina, neighbours, name):
    page = getattr(neighbours, name)

    written(client, page, title="Neu", **{"action-submit": "1"})

    waiting = page.current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", waiting.pk])
    client.post(address)
    page.refresh_from_db()
    assert page.draft_title == "Neu"
    assert page.title != "Neu"
    assert page.current_workflow_task_state == waiting


def test_after_writing_one_is_led_to_ones_own_pages(client, lina, neighbours):
    written(client, neighbours.own_service, title="Neu")

    desk = client.get(reverse("wagtailadmin_explore", args=[neighbours.area.pk]), follow=True)

    pending = "mit Änderungen, die noch nicht veröffentlicht sind"
    listed = [words(each) for each in BeautifulSoup(desk.content, "html.parser").select(".desk-own li")]
    assert listed == [f"Neu (Angebot, {pending})", f"Stiftung Linde (Partner, {pending})"]
    assert is_silent(desk)


def test_nobody_takes_over_a_page_by_a_draft(client, lina, neighbours):
    """Hands the own service to another partner and back; and what was drafted gives no right to anybody."""
    written(client, neighbours.own_service, partner=neighbours.other_partner.pk)

    given = Group.objects.get(name="Partner: Chor").page_permissions.values_list("page", flat=True)
    assert set(given) == {neighbours.other_partner.pk, neighbours.other_service.pk}
    assert client.get(READING["edit"](neighbours.own_service)).status_code == HTTPStatus.OK


def test_a_revision_of_another_page_is_not_reached_through_ones_own(client, lina, neighbours):
    foreign = neighbours.other_service.latest_revision_id
    for name in ("revisions_view", "revisions_revert"):
        address = reverse(f"wagtailadmin_pages:{name}", args=[neighbours.own_service.pk, foreign])

        assert is_shut(client.get(address))
        assert is_shut(client.post(address, SENT))
    compared = reverse(
        "wagtailadmin_pages:revisions_compare", args=[neighbours.own_service.pk, "live", str(foreign)]
    )
    assert is_shut(client.get(compared))


def test_the_state_of_anothers_approval_is_not_reached_through_ones_own(client, lina, neighbours):
    other = neighbours.other_service
    other.get_workflow().start(other, lina)
    waiting = other.current_workflow_task_state
    for name in ("approve", "reject", "cancel"):
        address = reverse(
            "wagtailadmin_pages:workflow_action", args=[neighbours.own_service.pk, name, waiting.pk]
        )
        client.post(address)
    detail = reverse(
        "wagtailadmin_pages:workflow_history_detail",
        args=[neighbours.own_service.pk, waiting.workflow_state_id],
    )
    assert is_shut(client.get(detail))
    waiting.refresh_from_db()
    assert waiting.status == "in_progress"


def test_a_right_ends_when_the_house_says_so(client, lina, neighbours):
    page = neighbours.own_service
    page.partner = None
    page.save_revision().publish()

    assert is_shut(client.get(READING["edit"](page)))
    assert "Nähcafé" not in client.get(reverse("wagtailadmin_home")).content.decode()


def every_address(patterns=None, prefix="", names=()):
    """Each named address of the editor's side, with a number or a word in each gap."""
    for each in get_resolver().url_patterns if patterns is None else patterns:
        if not isinstance(each, URLPattern):
            space = [each.namespace] if getattr(each, "namespace", None) else []
            yield from every_address(each.url_patterns, prefix + str(each.pattern), (*names, *space))
        elif each.name and prefix.startswith("admin/"):
            gaps = each.pattern.converters
            filled = {gap: "1" if "Int" in type(kind).__name__ else "page" for gap, kind in gaps.items()}
            yield ":".join((*names, each.name)), filled


ALLOWED = (
    OPEN
    | set(OWN)
    | TO_THE_DESK
    | {
        "wagtailadmin_choose_page",
        "wagtailadmin_choose_page_child",
        "wagtailadmin_choose_page_external_link",
    }
)


def test_an_address_stays_shut_until_somebody_opens_it(client, lina, neighbours, subtests):
    tried = 0
    for name, gaps in every_address():
        try:
            address = reverse(name, kwargs=gaps)
        except Exception:  # a regular expression in place of a gap
            continue
        if name in ALLOWED or not address.startswith("/admin/"):
            continue
        tried += 1
        with subtests.test(name):
            assert is_shut(client.get(address))
    assert tried > 150


def test_every_door_on_the_list_is_there():
    known = {name for name, _gaps in every_address()}

    assert ALLOWED - known == set()


def test_volunteers_and_editors_pass_as_before(client, neighbours):
    client.force_login(volunteer())

    assert client.get(explorer(neighbours.home)).status_code == HTTPStatus.OK
    assert client.get(READING["edit"](neighbours.other_service)).status_code == HTTPStatus.OK


def test_who_is_a_volunteer_too_has_a_volunteers_rights(client, lina, neighbours):
    lina.groups.add(*volunteer().groups.all())

    assert client.get(READING["edit"](neighbours.other_service)).status_code == HTTPStatus.OK


def test_a_group_that_opens_no_door_lifts_no_limit(client, lina, neighbours):
    lina.groups.add(Group.objects.create(name="Team"))

    assert is_shut(client.get(READING["history"](plain_page(neighbours.home, "Team"))))


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("upload_events", ["calendar"]),
        ("upload_events_example", []),
        ("fetch_outside_calendar", ["others"]),
        ("wagtailsnippets_events_outsidecalendar:list", []),
        ("wagtailsnippets_events_outsidecalendar:add", []),
        ("wagtailsnippets_events_outsidecalendar:edit", ["others"]),
    ],
)
def test_neither_calendars_of_others_nor_files_of_events_are_theirs(client, lina, home, name, arguments):
    others = OutsideCalendar.objects.create(name=SECRETS[0], url="https://partner.example/marder.ics")
    there = {"calendar": calendar(Page.objects.get(pk=home.pk)), "others": others}
    address = reverse(name, args=[there[each].pk for each in arguments])

    assert is_shut(client.get(address))
    assert is_shut(client.post(address, {"proposed": "x"}))
    assert SECRETS[0] not in client.get(reverse("wagtailadmin_home")).content.decode()
