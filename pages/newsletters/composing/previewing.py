"""An issue in the preview beside its form: as a web page, and as the mail that it becomes."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from blocks.reading import language_of
from pages.newsletters.composing.looks import DARK, LIGHT, answer
from pages.newsletters.composing.writing import compose

LOOKS = {"mail": LIGHT, "mail-dark": DARK}


class PreviewedAsMail:
    """A page that is read in mail programs too."""

    preview_modes = [
        *Page.DEFAULT_PREVIEW_MODES,
        ("mail", _("As a mail")),
        ("mail-dark", _("As a mail, dark")),
    ]

    def serve_preview(self, request, mode_name):
        if mode_name not in LOOKS:
            return super().serve_preview(request, mode_name)
        return answer(compose(self, language_of(self), timezone.now()).html, LOOKS[mode_name])
