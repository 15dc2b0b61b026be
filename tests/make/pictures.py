from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw

from pages.pictures.models import Picture


def drawing(size=(90, 60), form="PNG", mode="RGB", **options):
    """The bytes of a small flat drawing: a sun on paper."""
    paper = Image.new(mode, size, "white")
    ImageDraw.Draw(paper).ellipse((size[0] // 4, size[1] // 4, size[0] // 2, size[1] // 2), fill="orange")
    out = BytesIO()
    paper.save(out, form, **options)
    return out.getvalue()


def picture(title="Sommerfest", alt="Menschen tanzen im Hof", size=(90, 60), name="sommerfest.png", **fields):
    """A picture in the collection, with a file of its own."""
    form = {"jpg": "JPEG"}.get(name.rsplit(".", 1)[-1], name.rsplit(".", 1)[-1].upper())
    made = Picture(title=title, alt=alt, file=ContentFile(drawing(size, form), name=name), **fields)
    made._set_image_file_metadata()
    made.save()
    return made
