"""Uploaded pictures, made harmless: nothing hidden in them, nothing private, nothing larger than needed."""

import re
from io import BytesIO
from xml.etree import ElementTree

from defusedxml import ElementTree as SafeElementTree
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageCms, ImageOps
from py_svg_hush import filter_svg
from willow.svg import SvgWrapper

from pages.pictures.encoding import SPEED

LONGEST_SIDE = 3200
"""Pixels of an original; the widest use needs 1920."""
DRAWING_SIDE = 1200
"""Pixels that a drawing says it has; it is sharp at any size."""
HEAVIEST_DRAWING = 500_000
"""Bytes of an SVG file, which reaches readers as it is."""

READ_AS = {"jpeg": ("JPEG", "MPO"), "heic": ("HEIF",)}
WRITTEN_AS = {"MPO": "JPEG", "HEIF": "JPEG"}
QUALITY = {"JPEG": {"quality": 92}, "WEBP": {"quality": 92}, "AVIF": {"quality": 85, "speed": SPEED}}

SVG = "http://www.w3.org/2000/svg"
MOVING = {f"{{{SVG}}}{name}" for name in ("animate", "animateMotion", "animateTransform", "set")}
ElementTree.register_namespace("", SVG)


class MovingPictureError(ValidationError):
    """A picture that would move before the eyes of readers."""

    def __init__(self):
        super().__init__(
            _("This picture moves. Please choose one that stands still, or show it as a video."),
            code="moving",
        )


def clean_photo(file, form):
    """The same picture upright, in sRGB and at a sensible size, without its notes on who, when and where.

    Written anew, so that nothing hidden behind the pixels survives. Returns bytes and Pillow's name of their
    format; HEIC becomes JPEG. Raises OSError and others where the file is damaged.
    """
    with Image.open(file, formats=READ_AS.get(form, (form.upper(),))) as photo:
        written_as = WRITTEN_AS.get(photo.format, photo.format)
        if written_as == photo.format and getattr(photo, "is_animated", False):
            raise MovingPictureError
        photo.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        photo.load()
        ImageOps.exif_transpose(photo, in_place=True)
        plain = _in_usual_colours(photo)
        how = {"quality": "keep"} if plain.format == "JPEG" else QUALITY.get(written_as, {})
        plain.info = {name: value for name, value in plain.info.items() if name == "transparency"}
        out = BytesIO()
        plain.save(out, written_as, **how)
    return out.getvalue(), written_as


def _in_usual_colours(photo):
    """In sRGB, so that no size of it must carry a colour profile."""
    profile = photo.info.get("icc_profile")
    if profile and photo.mode in ("RGB", "RGBA", "CMYK"):
        meant = "RGBA" if photo.mode == "RGBA" else "RGB"
        try:
            return ImageCms.profileToProfile(
                photo,
                ImageCms.ImageCmsProfile(BytesIO(profile)),
                ImageCms.createProfile("sRGB"),
                outputMode=meant,
            )
        except (ImageCms.PyCMSError, OSError):
            pass  # a damaged profile says nothing about the picture
    if photo.mode.startswith("I;16"):
        return photo.convert("I").point(lambda value: value / 256).convert("L")
    return photo if photo.mode in ("1", "L", "LA", "P", "RGB", "RGBA") else photo.convert("RGB")


def clean_drawing(data):
    """The same SVG without scripts, references to elsewhere and motion, and with a size of its own.

    Raises ValueError, ParseError and others for anything that is no readable SVG.
    """
    root = SafeElementTree.fromstring(data, forbid_dtd=False, forbid_entities=True, forbid_external=True)
    if root.tag != f"{{{SVG}}}svg":
        raise ValueError(f"The outermost element is {root.tag}")
    for parent in root.iter():
        for child in [child for child in parent if child.tag in MOVING]:
            parent.remove(child)
        _stay_at_home(parent)
    size = SvgWrapper(ElementTree.ElementTree(root))
    scale = DRAWING_SIDE / max(size.width, size.height)
    root.set("viewBox", " ".join(f"{number:.10g}" for number in size.view_box))
    root.set("width", str(max(1, round(size.width * scale))))
    root.set("height", str(max(1, round(size.height * scale))))
    return filter_svg(ElementTree.tostring(root, "utf-8"), {"image": ["png", "jpeg", "webp"]})


def _stay_at_home(element):
    """References may only lead to the drawing itself, or to a picture inside it."""
    for name, value in list(element.attrib.items()):
        is_link = name.rpartition("}")[2] in ("href", "src")
        if is_link and not value.strip().startswith(("#", "data:image/")):
            del element.attrib[name]
        elif not is_link:
            element.set(name, _without_addresses(value))
    if element.tag == f"{{{SVG}}}style":
        element.text = _without_addresses("".join(element.itertext()))


def _without_addresses(css):
    css = re.sub(r"@import[^;]*;?", "", css, flags=re.IGNORECASE)
    return re.sub(r"url\(\s*['\"]?(?!#|data:image/|['\"#\s])[^)]*\)", "none", css, flags=re.IGNORECASE)
