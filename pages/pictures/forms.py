"""What is asked when a picture or a document is uploaded."""

from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm


class PictureForm(BaseImageForm):
    """A picture with what must be known before it is shown."""


class FileForm(BaseDocumentForm):
    """A document with its language."""
