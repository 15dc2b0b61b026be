"""What a browser needs to choose the right size of a picture. The sizes are made when asked for."""

from django.core.cache import cache

from pages.pictures.models import Picture
from pages.pictures.uses import USES


def sources(picture, name):
    """Attributes of each `<source>` and of the `<img>` for a use; raises OSError where the file is lost.

    Remembered for a few minutes, and asks no database. The first reader of a page does not wait for pictures
    to be drawn: browsers ask for the few sizes that they need, and `sized.opened` makes those.
    """
    key = f"picture-{picture.pk}-{picture.version}-{name}"
    if known := cache.get(key):
        return known
    if not _is_there(picture.file):
        raise FileNotFoundError(picture.file.name)
    made = _vector(picture, USES[name]) if picture.is_svg() else _raster(picture, USES[name])
    cache.set(key, made)
    return made


def _is_there(file):
    """Whether a reader can hope to see it: also while the store does not answer, for it will again."""
    try:
        return file.storage.exists(file.name)
    except ConnectionError:
        return True


def address(picture, name):
    """Where the picture lies in the size and format that everybody understands."""
    return sources(picture, name)[1]["src"]


def prefetch_pictures(pages):
    """Give each page its picture, where it has not brought it along: one query for any number of pages."""
    pages = [page for page in pages if getattr(page, "picture_id", None)]
    pages = [page for page in pages if not page._meta.get_field("picture").is_cached(page)]
    if not pages:
        return
    pictures = Picture.objects.in_bulk({page.picture_id for page in pages})
    for page in pages:
        page.picture = pictures.get(page.picture_id)


def _vector(picture, use):
    return [], _image(picture, use.drawing(picture))


def _raster(picture, use):
    crops = use.crops(picture.width, picture.height)
    offered = [
        {"type": f"image/{form}", **_choice(picture, [use.spec(crop, form) for crop in crops], use)}
        for form in use.better_formats
    ]
    return offered, _image(picture, use.spec(crops[len(crops) // 2], use.fallback))


def _choice(picture, specs, use):
    if len(specs) == 1:
        return {"srcset": picture.sized_url(specs[0])}
    widths = [(picture.sized_url(spec), picture.size_after(spec)[0]) for spec in specs]
    return {"srcset": ", ".join(f"{url} {width}w" for url, width in widths), "sizes": use.sizes}


def _image(picture, spec):
    width, height = picture.size_after(spec)
    return {"src": picture.sized_url(spec), "width": width, "height": height}
