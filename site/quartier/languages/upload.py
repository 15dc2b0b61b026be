"""What comes from outside into a translation: checked before wagtail-localize takes it in."""

import polib
from django.core.exceptions import FieldDoesNotExist
from django.db.models import CharField
from django.shortcuts import get_object_or_404, redirect
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request
from wagtail_localize.models import Translation
from wagtail_localize.views.edit_translation import upload_pofile

LARGEST = 5 * 1024 * 1024
OF_A_TRANSLATION = "X-WagtailLocalize-TranslationID"


@method_decorator(require_POST, name="dispatch")
class UploadView(View):
    """Takes in a PO file that we gave out; of any other it says what is wrong."""

    def post(self, request, translation_id):
        translation = get_object_or_404(Translation, pk=translation_id)
        if fault := self.fault(request.FILES.get("file"), translation.source.specific_content_type):
            messages.error(request, fault)
            return redirect(get_valid_next_url_from_request(request) or "wagtailadmin_home")
        return upload_pofile(request, translation_id)

    def fault(self, file, kind):
        if file is None:
            return _("Please choose a PO file first.")
        if file.size > LARGEST:
            return _("This file is too large for a PO file.")
        try:
            po = polib.pofile(_opened(file))
        except (OSError, ValueError, UnicodeError):
            return _("This is not a PO file, or it is damaged.")
        if OF_A_TRANSLATION not in po.metadata:
            return _(
                "This PO file is not of a page of this site. Please use the one that was downloaded here."
            )
        return _too_long(po, kind.model_class())


def _too_long(po, model):
    """The first entry for which the page has no room: it would hold up the whole page."""
    for entry in po:
        field = _field(model, entry.msgctxt or "")
        if isinstance(field, CharField) and field.max_length and len(entry.msgstr) > field.max_length:
            return _(
                "Nothing was taken in: “%(field)s” has %(number)d characters in this file, "
                "and there is room for %(most)d."
            ) % {"field": field.verbose_name, "number": len(entry.msgstr), "most": field.max_length}
    return ""


def _field(model, name):
    try:
        return model._meta.get_field(name)
    except FieldDoesNotExist:
        return None


def _opened(file):
    """Its words; never its name, which polib would open."""
    text = file.read().decode("utf-8-sig")
    file.seek(0)
    if "\n" not in text or "\0" in text:
        raise ValueError("no lines")
    return text
