"""Pages in Leichte Sprache: how they are set, the ways to them, and who has checked them."""

from dataclasses import dataclass

from django import template
from django.utils.safestring import mark_safe
from wagtail.models import Page

from blocks.closed import open_pages
from pages.easy.checking import check_of
from pages.easy.glossary import glossary
from pages.easy.language import EASY, is_easy, speaks_easily
from pages.easy.weaving import woven

register = template.Library()


@dataclass(frozen=True)
class Way:
    """Where the same content is told in the other kind of German."""

    url: str
    title: str
    is_to_easy: bool


@register.tag
def easily(parser, token):
    """Around what a page tells: in Leichte Sprache each sentence gets a line, hard words are explained."""
    told = parser.parse(["endeasily"])
    parser.delete_first_token()
    return Easily(told)


class Easily(template.Node):
    """Set when it is finished, so that nothing a page shows can be forgotten. One query, in this language."""

    def __init__(self, told):
        self.told = told

    def render(self, context):
        html = self.told.render(context)
        return mark_safe(woven(html, glossary(), EASY)) if is_easy() else html  # noqa: S308 (rendered above)


@register.simple_tag
def easy_way(page, languages):
    """From a German page to the same in Leichte Sprache, and back; None where there is only one of them."""
    known = {each.language: each for each in languages}
    here = next((each.language for each in languages if each.current), "")
    goal = known.get({"de": EASY, EASY: "de"}.get(here))
    if goal is None or not isinstance(page, Page) or page.foreign:
        return None
    return Way(goal.url, goal.title, goal.language == EASY) if goal.is_own or speaks_easily(page) else None


@register.simple_tag
def easy_above(page):
    """The nearest page above that has a version in Leichte Sprache, or None. One query."""
    above = Page.objects.ancestor_of(page).values("translation_key")
    versions = Page.objects.live().filter(translation_key__in=above, locale__language_code=EASY)
    return open_pages(versions).order_by("-depth").first()


@register.simple_tag
def own_address(page):
    """The address of a page in its own language, wherever it is read."""
    parts = type(page).get_url_parts(page)
    return parts[2] if parts else ""


@register.simple_tag
def easy_check(page):
    """Who has checked the text of a page as it is shown; None where nobody has. One query."""
    is_text = is_easy() and isinstance(page, Page) and not page.foreign
    return check_of(page) if is_text and hasattr(page, "unread") else None
