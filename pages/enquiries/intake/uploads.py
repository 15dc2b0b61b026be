"""What may be sent along: known by its content, whatever its name says."""

import hashlib
import re
import zipfile
from pathlib import PurePosixPath

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

MEGABYTE = 1024 * 1024
LARGEST, LARGEST_POST = 10 * MEGABYTE, 12 * MEGABYTE
ENDINGS = ("pdf", "jpg", "jpeg", "png", "odt", "docx", "txt")
KINDS = {
    "pdf": "application/pdf",
    "jpg": "image/jpeg",
    "png": "image/png",
    "odt": "application/vnd.oasis.opendocument.text",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "txt": "text/plain; charset=utf-8",
}
UNWANTED = re.compile(r"[^\w .()+-]")
TOO_LARGE = _("This file is larger than 10 MB. Please choose a smaller one.")
UNKNOWN = _("Please choose a PDF, a picture (JPG or PNG), a text document (ODT or DOCX) or a plain text.")


def check(file):
    """Refuse what is too large, or not what we take. Raises ValidationError."""
    if file.size > LARGEST:
        raise ValidationError(TOO_LARGE)
    if kind_of(file) is None:
        raise ValidationError(UNKNOWN)


def kind_of(file):
    """The ending that a file should have by its content; None if it is not among those we take."""
    file.seek(0)
    start = file.read(1024)
    if start.startswith(b"%PDF-"):
        return "pdf"
    if start.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if start.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if start.startswith(b"PK\x03\x04"):
        return _document(file)
    return "txt" if _is_plain(file) else None


def digest(file):
    """SHA-256 of the content."""
    file.seek(0)
    return hashlib.file_digest(file, "sha256").hexdigest()


def safe_name(name, ending):
    """What the sender called it, in signs that are harmless anywhere, with the ending that is true."""
    stem = PurePosixPath(str(name).replace("\\", "/")).name
    stem = UNWANTED.sub("_", stem.rpartition(".")[0] or stem).strip(" ._")[:100]
    return f"{stem or 'datei'}.{ending}"


def _document(file):
    """ODT and DOCX are archives; only their tables of contents are read. Those with macros are refused."""
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as archive:
            names = set(archive.namelist())
            if any("vbaproject" in name.lower() or name.startswith("Basic/") for name in names):
                return None
            if "word/document.xml" in names and "[Content_Types].xml" in names:
                return "docx"
            if "content.xml" in names and "mimetype" in names:
                with archive.open("mimetype") as kind:
                    return "odt" if kind.read(100).strip() == KINDS["odt"].encode() else None
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        NotImplementedError,
        RuntimeError,
        ValueError,
        OSError,
        EOFError,
    ):
        return None
    return None


def _is_plain(file):
    file.seek(0)
    content = file.read(LARGEST + 1)
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return False
    return not any(char < " " and char not in "\t\r\n\f" for char in text)
