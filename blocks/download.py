"""Files to take away."""

from django.conf import settings
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock

from blocks.groups import MEDIA
from blocks.together import Together


class DownloadValue(blocks.StructValue):
    """The files, each with the name of its language."""

    @property
    def editions(self):
        """That in the reader's language first: in the place of one that it is a translation of."""
        language = get_language()
        files = [_edition(file, language) for file in self.get("files") or [] if file]
        files = sorted({file.pk: file for file in files}.values(), key=lambda file: file.language != language)
        return [(file, _named(file.language)) for file in files]


def _edition(file, language):
    """The same document in the reader's language, or in its base, or else as it was chosen."""
    wanted = (language, language.partition("-")[0])
    return next((file.editions[code] for code in wanted if code in file.editions), file)


def _named(code):
    """What is known of a language; a code that nobody knows, from an import perhaps, stands for itself."""
    code = code or settings.LANGUAGE_CODE
    try:
        return get_language_info(code)
    except KeyError:
        return {"code": code, "name_local": code, "bidi": False}


class FileBlock(Together, DocumentChooserBlock):
    """A document of the centre, with what it is in other languages."""

    def look_up(self, keys):
        known = self.things().with_editions({key for key in keys if key}) if any(keys) else {}
        return [known.get(key) for key in keys]


class DownloadBlock(blocks.StructBlock):
    """One document in all its languages, with kind and size of each file."""

    title = blocks.CharBlock(label=_("title"), max_length=120)
    about = blocks.CharBlock(label=_("what it is"), required=False, default="", max_length=250)
    files = blocks.ListBlock(
        FileBlock(label=_("file")),
        label=_("files"),
        min_num=1,
        max_num=12,
        help_text=_("The same document in several languages: one after the other."),
    )

    class Meta:
        template = "blocks/download.html"
        icon = "download"
        group = MEDIA
        label = _("Download")
        label_format = "{title}"
        value_class = DownloadValue
        description = _("A document in one or more languages, with kind and size.")

    def get_preview_value(self):
        files = list(get_document_model().objects.order_by("pk")[:2])
        return self.normalize({"title": _("House rules"), "about": _("What we agreed on."), "files": files})
