"""The people of a partner, as a group of Wagtail's."""

from django.contrib.auth.models import Group
from django.db import models
from wagtail.models import Collection


class PartnerGroup(models.Model):
    """Whose group it is: a partner in all its languages. Kept in step by groups.py, never by hand."""

    partner_key = models.UUIDField(unique=True)
    group = models.OneToOneField(Group, models.CASCADE, related_name="partner_group")
    collection = models.OneToOneField(Collection, models.SET_NULL, null=True, related_name="+")

    def __str__(self):
        return self.group.name
