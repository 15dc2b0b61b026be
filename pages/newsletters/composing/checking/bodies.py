"""What is found in the bricks of an issue: pictures not shown or not described, links to nowhere."""

from html import unescape

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from blocks.blanks import filled
from blocks.page_links import LINK as PAGE_LINK
from blocks.page_links import addresses, linked_pages
from blocks.picture import FILE_NAME
from blocks.prose import ADDRESS
from blocks.prose import LINK as ANY_LINK
from pages.newsletters.composing.addresses import complete
from pages.newsletters.composing.checking.findings import ERROR, WARNING, Finding
from pages.newsletters.composing.checking.reaching import Visitor
from pages.pictures.privacy import closed_collections

_is_address = URLValidator(schemes=["http", "https"])


def of_body(issue):
    visitor = Visitor()
    for brick in issue.body or ():
        if found := CHECKS.get(brick.block_type):
            yield from found(brick.value, visitor)


def of_picture(picture, where, alt=None):
    """Of one picture; `alt` is what describes it there, None where it is its own alternative text."""
    if picture is None:
        return
    if left_out := _why_left_out(picture):
        yield Finding(WARNING, left_out, where)
    said = str(picture.alt) if alt is None else alt
    if not said:
        yield Finding(WARNING, _("The picture has no alternative text."), where)
    elif FILE_NAME.search(said):
        yield Finding(WARNING, _("The alternative text is the name of a file."), where)


def _why_left_out(picture):
    if not picture.may_be_shown:
        return _("The people in the picture have not agreed, or no longer: it is left out.")
    if picture.collection_id in closed_collections():
        return _("The picture is not for everybody: it is left out.")
    return _("Mail programs cannot show drawings (SVG): it is left out.") if picture.is_svg() else ""


def _picture(value, visitor):
    picture, where = value["picture"], filled(value.get("caption") or "") or pgettext("a brick", "picture")
    if picture and picture.decorative:
        return (Finding(WARNING, left_out, where) for left_out in filter(None, [_why_left_out(picture)]))
    return of_picture(picture, where, picture and (picture.contextual_alt_text or ""))


def _text(value, visitor):
    pages = addresses(linked_pages(value.source))
    for element in ANY_LINK.finditer(value.source):
        opening, words = element[0].partition(">")[0] + ">", strip_tags(element[0])
        page, address = PAGE_LINK.match(opening), ADDRESS.match(opening)
        if page and int(page[1]) not in pages:
            yield Finding(
                WARNING, _("The link leads to a page that is not for everybody: it is left out."), words
            )
        elif address:
            yield from _faults(unescape(address[1]), words, visitor)


def _buttons(value, visitor):
    for button in value:
        words = button["text"]
        if not button.href:
            yield Finding(
                WARNING, _("The button leads to a page that is not for everybody: it is left out."), words
            )
        else:
            yield from _faults(button.href, words, visitor)


def _faults(address, words, visitor):
    """Of an address of the house whether there is something; of others only whether they can be addresses."""
    address = complete(address)
    if address.startswith(("http://", "https://")) and not address.startswith(f"{settings.SITE_URL}/"):
        try:
            _is_address(address)
        except ValidationError:
            yield Finding(WARNING, _("The link has no proper address."), words)
            return
    if not visitor.finds(address):
        yield Finding(ERROR, _("The link leads nowhere, or to a page that is not for everybody."), words)


CHECKS = {"text": _text, "picture": _picture, "buttons": _buttons}
