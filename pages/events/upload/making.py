"""Makes events of what a file proposes: all of them or none, and none twice."""

from django.db import transaction
from django.utils.html import format_html_join
from wagtail.log_actions import log
from wagtail.models import Page
from wagtail.rich_text import RichText

from pages.events.models import EventPage, LeftOutDay, ScheduleLine
from pages.events.outside.own import key_of, ours
from pages.places.models import Room

LONGEST_SUMMARY = 300


def keys(calendar, proposals):
    """The key that each proposal has or will have, by what it was told as."""
    return {each.told: key_of(calendar.translation_key, each.told) for each in proposals}


def known(calendar, proposals) -> set[str]:
    """What was made of an earlier file already, or is an event of ours that comes back."""
    wanted = keys(calendar, proposals)
    there = set(
        Page.objects.filter(translation_key__in=wanted.values()).values_list("translation_key", flat=True)
    )
    return {told for told, key in wanted.items() if key in there} | ours(wanted)


def room_named(name, rooms=None):
    """The room of a name in any language, or None."""
    rooms = Room.objects.all() if rooms is None else rooms
    wanted = name.casefold().strip()
    found = (room for room in rooms if wanted in {each.casefold() for each in room.name.values() if each})
    return next(found, None) if wanted else None


@transaction.atomic
def make(calendar, proposals, user, *, publish: bool) -> int:
    """Pages below the calendar; how many. Raises IntegrityError where somebody makes the same just now."""
    wanted, there, rooms = keys(calendar, proposals), known(calendar, proposals), list(Room.objects.all())
    new = [each for each in proposals if each.told not in there]
    for proposal in new:
        page = _page(calendar, proposal, wanted[proposal.told], rooms)
        page.owner = user
        calendar.add_child(instance=page)
        log(page, "wagtail.create", user=user)
        revision = page.save_revision(user=user)
        if publish:
            revision.publish(user=user)
    return len(new)


def _page(calendar, proposal, key, rooms):
    room = room_named(proposal.where, rooms)
    page = EventPage(
        title=proposal.title,
        translation_key=key,
        locale=calendar.locale,
        live=False,
        has_unpublished_changes=True,
        room=room,
        meeting_point={} if room or not proposal.where else {calendar.locale.language_code: proposal.where},
        **_texts(proposal),
    )
    page.lines = [_line(number, rule) for number, rule in enumerate(proposal.rules)]
    page.left_out = [LeftOutDay(day=day, sort_order=number) for number, day in enumerate(proposal.left_out)]
    return page


def _texts(proposal):
    """Short words become the summary, long ones and a link the content."""
    paragraphs = [each for each in proposal.text.split("\n") if each]
    if len(paragraphs) <= 1 and len(proposal.text) <= LONGEST_SUMMARY:
        texts, paragraphs = {"summary": proposal.text}, []
    else:
        texts = {}
    html = format_html_join("", "<p>{}</p>", ([each] for each in paragraphs))
    if proposal.link:
        html += format_html_join("", '<p><a href="{}">{}</a></p>', [[proposal.link, proposal.link]])
    return {**texts, "body": [("text", RichText(html))] if html else []}


def _line(number, rule):
    line = ScheduleLine(
        sort_order=number,
        frequency=rule.frequency.value,
        first_day=rule.first_day,
        more_days=rule.more_days,
        starts=rule.starts,
        ends=rule.ends,
        interval=rule.interval,
        weekdays=list(rule.weekdays),
        positions=list(rule.positions),
        last_day=rule.last_day,
        count=rule.count,
    )
    line.full_clean(exclude=["page"])
    return line
