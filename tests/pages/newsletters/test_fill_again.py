import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import GroupPagePermission

from pages.newsletters.models import NewsletterPage
from tests.make.bricks import words
from tests.make.editing import editor, volunteer
from tests.make.events import event, line
from tests.make.newsletters import issue
from tests.make.translations import draft_in, published

pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def programme(dates):
    """Two events of December."""
    return [published(event(dates, title, lines=[line("2026-12-03")])) for title in ("Basar", "Chor")]


def address(made):
    return reverse("fill_newsletter", args=[made.pk])


def told(made):
    draft = NewsletterPage.objects.get(pk=made.pk).get_latest_revision_as_object()
    return [item.about.title for item in draft.items.all()]


def boxes(desk, made):
    """The titles that can be ticked, and whether they are."""
    html = BeautifulSoup(desk.get(address(made)).content, "html.parser")
    return {words(box.parent): box.has_attr("checked") for box in html.select("input[name=page]")}


def test_what_is_not_in_yet_can_be_ticked_and_what_is_in_is_named(desk, index, programme):
    made = issue(index, about=programme[:1])

    html = words(BeautifulSoup(desk.get(address(made)).content, "html.parser"))

    assert boxes(desk, made) == {"Chor": True}
    assert "Basar (ist schon drin)" in html.replace("( ", "(").replace(" )", ")")


def test_what_is_chosen_is_added_to_the_draft_and_nothing_written_is_lost(desk, index, programme):
    made = issue(index, about=programme[:1], body=[("text", "<p>Hallo!</p>")])
    made.subject = "Nur im Entwurf"
    made.save_revision()

    answer = desk.post(address(made), {"page": [str(programme[1].pk)]}, follow=True)

    draft = NewsletterPage.objects.get(pk=made.pk).get_latest_revision_as_object()
    assert "Eine Seite kommt dazu." in answer.content.decode()
    assert told(made) == ["Basar", "Chor"]
    assert (draft.subject, str(draft.body[0].value)) == ("Nur im Entwurf", "<p>Hallo!</p>")


def test_readers_see_nothing_of_it_before_it_is_published(desk, client, index, programme):
    made = issue(index, about=programme[:1])

    desk.post(address(made), {"page": [str(programme[1].pk)]})

    assert NewsletterPage.objects.get(pk=made.pk).items.count() == 1


def test_the_same_sent_twice_adds_it_once(desk, index, programme):
    made = issue(index)
    for _twice in range(2):
        answer = desk.post(address(made), {"page": [str(programme[1].pk)]}, follow=True)

    assert told(made) == ["Chor"]
    assert "Es wurde nichts aufgenommen." in answer.content.decode()


def test_two_editors_who_add_different_things_both_get_theirs(desk, index, programme):
    made = issue(index)

    for page in programme:
        desk.post(address(made), {"page": [str(page.pk)]})

    assert told(made) == ["Basar", "Chor"]


@pytest.mark.parametrize("sent", ["", "0", "-1", "zwei", "\x00", "9" * 60, "1; DROP TABLE"])
def test_nonsense_adds_nothing(desk, index, programme, sent):
    made = issue(index)

    answer = desk.post(address(made), {"page": [sent, sent]})

    assert answer.status_code == 302
    assert told(made) == []


def test_only_what_is_proposed_can_be_added(desk, home, index, programme):
    made = issue(index)
    programme[0].unpublish()

    desk.post(address(made), {"page": [str(programme[0].pk), str(home.pk)]})

    assert told(made) == []


def test_who_may_not_edit_the_issue_may_not_fill_it(client, index, programme):
    made = issue(index)
    GroupPagePermission.objects.filter(group__user=(reader := editor("gast"))).delete()
    client.force_login(reader)

    answers = [client.get(address(made)), client.post(address(made), {"page": [str(programme[0].pk)]})]

    assert {answer.status_code for answer in answers} <= {302, 403}
    assert told(made) == []


def test_a_volunteer_may_fill_a_draft(client, index, programme):
    made = issue(index, live=False)
    client.force_login(volunteer())

    client.post(address(made), {"page": [str(programme[0].pk)]})

    assert told(made) == ["Basar"]


def test_a_locked_issue_stays_as_it_is(desk, client, index, programme):
    made = issue(index, locked=True)

    answer = desk.post(address(made), {"page": [str(programme[0].pk)]})

    assert answer.status_code in (302, 403)
    assert told(made) == []


def test_a_translation_or_another_page_cannot_be_filled(desk, home, index):
    english = draft_in("en", issue(index))

    for page in (english, home):
        assert desk.get(address(page), follow=True).status_code == 404


def test_the_form_leads_there(desk, index):
    made = issue(index)

    html = desk.get(reverse("wagtailadmin_pages:edit", args=[made.pk])).content.decode()

    assert html.count(address(made)) >= 2
