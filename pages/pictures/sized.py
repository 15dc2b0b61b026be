"""The files of sized pictures: whose they are, and making those that nobody asked for before."""

import logging

from pages.pictures.models import Picture
from pages.pictures.uses import USES

logger = logging.getLogger(__name__)


def owner(name):
    """The picture that a file belongs to by its name, or None."""
    number = name.partition(".")[0]
    if not (number.isascii() and number.isdigit() and len(number) < 19):
        return None
    return Picture.objects.select_related("collection").filter(pk=number).first()


def find(picture, name):
    """Where the file lies: there already, or made now for one of our uses. None for all else."""
    path = f"images/{name}"
    if picture.file.storage.exists(path):
        return path
    wanted = next((spec for spec in _specs(picture) if picture.sized_name(spec) == name), None)
    try:
        return wanted and _make(picture, wanted)
    except OSError as error:
        logger.error("The file of picture %s cannot be read: %s", picture.pk, error)
        return None


def _specs(picture):
    for use in USES.values():
        if picture.is_svg():
            yield use.drawing(picture)
            continue
        for crop in use.crops(picture.width, picture.height):
            yield from (use.spec(crop, form) for form in [*use.better_formats, use.fallback])


def _make(picture, spec):
    rendition = picture.get_rendition(spec)
    if not rendition.file.storage.exists(rendition.file.name):
        rendition.delete()
        rendition = picture.get_rendition(spec)
    return rendition.file.name
