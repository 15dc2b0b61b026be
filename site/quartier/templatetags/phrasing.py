"""Words put together in the reader's language; built into every template, with our own `capfirst`."""

from django import template

from pages import phrasing

register = template.Library()

register.filter("capfirst", phrasing.capital)
register.filter("dated", phrasing.dated, expects_localtime=True)
register.filter("listed", phrasing.listed)
register.filter("with_colon", phrasing.with_colon)


@register.filter
def because(words, why):
    """`fällt aus (Krankheit)`."""
    return phrasing.because(words, why)


@register.simple_tag
def comma():
    """What stands between the parts of a list."""
    return phrasing.comma()
