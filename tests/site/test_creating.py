from functools import partial

import pytest
from wagtail.models import Page

from pages.partners.models import PartnerPage
from tests.make.editing import editor, filled, volunteer

ADD = "/admin/pages/add/standard/standardpage/{}/"
JSON = {"accept": "application/json"}
PUBLISH = {"action-publish": "1"}


@pytest.fixture
def form(client, home):
    """A form for a new page, as an editor gets it: press(…) sends it with changes."""
    client.force_login(editor())
    return begin(client, home)


def begin(client, home, **words):
    address = ADD.format(home.pk)
    fields = filled(client.get(address).content.decode(), title="Yoga", slug="yoga", **words)
    return partial(press, client, address, fields)


def press(client, address, fields, headers=None, **changes):
    return client.post(address, {**fields, **changes}, headers=headers)


def pages(home):
    return [(page.title, page.slug, page.live) for page in Page.objects.child_of(home).order_by("path")]


def test_a_button_pressed_while_a_new_page_saves_itself_goes_on_with_that_page(form, home):
    saved = form(title="Yog", slug="yog", headers=JSON).json()

    answer = form(**PUBLISH)

    assert saved["success"]
    assert answer.status_code == 302
    assert pages(home) == [("Yoga", "yoga", True)]


def test_what_a_page_has_saved_by_itself_too_late_is_not_saved(form, home):
    form(summary="Alle Sätze", **PUBLISH)

    late = form(headers=JSON)

    assert late.status_code == 400
    assert late.json()["error_code"] == "invalid_revision"
    assert pages(home) == [("Yoga", "yoga", True)]
    assert Page.objects.child_of(home).get().specific.get_latest_revision_as_object().summary == "Alle Sätze"


def test_publish_pressed_twice_makes_one_page(form, home):
    answers = [form(**PUBLISH), form(**PUBLISH)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert pages(home) == [("Yoga", "yoga", True)]


def test_asking_for_approval_twice_makes_one_page_and_no_fault(client, home):
    client.force_login(volunteer())
    form = begin(client, home)

    answers = [form(**{"action-submit": "1"}), form(**{"action-submit": "1"})]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert pages(home) == [("Yoga", "yoga", False)]


def test_a_fault_found_at_publishing_does_not_use_the_form_up(form, home):
    refused = form(title="Yoga bei [[Name]]", **PUBLISH)
    form(title="Yoga bei [[Name]]", headers=JSON)

    form(**PUBLISH)

    assert refused.status_code == 200
    assert pages(home) == [("Yoga", "yoga", True)]


def test_two_forms_make_two_pages(client, form, home):
    form(**PUBLISH)

    begin(client, home)(**PUBLISH)

    assert pages(home) == [("Yoga", "yoga", True), ("Yoga", "yoga-2", True)]


def test_a_key_that_is_not_ours_is_none(client, form, home):
    others = home.translation_key.hex

    answer = form(page_to_be=f"{others}:{others}", **PUBLISH)

    assert answer.status_code == 302
    assert Page.objects.child_of(home).get().translation_key != home.translation_key


def test_rows_of_a_page_that_saved_itself_are_there_once(form, home):
    city, state = (home.add_child(instance=PartnerPage(title=name)) for name in ("Stadt", "Land"))
    rows = {"fundings-TOTAL_FORMS": "1", "fundings-0-funder": city.pk, "fundings-0-ORDER": "1"}
    more = {"fundings-TOTAL_FORMS": "2", "fundings-1-funder": state.pk, "fundings-1-ORDER": "2"}
    form(headers=JSON, **rows)

    form(**{**rows, **more, **PUBLISH})

    assert [row.funder.title for row in Page.objects.get(slug="yoga").fundings.all()] == ["Stadt", "Land"]
