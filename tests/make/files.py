"""Files as residents send them, and as those send them who mean no good."""

import io
import zipfile

from django.core.files.uploadedfile import SimpleUploadedFile

ODT, DOCX = (
    {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"},
    {"[Content_Types].xml": "<x/>", "word/document.xml": "<x/>"},
)


def archive(**files):
    """The bytes of a zip with these files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as zipped:
        for name, text in files.items():
            zipped.writestr(name, text)
    return made.getvalue()


def upload(name="nachweis.pdf", content=b"%PDF-1.7 Bescheid", kind="application/pdf"):
    return SimpleUploadedFile(name, content, kind)
