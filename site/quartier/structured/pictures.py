"""Pictures as other sites may show them."""

from pages.feeds.names import absolute
from pages.pictures.sources import address


def for_sharing(picture) -> str:
    """Where the picture lies in 1200 × 630; nothing where it may not be shown, or its file is lost."""
    if not picture or picture.is_svg() or not picture.may_be_shown:
        return ""
    try:
        return absolute(address(picture, "sharing"))
    except FileNotFoundError:
        return ""
