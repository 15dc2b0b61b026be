"""When each job was done last, so that of several workers one does it; and what the doctor found."""

from django.db import models
from django.utils import timezone


class JobRun(models.Model):
    """One job: when it is due, who is at it, how it went."""

    name = models.CharField(max_length=60, unique=True)
    due_at = models.DateTimeField(default=timezone.now)
    busy_until = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    trouble = models.CharField(max_length=200, blank=True)

    class Meta:
        default_permissions = []

    def __str__(self):
        return self.name


class Examination(models.Model):
    """What the doctor found the last time, in the languages of the editor's side. Only the newest is kept."""

    taken_at = models.DateTimeField(default=timezone.now)
    found = models.JSONField(default=list)
    told = models.JSONField(default=list, help_text="What is broken and has been told by mail already.")

    class Meta:
        default_permissions = []

    def __str__(self):
        return f"{self.taken_at:%Y-%m-%d %H:%M}"
