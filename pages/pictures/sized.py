"""The files of sized pictures: whose they are, and making those that nobody asked for before."""

import logging
from contextlib import suppress

from wagtail.images.models import Filter

from pages.outage import cause_of
from pages.pictures.models import Picture
from pages.pictures.uses import USES

logger = logging.getLogger(__name__)


def owner(name):
    """The picture that a file belongs to by its name, or None."""
    number = name.partition(".")[0]
    if not (number.isascii() and number.isdigit() and len(number) < 19):
        return None
    return Picture.objects.select_related("collection").filter(pk=number).first()


def opened(picture, name):
    """The file, open to be read: it lies there, or is made now for one of our uses. None for all else.

    Raises OSError where the store of files does not answer (ConnectionError), or the disk takes nothing.
    """
    storage, path = picture.file.storage, f"images/{name}"
    with suppress(FileNotFoundError):
        return storage.open(path)
    wanted = next((spec for spec in _specs(picture) if picture.sized_name(spec) == name), None)
    try:
        return wanted and storage.open(_make(picture, wanted))
    except OSError as error:
        if isinstance(error, ConnectionError) or cause_of(error):
            raise
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
    """Its name in the storage. A size that is known, but whose file was lost, is drawn again."""
    file = picture.get_rendition(spec).file
    if file.storage.exists(file.name):
        return file.name
    return file.storage.save(file.name, picture.generate_rendition_file(Filter(spec)))
