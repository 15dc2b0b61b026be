"""Sized pictures, found with as few questions to the database as possible."""

from django.core.cache import cache
from django.db.models import prefetch_related_objects

from pages.pictures.models import Picture
from pages.pictures.uses import USES


def sources(picture, name):
    """Attributes of each `<source>` and of the `<img>`; remembered, for they hold until the file changes."""
    version = _version(picture)
    known = cache.get(_key(picture.pk, name))
    if known and known[0] == version:
        return known[1]
    made = _vector(picture, USES[name]) if picture.is_svg() else _raster(picture, USES[name])
    cache.set(_key(picture.pk, name), (version, made))
    return made


def forget(picture_id):
    """Sizes of this picture were removed: look again next time."""
    cache.delete_many([_key(picture_id, name) for name in USES])


def prefetch_pictures(pages, name="card"):
    """Give each page its picture, with the sizes for one use: two queries for any number of pages."""
    pages = [page for page in pages if getattr(page, "picture_id", None)]
    pictures = Picture.objects.in_bulk({page.picture_id for page in pages})
    prefetch_sizes(pictures.values(), name)
    for page in pages:
        page.picture = pictures.get(page.picture_id)


def prefetch_sizes(pictures, name):
    """The sizes of all these pictures for one use: one query, or none where they are remembered."""
    known = cache.get_many([_key(picture.pk, name) for picture in pictures])
    unknown = [each for each in pictures if known.get(_key(each.pk, name), [None])[0] != _version(each)]
    prefetch_related_objects(unknown, "renditions")


def _key(picture_id, name):
    return f"picture-{picture_id}-{name}"


def _version(picture):
    return picture.file_hash, picture.focal_point_x, picture.focal_point_y, picture.focal_point_width


def _vector(picture, use):
    crop = use.crops(picture.width, picture.height)[-1]
    return [], _image(picture.get_renditions(crop)[crop])


def _raster(picture, use):
    crops = use.crops(picture.width, picture.height)
    fallback = f"{crops[len(crops) // 2]}|format-{use.fallback}"
    wanted = {form: [f"{crop}|format-{form}" for crop in crops] for form in ["avif", "webp"]}
    sized = picture.get_renditions(*wanted["avif"], *wanted["webp"], fallback)
    offered = [
        {"type": f"image/{form}", **_choice([sized[spec] for spec in specs], use)}
        for form, specs in wanted.items()
    ]
    return offered, _image(sized[fallback])


def _choice(renditions, use):
    if len(renditions) == 1:
        return {"srcset": renditions[0].url}
    return {"srcset": ", ".join(f"{each.url} {each.width}w" for each in renditions), "sizes": use.sizes}


def _image(rendition):
    return {"src": rendition.url, "width": rendition.width, "height": rendition.height}
