"""The words of the house: which there are, and on which page each is read."""

from django.db import models


class Word(models.Model):
    """A word that some page says; all spellings with one fold are one word."""

    language = models.CharField(max_length=12)
    fold = models.CharField(max_length=60)
    stem = models.CharField(max_length=60)
    tail = models.CharField(max_length=60, blank=True)
    spelling = models.CharField(max_length=120)

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [models.UniqueConstraint(fields=["language", "fold"], name="one_word_per_fold")]
        indexes = [models.Index(fields=["language", "stem"], name="words_by_stem")]

    def __str__(self):
        return self.spelling


class Mention(models.Model):
    """A word stands on a page, in its title or below it."""

    word = models.ForeignKey(Word, models.CASCADE, related_name="mentions", db_index=False)
    page = models.ForeignKey("wagtailcore.Page", models.CASCADE, related_name="+", db_index=False)
    in_title = models.BooleanField()

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "word"], name="one_mention_per_page")]
        indexes = [models.Index(fields=["word", "page", "in_title"], name="mentions_by_word")]

    def __str__(self):
        return f"{self.word_id} @ {self.page_id}"


class PlainText(models.Model):
    """What is read on a page, a line per paragraph: where a search result takes its excerpt from."""

    page = models.OneToOneField(
        "wagtailcore.Page", models.CASCADE, primary_key=True, related_name="plain_text"
    )
    text = models.TextField()

    wagtail_reference_index_ignore = True

    def __str__(self):
        return self.text[:80]
