"""The form of an issue: a new one has already written itself."""

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pages.editing import PageForm
from pages.latin import address
from pages.newsletters.beginning import begin

BACKWARDS = _("This day is before the first one.")
TOO_LONG = _("More than a year is too much for one issue.")
LONGEST = 366


class NewsletterForm(PageForm):
    """Proposes what could go in while nothing was sent; asks for a period that one can go through."""

    def __init__(self, data=None, files=None, *args, instance=None, parent_page=None, **kwargs):
        if data is None and instance is not None and instance.pk is None and not instance.title:
            begin(instance, parent_page.specific, timezone.now())
            instance.slug = address(instance.title, instance.locale.language_code)
        super().__init__(data, files, *args, instance=instance, parent_page=parent_page, **kwargs)

    def clean(self):
        cleaned = super().clean()
        first, last = cleaned.get("first_day"), cleaned.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", ValidationError(BACKWARDS))
        elif first and last and (last - first).days > LONGEST:
            self.add_error("last_day", ValidationError(TOO_LONG))
        return cleaned
