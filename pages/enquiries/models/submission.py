"""What somebody wrote, the files that came with it, and how often a stranger has knocked today."""

from datetime import timedelta

from django.contrib.auth.models import Permission
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.forms.models import AbstractFormSubmission

from pages.enquiries.storing import private, random_name


class Submission(AbstractFormSubmission):
    """One filled form. `entries` keeps what was asked at the time, in order, with the answers as words."""

    ticket = models.CharField(max_length=32, unique=True)
    entries = models.JSONField(default=list)
    mail = models.EmailField(_("e-mail"), blank=True)
    about = models.ForeignKey("wagtailcore.Page", models.SET_NULL, null=True, blank=True, related_name="+")
    about_title = models.CharField(_("about"), max_length=255, blank=True)
    consent = models.TextField(_("consent"), blank=True)
    words = models.TextField(help_text="All of it in small letters, for searching.")
    letter = models.ForeignKey("letters.Letter", models.SET_NULL, null=True, related_name="+")
    copy = models.ForeignKey("letters.Letter", models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["-submit_time"]
        default_permissions = ["view"]
        verbose_name = _("submission")
        verbose_name_plural = _("submissions")

    def __str__(self):
        return f"{self.page}, {timezone.localtime(self.submit_time):%d.%m.%Y %H:%M}"

    @classmethod
    def permissions(cls):
        """What may be ticked for a group: to read what was sent."""
        return Permission.objects.filter(content_type__app_label="enquiries", codename="view_submission")

    def get_data(self):
        return {**super().get_data(), "about": self.about_title}

    def deleted_on(self, days):
        """The day on which it deletes itself, by the clock of the house; `days` is how long it is kept."""
        return timezone.localdate(self.submit_time + timedelta(days=days))


class Attachment(models.Model):
    """A file that somebody sent. It lies where no address leads, under a name that nobody can guess."""

    submission = models.ForeignKey(Submission, models.CASCADE, related_name="attachments")
    field = models.CharField(max_length=255)
    name = models.CharField(max_length=160)
    kind = models.CharField(max_length=120)
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    file = models.FileField(storage=private, upload_to=random_name)

    class Meta:
        default_permissions = []
        verbose_name = _("file")

    def __str__(self):
        return self.name


class Knock(models.Model):
    """That someone sent something, by a hash that cannot be turned back and changes every day."""

    sender = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        default_permissions = []
        indexes = [models.Index(fields=["sender", "at"])]

    def __str__(self):
        return f"{self.at:%H:%M}"
