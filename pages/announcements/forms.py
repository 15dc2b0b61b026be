"""How an announcement is entered: little has to be, and what contradicts itself is said at the field."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from pages.announcements.choices import Kind, Sentence, Shown
from pages.announcements.sentences import SAY_TODAY, sentence_of
from pages.editing import PageForm
from pages.wording import plain

LONGEST = timedelta(days=366)
"""How long something may stand out: what is so for longer belongs on an ordinary page."""

EARLIEST, LATEST = 2000, 2100
"""Years in which an announcement may lie; anything else is a slip of the finger."""

ENDS_BEFORE = _("The end lies before the beginning.")
NEEDS_AN_END = _(
    "Please say until when: what stands on all pages or on the home page, speaks of today, or is an "
    "emergency has to vanish by itself."
)
TOO_LONG = _("At most a year, please. What is so for longer belongs on a page of its own.")
BOTH_LINKS = _("Please choose a page or give an address, not both.")
TWO_BEGINNINGS = _("The schedule of the page says another time. Please give one of them only.")
VANISHES = _("By its schedule the page vanishes before that.")


class AnnouncementForm(PageForm):
    """Takes the standard sentence for a title, and one beginning from either of two fields."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "title" in self.fields and "sentence" in self.fields:
            for name in {"title", "slug"} & self.fields.keys():
                self.fields[name].required = False

    def clean(self):
        cleaned = super().clean()
        if "sentence" not in self.fields:
            return cleaned  # a translation has texts only
        self._take_sentence(cleaned)
        self._agree_on_beginning(cleaned)
        for name in ("starts", "ends"):
            if cleaned.get(name) and not EARLIEST <= cleaned[name].year <= LATEST:
                self.add_error(name, _("Please check the year."))
        if not self.is_deferred_validation:
            self._check_times(cleaned)
            if cleaned.get("link_page") and cleaned.get("link"):
                self.add_error("link", BOTH_LINKS)
        return cleaned

    def _take_sentence(self, cleaned):
        """Nobody has to type what was chosen."""
        if cleaned.get("title") or "title" in self.errors:
            return
        if not cleaned.get("sentence"):
            error = self.fields["title"].error_messages["required"]
            self.add_error("title", ValidationError(error, code="required"))
            return
        self.instance.sentence = Sentence(cleaned["sentence"])
        with override(self.instance.locale.language_code if self.instance.locale_id else None):
            cleaned["title"] = plain(sentence_of(self.instance))

    def _agree_on_beginning(self, cleaned):
        """What was changed last holds: the beginning, or the time at which Wagtail is to publish the page.

        Of what is shown already, that is the time from which this version is to be read.
        """
        if "go_live_at" not in self.fields:
            return
        told, scheduled = (self._new(cleaned, name) for name in ("starts", "go_live_at"))
        starts = cleaned.get("starts")
        begins_later = bool(starts and starts > timezone.now())
        if told and scheduled and begins_later and starts != cleaned.get("go_live_at"):
            self.add_error("starts", TWO_BEGINNINGS)
        elif scheduled and (begins_later or not (self.instance.pk and self.instance.live)):
            cleaned["starts"] = cleaned.get("go_live_at")
        elif told and not scheduled:
            cleaned["go_live_at"] = starts if begins_later else None

    def _new(self, cleaned, name):
        """Whether a moment was changed in the form, which shows no seconds, and the schedule not always."""
        if self.add_prefix(name) not in self.data:
            return False
        before, after = (
            moment and moment.replace(second=0, microsecond=0)
            for moment in (getattr(self.instance, name), cleaned.get(name))
        )
        return before != after

    def _check_times(self, cleaned):
        starts, ends = cleaned.get("starts"), cleaned.get("ends")
        if ends is None:
            has_to_end = self._stands_out(cleaned) or cleaned.get("sentence") in SAY_TODAY
            if has_to_end and "ends" not in self.errors:
                self.add_error("ends", NEEDS_AN_END)
        elif starts and ends <= starts:
            self.add_error("ends", ENDS_BEFORE)
        elif self._stands_out(cleaned) and ends - (starts or timezone.now()) > LONGEST:
            self.add_error("ends", TOO_LONG)
        elif cleaned.get("expire_at") and cleaned["expire_at"] < ends:
            self.add_error("ends", VANISHES)

    def _stands_out(self, cleaned):
        return cleaned.get("shown") in (Shown.EVERYWHERE, Shown.HOME) or cleaned.get("kind") == Kind.EMERGENCY
