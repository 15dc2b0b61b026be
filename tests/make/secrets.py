"""A page of each kind that says a word in every field, and all the ways in which it is not for everybody."""

from datetime import timedelta

from django.contrib.auth.models import Group, User
from django.utils import timezone
from wagtail.models import (
    GroupApprovalTask,
    Locale,
    PageViewRestriction,
    Workflow,
    WorkflowTask,
)

from pages.partners.models import Kind
from tests.make import neighbourhood as make
from tests.make.bricks import stack
from tests.make.pages import plain_page
from tests.make.pictures import document, picture

SECRET = "Marderhund"
SLUG = "mh"
"""Begins the addresses of all these pages: whoever reads it has read an address."""


def texts(kind):
    """What every kind of page has: title, summary, picture, text, a document, a place in menus."""
    word = f"{SECRET} {kind}"
    file = document(title=word, name=f"{SECRET}-{kind}.pdf", content=SECRET.encode())
    download = {"title": word, "about": word, "files": [{"type": "item", "value": file.pk, "id": kind}]}
    return {
        "title": word,
        "slug": f"{SLUG}-{kind}",
        "summary": word,
        "search_description": word,
        "show_in_menus": True,
        "picture": picture(title=word, alt=word, name=f"{SECRET}-{kind}.png", credit=word),
        "body": stack(("text", f"<p>{word}</p>"), ("download", download)),
    }


def page_of_each_kind(house):
    """By kind. All stand where an editor would put them, and hold on to what is open beside them."""
    word = SECRET
    partner = make.partner(
        house.partners,
        **texts("partner"),
        kind=Kind.FUNDER,
        logo=picture(title=word, alt=word, name=f"{word}-logo.png"),
        duty_text=f"Gefördert von {word}",
        link=f"https://{word}.example/".lower(),
        contact_name=word,
        mail=f"{word}@haus.example",
    )
    service = make.service(
        house.finder,
        **texts("service"),
        **house.offered,
        access_note=word,
        bring_along=word,
        partner=house.partner,
        registration="form",
        registration_form=house.form,
    )
    make.funds(house.partner, service)
    start = timezone.localdate() + timedelta(days=1)
    event = make.event(
        house.calendar,
        **texts("event"),
        lines=[make.line(start.isoformat(), frequency="weekly", count=3)],
        audiences=[each.slug for each in house.offered["audiences"]],
        topics=[each.slug for each in house.offered["topics"]],
        **{name: house.offered[name] for name in ("languages", "room", "contact")},
        meeting_point=word,
        bring_along=word,
        partner=house.partner,
        service=house.service,
    )
    return {
        "partner": partner,
        "service": service,
        "event": event,
        "room": make.room_page(house.rooms, house.room, **texts("room"), enquiry_form=house.form),
        "post": make.post(house.posts, **texts("post"), skills=word),
        "form": make.form(house.home, **texts("form")),
        "announcement": make.announcement(
            house.news,
            **texts("announcement"),
            shown="home",
            topics=[each.slug for each in house.offered["topics"]],
            event=event.translation_key,
            date=event.occurrences.first().original,
        ),
    }


def open_to_everybody(page):
    return page


def open_in_english(page):
    return in_english(page)


def behind_a_login(page):
    return _locked(page, PageViewRestriction.LOGIN)


def behind_a_password(page):
    return _locked(page, PageViewRestriction.PASSWORD)


def for_a_group(page):
    return _locked(page, PageViewRestriction.GROUPS)


def below_a_private_page(page):
    above = plain_page(page.get_parent(), "Team", slug=f"team-{page.pk}")
    _locked(above, PageViewRestriction.LOGIN)
    page.move(above, "last-child")
    return type(page).objects.get(pk=page.pk)


def draft(page):
    """Never published: its words are in the row all the same."""
    type(page).objects.filter(pk=page.pk).update(live=False, has_unpublished_changes=True)
    return type(page).objects.get(pk=page.pk)


def unpublished(page):
    page.unpublish()
    return type(page).objects.get(pk=page.pk)


def expired(page):
    page.expire_at, page.expired, page.live = timezone.now(), True, False
    page.save()
    return page


def scheduled(page):
    """Written and approved, to appear tomorrow."""
    page.live, page.go_live_at = False, timezone.now() + timedelta(days=1)
    page.save()
    page.save_revision(approved_go_live_at=page.go_live_at)
    return page


def in_moderation(page):
    """Never published; a volunteer has handed it in."""
    page = draft(page)
    author, group = (
        User.objects.get_or_create(username="vera")[0],
        Group.objects.get_or_create(name="Redaktion")[0],
    )
    task = GroupApprovalTask.objects.create(name=f"Freigabe {page.pk}")
    task.groups.add(group)
    workflow = Workflow.objects.create(name=f"Freigabe {page.pk}")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    page.save_revision(user=author)
    workflow.start(page, author)
    return page


def deleted(page):
    type(page).objects.get(pk=page.pk).delete()
    return page


def not_there_in_many_ways(page):
    """Each kind in another way, so that one walk tries them all."""
    return (scheduled, in_moderation, deleted)[page.content_type_id % 3](page)


def translation_of_a_private_page(page):
    """Closed after it was translated; Wagtail alone would leave the translation open."""
    copy = in_english(page)
    _locked(page, PageViewRestriction.LOGIN)
    return copy


CLOSED = [
    behind_a_login,
    behind_a_password,
    for_a_group,
    below_a_private_page,
    translation_of_a_private_page,
]
HIDDEN = [*CLOSED, draft, unpublished, expired, not_there_in_many_ways]


def in_english(page):
    """The published English translation, with the same words, below that of its parent."""
    english = Locale.objects.get_or_create(language_code="en")[0]
    if page.depth > page.get_site().root_page.depth:
        in_english(page.get_parent().specific)
    if found := page.get_translation_or_none(english):
        return found
    copy = page.copy_for_translation(english)
    copy.save_revision().publish()
    return type(page).objects.get(pk=copy.pk)


def _locked(page, kind):
    lock = PageViewRestriction.objects.create(page=page, restriction_type=kind, password="geheim")
    if kind == PageViewRestriction.GROUPS:
        lock.groups.add(Group.objects.get_or_create(name="Team")[0])
    return page
