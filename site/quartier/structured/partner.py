"""Who works with the centre, or pays for a part of it."""

from pages.feeds.names import absolute
from pages.pictures.sources import address as picture_address
from quartier.structured.plain import told_of, without_gaps


def partner(page, house):
    said = told_of(page, "Organization", "partner")
    own = {"url": page.website or said["url"], "mainEntityOfPage": said["url"]}
    return without_gaps({**said, **own, "telephone": page.phone, "logo": _logo(page.logo)})


def named(page, link):
    """A partner on the page of another thing: as little as tells them apart."""
    said = told_of(page, "Organization", "partner")
    return without_gaps({**said, "url": link or said["url"], "description": ""})


def _logo(picture):
    if not picture or not picture.may_be_shown:
        return ""
    try:
        return absolute(picture_address(picture, "logo"))
    except OSError:
        return ""
