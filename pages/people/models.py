"""The people one can turn to: kept once, right everywhere."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from pages.findable import Findable
from pages.numbers import check_phone
from pages.tongues import TonguesField, names_of
from pages.wording import WordingField


class People(models.Manager):
    """Each person comes with her picture: they are shown together."""

    def get_queryset(self):
        return super().get_queryset().select_related("picture")


class Person(Findable, index.Indexed, models.Model):
    """Someone of the centre, with a way to reach them."""

    name = models.CharField(_("name"), max_length=120)
    role = WordingField(_("role"), blank=True, help_text=_("What she or he does here, in a few words."))
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    mail = models.EmailField(_("e-mail"), blank=True)
    languages = TonguesField(_("speaks"))
    office_hours = WordingField(_("when one can be reached"), blank=True)
    picture = models.ForeignKey(
        "pictures.Picture",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
    )

    objects = People()

    panels = ["name", "role", "phone", "mail", "office_hours", "picture", "languages"]
    search_fields = [index.AutocompleteField("name")]

    class Meta:
        base_manager_name = "objects"
        ordering = ["name"]
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def __str__(self):
        return self.name

    @property
    def tongues(self):
        """The languages she or he speaks, in the reader's language."""
        return names_of(self.languages)

    def clean(self):
        super().clean()
        check_phone(self.phone)

    def texts_to_find(self):
        return [", ".join(filter(None, [self.name, str(self.role)]))]
