import struct
import zlib
from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw

from pages.pictures.models import File, Picture

FORMS = {"jpg": "JPEG", "heic": "HEIF"}


def drawing(size=(90, 60), form="PNG", mode="RGB", **options):
    """The bytes of a small flat drawing: a sun in the upper left of the paper."""
    out = BytesIO()
    paper(size, mode).save(out, form, **options)
    return out.getvalue()


def paper(size=(90, 60), mode="RGB", colour="orange"):
    made = Image.new("RGB", size, "white")
    ImageDraw.Draw(made).ellipse((size[0] // 4, size[1] // 4, size[0] // 2, size[1] // 2), fill=colour)
    return made.convert(mode)


def film(frames, form="GIF"):
    """The bytes of a picture that moves."""
    first, second = paper((12, 12)), paper((12, 12), colour="blue")
    others = [second, first] * (frames // 2)
    out = BytesIO()
    first.save(out, form, save_all=True, append_images=others, duration=20)
    return out.getvalue()


def huge(width, height):
    """A PNG of a few kilobytes that would fill the memory."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * ((width // 8 + 1) * height), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def snapshot(form="JPEG", **options):
    """A photograph as a phone makes it: lying on its side, with its place and its maker inside."""
    notes = Image.Exif()
    notes[0x0112] = 6
    notes[0x010F] = "Telefon 12"
    notes.get_ifd(0x8825).update({1: "N", 2: (52.0, 30.0, 1.0), 3: "E", 4: (13.0, 24.0, 2.0)})
    return drawing((90, 60), form, exif=notes, **options)


def svg(inner='<rect width="9" height="6"/>', size='viewBox="0 0 9 6"'):
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {size}>'
        f"{inner}</svg>"
    ).encode()


def picture(title="Sommerfest", alt="Menschen tanzen im Hof", size=(90, 60), name="sommerfest.png", **fields):
    """A picture in the collection, with a file of its own."""
    ending = name.rpartition(".")[2]
    content = svg() if ending == "svg" else drawing(size, FORMS.get(ending, ending.upper()))
    made = Picture(title=title, alt=alt, file=ContentFile(content, name=name), **fields)
    made._set_image_file_metadata()
    made.save()
    return made


def document(title="Satzung", name="satzung.pdf", content=b"%PDF-1.7", **fields):
    """A document in the collection, with a file of its own."""
    made = File(title=title, file=ContentFile(content, name=name), **fields)
    made._set_document_file_metadata()
    made.save()
    return made
