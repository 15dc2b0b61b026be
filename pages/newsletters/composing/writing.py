"""From an issue to a mail, in one language: its words where they are translated, the facts always."""

from datetime import datetime

from django.conf import settings
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from blocks.blanks import filled
from blocks.closed import remembered
from blocks.goal import chosen, goal
from blocks.links import digits
from blocks.reading import language_of
from pages.centre.models import Centre, FooterLink
from pages.easy.language import is_easy
from pages.letters.writing import one_line
from pages.mailings.content import Content
from pages.newsletters.composing import html, plain
from pages.newsletters.composing.addresses import complete
from pages.newsletters.composing.bricks import Bricks
from pages.newsletters.composing.entries import entry_of
from pages.newsletters.composing.letter import Letter, Link, Part, Sender
from pages.newsletters.contents import in_words, sections
from pages.subscribers import links
from pages.wording import direction

LONGEST_SUBJECT = 250
"""Characters. What is longer ends in “…”: some servers refuse long lines, and nobody reads them."""


def compose(issue, language: str, now: datetime) -> Content:
    """The mail to all who read this language; German where the house does not speak it.

    `issue` may be a draft, or a translation, in memory: then that is told. The number of queries does not
    depend on how much there is to tell. In place of each person's token stands `links.TOKEN`.
    """
    letter = letter_of(issue, language, now)
    with override(letter.language), remembered():
        return Content(letter.subject, html.written(letter), plain.written(letter))


def letter_of(issue, language: str, now: datetime) -> Letter:
    """The same, part by part, before it is written out."""
    centre = centre_of(issue)
    with override(language if language in centre.spoken else settings.LANGUAGE_CODE), remembered():
        return _letter(issue, centre, now)


def centre_of(issue) -> Centre:
    return Centre.for_site(issue.get_site() or Site.objects.get(is_default_site=True))


def _letter(issue, centre, now):
    told, parts, language = in_words(issue), sections(issue, now), get_language()
    address = complete(told.url or "")
    bricks = Bricks([part.bricks for part in parts], told.foreign, address)
    title, summary = filled(told.title) or str(told.called()), filled(told.summary)
    return Letter(
        language=language,
        direction=direction(language),
        is_easy=is_easy(),
        subject=cut(one_line(filled(told.subject) or title)),
        preheader=one_line(filled(told.preheader) or summary),
        title=title,
        lead=summary,
        text_language=told.foreign,
        picture=bricks.figure(told.picture),
        parts=tuple(_part(part, bricks, now) for part in parts),
        sender=sender_of(centre, bricks),
        on_the_web=Link(address, _("Read this newsletter in the browser")) if address else None,
        colour=centre.colour,
        why=_("You get this newsletter because you signed up for it."),
        choices=choices_of(language),
    )


def cut(subject):
    return subject if len(subject) <= LONGEST_SUBJECT else f"{subject[: LONGEST_SUBJECT - 1].rstrip()}…"


def _part(part, bricks, now):
    return Part(
        part.title,
        part.language,
        tuple(entry_of(entry, now) for entry in part.entries),
        bricks.told(part.bricks),
    )


def choices_of(language):
    """Each person's own links."""
    address = links.preferences(language)
    return (
        Link(address, _("Choose other topics or another language"), is_personal=True),
        Link(f"{address}#leave", _("Unsubscribe from the newsletter"), is_personal=True),
    )


def sender_of(centre, bricks):
    town = f"{centre.postal_code} {centre.city}".strip()
    carrier = centre.carrier if centre.carrier != centre.name else ""
    return Sender(
        centre.name,
        address=tuple(filter(None, [carrier, centre.street, town])),
        phone=centre.phone,
        dials=digits(centre.phone),
        mail=centre.mail,
        home=complete(f"/{get_language()}/"),
        logo=bricks.logo(centre.logo),
        links=tuple(_at_the_foot(centre)),
    )


def _at_the_foot(centre):
    """The links of every page's foot, the imprint among them. Two queries."""
    known = list(FooterLink.objects.filter(centre=centre))
    for link, page in zip(known, chosen(Page.objects.all(), [link.page_id for link in known]), strict=True):
        shown = page and goal(page)
        if not (shown and shown.url):
            continue
        words, language = link.label.in_language(get_language())
        if not filled(words):
            words, language = filled(shown.title), language_of(shown)
        if words:
            yield Link(complete(shown.url), words, "" if language == get_language() else language)
