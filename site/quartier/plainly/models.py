"""What the rules found on each published page, so that the report need not read all of them again."""

from django.db import models


class Reading(models.Model):
    """The counts and scores of one page as it is published, by the rules as they were then."""

    page = models.OneToOneField("wagtailcore.Page", models.CASCADE, related_name="reading", primary_key=True)
    errors = models.PositiveIntegerField()
    hints = models.PositiveIntegerField()
    wiener = models.FloatField(null=True)
    lix = models.FloatField(null=True)
    rules = models.CharField(max_length=12)

    wagtail_reference_index_ignore = True

    def __str__(self):
        return f"{self.page_id}: {self.errors} + {self.hints}"
