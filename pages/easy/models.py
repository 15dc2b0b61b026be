"""Words that are explained, and who has read a page to check it."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class GlossaryWord(models.Model):
    """A hard word with its explanation in Leichte Sprache."""

    word = models.CharField(
        _("word"),
        max_length=80,
        unique=True,
        help_text=_("As it is written in the texts: Barriere-Freiheit."),
    )
    explanation = models.TextField(
        _("explanation"),
        max_length=400,
        help_text=_(
            "In short sentences. It stands below the sentence in which a page in Leichte Sprache "
            "uses the word for the first time."
        ),
    )

    panels = ["word", "explanation"]

    class Meta:
        ordering = ["word"]
        verbose_name = _("explained word")
        verbose_name_plural = _("explained words")

    def __str__(self):
        return self.word

    def clean(self):
        self.word, self.explanation = self.word.strip(), " ".join(self.explanation.split())
        same = GlossaryWord.objects.filter(word__iexact=self.word).exclude(pk=self.pk)
        if self.word and same.exists():
            raise ValidationError({"word": _("This word is explained already.")})


class Check(models.Model):
    """That people of the target group have read a page; it holds for the very text that they read."""

    page = models.ForeignKey(Page, models.CASCADE, related_name="+")
    by = models.CharField(_("checked by"), max_length=160)
    on = models.DateField(_("checked on"))
    text = models.CharField(max_length=64, editable=False)
    """The fingerprint of what they read."""

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("check of a text in Leichte Sprache")

    def __str__(self):
        return self.by
