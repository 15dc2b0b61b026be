"""Pictures and documents, with what must be known before they are shown."""

from collections import defaultdict
from hashlib import blake2s
from io import BytesIO
from pathlib import PurePosixPath
from typing import ClassVar

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, DocumentQuerySet
from wagtail.documents.models import Document as WagtailDocument
from wagtail.images.models import (
    IMAGE_FORMAT_EXTENSIONS,
    AbstractImage,
    AbstractRendition,
    Filter,
    ImageQuerySet,
)
from wagtail.images.models import Image as WagtailImage

from pages.pictures.drawing import alone
from pages.wording import WordingField


def languages():
    """The languages that the site speaks, as choices; asked late, so that a new one needs no migration."""
    return settings.LANGUAGES


class Consent(models.TextChoices):
    """Whether the people in a picture agreed to be shown."""

    NOT_NEEDED = "not-needed", _("not needed: nobody can be recognised")
    GIVEN = "given", _("given by everyone shown")
    MISSING = "missing", _("still missing")


class PictureQuerySet(ImageQuerySet):
    """Pictures, and questions about them."""

    def needing_consent(self, day):
        """Those whose consent is missing, or ends on `day` or before; the most urgent first."""
        ending = models.Q(consent=Consent.GIVEN, consent_until__lte=day)
        return self.filter(models.Q(consent=Consent.MISSING) | ending).order_by("consent_until", "title")


class Picture(AbstractImage):
    """A picture that knows how to describe itself, who made it, and whether it may be shown."""

    alt = WordingField(
        _("alternative text"),
        blank=True,
        help_text=_("What can be seen, in one sentence? It is read to people who cannot see the picture."),
    )
    credit = models.CharField(
        _("credit"),
        max_length=160,
        blank=True,
        help_text=_("Who took or drew it, and the licence if there is one."),
    )
    consent = models.CharField(
        _("consent of the people shown"),
        max_length=12,
        choices=Consent.choices,
        default=Consent.NOT_NEEDED,
        help_text=_("Can someone be recognised? Then the picture appears only once everyone has agreed."),
    )
    consent_until = models.DateField(
        _("consent ends on"),
        null=True,
        blank=True,
        help_text=_("The last day. Afterwards the picture no longer appears. Empty: it holds for good."),
    )

    objects = PictureQuerySet.as_manager()

    admin_form_fields = (
        "title",
        "file",
        "alt",
        "credit",
        "consent",
        "consent_until",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta(WagtailImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    @property
    def default_alt_text(self):
        return str(self.alt)

    @property
    def may_be_shown(self):
        return self.may_be_shown_on(timezone.localdate())

    def may_be_shown_on(self, day):
        """Whether the people shown agreed, and still do on `day`."""
        if self.consent == Consent.MISSING:
            return False
        return not (self.consent == Consent.GIVEN and self.consent_until and self.consent_until < day)

    def _set_image_file_metadata(self):
        """Wagtail opens the file to measure it, and forgets to close one that is already in its place."""
        super()._set_image_file_metadata()
        if self.file._committed:
            self.file.close()

    @property
    def version(self):
        """Changes with the file and its focal point, so that browsers may keep sized pictures for good."""
        focus = self.focal_point_x, self.focal_point_y, self.focal_point_width, self.focal_point_height
        seen = [self.get_file_hash(), *(round(number) for number in focus if number is not None)]
        return blake2s(repr(seen).encode(), digest_size=4).hexdigest()

    def size_after(self, spec):
        """Width and height in pixels once a filter has cut the picture."""
        width, height = Filter(spec).get_transform(self).size
        return round(width), round(height)

    def sized_url(self, spec):
        return self.file.storage.url(f"images/{self.sized_name(spec)}")

    def sized_name(self, spec):
        """The name of the file that a filter makes: told by picture, version and filter alone."""
        cuts, form = [], "svg" if self.is_svg() else "png"
        for part in spec.split("|"):
            if part.startswith("format-"):
                form = part.removeprefix("format-")
            else:
                cuts.append(part)
        return ".".join([str(self.pk), self.version, *cuts]) + IMAGE_FORMAT_EXTENSIONS[form]

    def create_rendition(self, filter):
        """Drawn once, however many ask for it at the same moment."""
        with alone(self.sized_name(filter.spec)):
            focus = filter.get_cache_key(self)
            made = self.renditions.filter(filter_spec=filter.spec, focal_point_key=focus).first()
            return made or super().create_rendition(filter)

    def generate_rendition_file(self, filter, *, source=None):
        """As Wagtail does, but under our name, and in memory, for Wagtail leaves its temporary file open."""
        made = filter.run(self, BytesIO(), source=source)
        name = PurePosixPath(self.sized_name(filter.spec)).with_suffix(
            IMAGE_FORMAT_EXTENSIONS[made.format_name]
        )
        return ContentFile(made.f.getvalue(), name=str(name))


class Rendition(AbstractRendition):
    """One size and format of a picture."""

    image = models.ForeignKey(Picture, models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = [("image", "filter_spec", "focal_point_key")]


class FileQuerySet(DocumentQuerySet):
    """Documents, and the same ones in other languages."""

    def with_editions(self, keys):
        """Those with these keys, by key, each with its `editions`: a file by language. One query."""
        first = self.filter(pk__in=keys, translation_of__isnull=False).values("translation_of")
        group = models.Q(pk__in=keys) | models.Q(pk__in=first)
        files = self.filter(group | models.Q(translation_of__in=keys) | models.Q(translation_of__in=first))
        editions = defaultdict(dict)
        for file in files:
            editions[file.translation_of_id or file.pk][file.language] = file
            file.editions = editions[file.translation_of_id or file.pk]
        return {file.pk: file for file in files}


class File(AbstractDocument):
    """A file to download, in one language; perhaps the translation of another one."""

    language = models.CharField(
        _("language"), max_length=12, choices=languages, default=settings.LANGUAGE_CODE
    )

    translation_of = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="translations",
        verbose_name=_("translation of"),
        help_text=_("Wherever that document is offered, readers of this language get this one."),
    )

    objects = FileQuerySet.as_manager()
    editions: ClassVar[dict[str, "File"]] = {}

    admin_form_fields = ("title", "file", "language", "translation_of", "collection", "tags")

    class Meta(WagtailDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
