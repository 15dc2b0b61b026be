"""Small words that all kinds share."""

from pages.feeds.names import absolute
from pages.services.export.plain import without_gaps
from quartier.templatetags.prose import filled


def told_of(page, kind, name):
    """What every kind begins with; `#name` behind the page's address is the thing that it tells of."""
    url = absolute(page.url or "")
    return {
        "@type": kind,
        "@id": f"{url}#{name}",
        "url": url,
        "name": said(filled(page.title), page.foreign),
        "description": said(filled(page.summary), page.foreign),
    }


def said(text, language):
    """A text; with its language where that is not the one of the page around (JSON-LD 1.1, 4.2.4)."""
    return {"@value": text, "@language": language} if text and language else text


def address(street, postal_code, city):
    said = {"streetAddress": street, "postalCode": postal_code, "addressLocality": city}
    return without_gaps({"@type": "PostalAddress", **said}) if any(said.values()) else None
