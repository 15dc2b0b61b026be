"""In which language something is written, for browsers and screen readers: `lang` and `dir`."""

from django import template
from django.utils.html import format_html
from django.utils.translation import get_language

from blocks.blanks import filled
from blocks.reading import TOLD_IN
from pages.wording import direction, marked

register = template.Library()


@register.filter
def speaks(thing, otherwise=""):
    """Attributes for an element with words of a page, a date or a link, or in a language (a code).

    Where they are in the reader's own language, there is nothing to say; `otherwise` is `dir` then, if given.
    """
    language = _language_of(thing)
    if language in ("", get_language()):
        return format_html(' dir="{}"', otherwise) if otherwise else ""
    return _attributes(language)


@register.filter
def titled(page):
    """The title of a page; what it is, while a blank in the title waits to be filled."""
    if title := filled(page.title):
        return marked(title, _language_of(page))
    return str((page if hasattr(page, "called") else page.specific_class).called())


@register.filter
def in_tongue_of(text, thing):
    """Words of a page or of a date, marked where their language is not the reader's."""
    return marked(text, _language_of(thing))


@register.simple_tag(takes_context=True)
def texts(context, stream, thing=None):
    """The bricks of a page or of something else, within an element that tells their language if need be."""
    surrounding = context.get(TOLD_IN, "")
    language = _language_of(thing if thing is not None else context.get("page"))
    html = stream.render_as_block({**context.flatten(), TOLD_IN: language}) if stream else ""
    if language == surrounding or not html.strip():
        return html
    return format_html('<div class="flow"{}>{}</div>', _attributes(language or get_language()), html)


@register.simple_tag(takes_context=True)
def here(context):
    """Attributes for what a brick says by itself, in the reader's language, within a text in another one."""
    return _attributes(get_language()) if context.get(TOLD_IN) else ""


@register.simple_tag(takes_context=True)
def there(context):
    """Attributes for what was typed in the text, within what a brick says by itself."""
    return _attributes(context[TOLD_IN]) if context.get(TOLD_IN) else format_html(' dir="{}"', "auto")


def _language_of(thing):
    """Empty where it is the reader's, or nobody knows."""
    if not thing or isinstance(thing, str):
        return thing or ""
    return getattr(thing, "foreign", getattr(thing, "language", ""))


def _attributes(language):
    return format_html(' lang="{}" dir="{}"', language, direction(language))


@register.filter
def isolated(name):
    """A name within a sentence that is written in another direction, perhaps."""
    return format_html("<bdi>{}</bdi>", name)
