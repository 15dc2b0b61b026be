"""What is asked when a picture or a document is uploaded."""

from io import BytesIO
from pathlib import PurePath

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from pages.pictures.cleaning import HEAVIEST_DRAWING, clean_drawing, clean_photo
from pages.pictures.models import Consent, File


class PictureFileField(WagtailImageField):
    """A picture file, which leaves this field cleaned, or with a sentence about what is wrong with it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.error_messages |= {
            "invalid_image": _("This file is not a picture, or it is damaged. Please choose another one."),
            "invalid_image_known_format": _(
                "The name of this file says %(extension)s, but inside it is %(image_format)s. "
                "Please save it anew."
            ),
            "file_too_many_pixels": _(
                "This picture has more than %(limit)s million pixels. Please make it smaller."
            )
            % {"limit": self.max_image_pixels // 1_000_000},
            "damaged_drawing": _(
                "This drawing cannot be read safely. Please export it as plain SVG, or as PNG."
            ),
            "heavy_drawing": _("This drawing is too large (%(size)s). Please export it as PNG."),
        }

    def to_python(self, data):
        try:
            upload = super().to_python(data)
        except ValidationError as refusal:
            if refusal.code == "invalid_image" and data.name.lower().endswith(".svg"):
                raise self._refusal("damaged_drawing") from refusal
            raise
        except Exception as damage:
            raise self._refusal("invalid_image") from damage
        if upload:
            self._clean_in_place(upload)
        return upload

    def check_image_pixel_size(self, f):
        """A drawing has no pixels, whatever it says."""
        if f.image.format_name != "svg":
            super().check_image_pixel_size(f)

    def _clean_in_place(self, upload):
        """In place, for the multiple upload keeps the request's file when another field is wrong."""
        is_drawing = upload.image.format_name == "svg"
        if is_drawing and upload.size > HEAVIEST_DRAWING:
            raise self._refusal("heavy_drawing", size=filesizeformat(upload.size))
        upload.seek(0)
        content = upload.read()
        try:
            if is_drawing:
                content = clean_drawing(content)
            else:
                content, form = clean_photo(BytesIO(content), upload.image.format_name)
                if form == "JPEG":
                    upload.name = f"{PurePath(upload.name).stem}.jpg"
        except ValidationError:
            raise
        except Exception as damage:
            raise self._refusal("damaged_drawing" if is_drawing else "invalid_image") from damage
        upload.seek(0)
        upload.file.truncate()
        upload.write(content)
        upload.flush()
        upload.seek(0)
        upload.size = len(content)

    def _refusal(self, code, **params):
        return ValidationError(self.error_messages[code], code=code, params=params)


class PictureForm(BaseImageForm):
    """A picture with what must be known before it is shown."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            plain = self.fields["file"]
            self.fields["file"] = PictureFileField(
                label=plain.label, required=plain.required, widget=plain.widget
            )
        if self.instance.pk is None:
            self._ask_anew()

    def _ask_anew(self):
        """Nobody shall agree by leaving a field as it is; and a file's name is only half a title."""
        self.fields["consent"].choices = [("", _("Please choose")), *Consent.choices]
        self.initial["consent"] = ""
        if self.instance.title:
            self.initial["title"] = PurePath(self.instance.title).stem.replace("_", " ")

    def clean(self):
        """A last day belongs to a consent that was given."""
        data = super().clean()
        if data.get("consent_until") and data.get("consent") != Consent.GIVEN:
            self.add_error(
                "consent_until", _("Only a consent that was given can end. Please leave this empty.")
            )
        return data


class FileForm(BaseDocumentForm):
    """A document with its language; where it is not asked for, as in a multiple upload, the site's own."""

    def __init__(self, *args, user=None, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        self.fields["language"].required = False
        if "translation_of" in self.fields:
            self.fields["translation_of"].queryset = self._originals(user)

    def _originals(self, user):
        """What it can be a translation of: what whoever asks may see, but no translation, and not itself."""
        seen = Q()
        if user:
            actions = ["add", "change", "choose"]
            theirs = self.permission_policy.instances_user_has_any_permission_for(user, actions)
            seen = Q(pk=self.instance.translation_of_id) | Q(pk__in=theirs.values("pk"))
        return File.objects.filter(seen, translation_of=None).exclude(pk=self.instance.pk).order_by("title")

    def clean(self):
        """One document in each language, and no chains."""
        data = super().clean()
        first, language = data.get("translation_of"), data.get("language")
        if not first:
            return data
        others = first.translations.exclude(pk=self.instance.pk)
        if language == first.language or others.filter(language=language).exists():
            self.add_error("translation_of", _("There is that document in this language already."))
        elif self.instance.pk and self.instance.translations.exists():
            self.add_error("translation_of", _("Other documents are translations of this one."))
        return data

    def clean_language(self):
        """Nothing said means what was there before; a new document has the site's own from the start."""
        return self.cleaned_data["language"] or self.instance.language or settings.LANGUAGE_CODE
