"""What signing in remembers: failed tries, passwords typed by others, who is in. No address of any device."""

from django.conf import settings
from django.db import models


class Tries(models.Model):
    """How often somebody was wrong of late, and how long to wait. A keyed hash stands for who it was."""

    key = models.CharField(max_length=64, unique=True)
    count = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField(db_index=True)
    until = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"{self.count} tries"


class GivenPassword(models.Model):
    """The present password of somebody was typed by somebody else, who may know it."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"given to {self.user_id}"


class Presence(models.Model):
    """Somebody is signed in in a browser, since when, and when last seen there."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    session_key = models.CharField(max_length=40, db_index=True)
    browser = models.CharField(max_length=60, blank=True)
    began_at = models.DateTimeField()
    seen_at = models.DateTimeField()

    class Meta:
        ordering = ["-seen_at"]
        default_permissions = ()

    def __str__(self):
        return self.browser
