"""The bricks that somebody stacked in an issue, as a mail can show them."""

import logging

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from blocks.blanks import filled, without_blanks
from blocks.page_links import addresses, linked_pages
from pages.newsletters.composing.addresses import complete, completed
from pages.newsletters.composing.letter import Buttons, Figure, Heading, Link, Prose
from pages.pictures import sources
from pages.pictures.privacy import closed_collections

WIDE, SMALL, LOGO = 592, 280, 72
"""In pixels: the width of the text in a mail, of a small picture, and of the logo."""

logger = logging.getLogger(__name__)


class Bricks:
    """Turns bricks into parts of a mail. Where links lead and what is closed is looked up once."""

    def __init__(self, stacks, language, around):
        """`stacks` of bricks; `language` is that of their texts; `around` the address of the web version."""
        self.language, self.around = language or get_language(), around
        texts = [brick.value.source for stack in stacks for brick in stack if brick.block_type == "text"]
        self.addresses = addresses({key for text in texts for key in linked_pages(text)})
        self._closed = None

    def told(self, stack):
        made = (getattr(self, f"_{brick.block_type}", _nothing)(brick.value) for brick in stack)
        return tuple(filter(None, made))

    def figure(self, picture, width=WIDE, alt=None, caption="", language="", use="letter"):
        """A picture by its address; None where not everybody may see it, or mail programs cannot show it."""
        if not picture or not self._is_open(picture) or picture.is_svg():
            return None
        try:
            image = sources.sources(picture, use)[1]
        except OSError as error:
            logger.error("The file of picture %s cannot be read: %s", picture.pk, error)
            return None
        width = min(width, image["width"])
        return Figure(
            complete(image["src"]),
            width,
            max(1, round(image["height"] * width / image["width"])),
            *(_described(picture) if alt is None else (alt, language)),
            caption=filled(caption),
            credit=picture.credit,
        )

    def logo(self, picture):
        """The sign of the house, beside its name; on a ground of its own, so that it is seen on dark ones."""
        return self.figure(picture, LOGO, alt="", use="letter-logo")

    def _is_open(self, picture):
        if self._closed is None:
            self._closed = closed_collections()
        return picture.may_be_shown and picture.collection_id not in self._closed

    def _text(self, value):
        words = {"value": value, "addresses": self.addresses}
        html = render_to_string("emails/newsletters/prose.html", words).strip()
        return Prose(safe(completed(html, self.around))) if html else None

    def _heading(self, value):
        words = filled(value["text"])
        return Heading(words, value["level"]) if words else None

    def _picture(self, value):
        picture = value["picture"]
        alt = None
        if picture and picture.decorative:
            alt = ""
        elif picture and picture.contextual_alt_text:
            alt = without_blanks(picture.contextual_alt_text)
        width = SMALL if value["size"] == "small" else WIDE
        return self.figure(picture, width, alt, value.get("caption") or "")

    def _buttons(self, value):
        ready = [button for button in value if button.is_ready]
        links = (Link(complete(button.href, self.around), button["text"]) for button in ready)
        return Buttons(tuple(links)) if ready else None


def _described(picture):
    text, language = picture.alt.in_language(get_language())
    return text, "" if language == get_language() else language


def _nothing(value):
    """For a brick that is none for mails."""


def safe(html) -> SafeString:
    return mark_safe(html)  # noqa: S308 (cleaned by the template tag `prose`)
