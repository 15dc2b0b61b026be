"""Mail addresses and phone numbers, as links."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from blocks.links import digits

register = template.Library()


@register.simple_tag
def mail_link(address):
    """A mail address that people and screen readers read as usual, and that simple harvesters overlook."""
    if not address:
        return ""
    name, _at, host = address.rpartition("@")
    return format_html(
        '<a class="isolated" dir="ltr" href="{}">{}<wbr>{}</a>',
        _veiled(f"mailto:{address}"),
        _veiled(name),
        _veiled(f"@{host}"),
    )


@register.simple_tag
def phone_link(number):
    """A phone number to tap on; as plain text where there is nothing to dial."""
    if len(digits(number or "")) < 3:
        return number or ""
    return format_html('<a class="isolated" dir="ltr" href="tel:{}">{}</a>', digits(number), number)


def _veiled(text):
    """Every character as its number: harmless in any place of a document."""
    return mark_safe("".join(f"&#{ord(char)};" for char in text))  # noqa: S308 (digits and signs only)
