"""The facts about one centre, and the days on which its whole house is closed."""

from django import forms
from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from stdnum import iban
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting
from wagtail.models import Orderable

from blocks.prepared import Slot, prepared
from pages.centre.checks import check_days, check_iban
from pages.centre.opening import Special
from pages.centre.regions import Region
from pages.numbers import check_phone, degrees
from pages.several import SeveralField
from pages.websites import WebAddressField
from pages.wording import WordingField

DEFAULT_COLOUR = "#a3341f"


def choices_of_languages():
    """All that the site ships, but for its own."""
    return [language for language in settings.LANGUAGES if language[0] != settings.LANGUAGE_CODE]


class Centre(BaseSiteSetting, ClusterableModel):
    """The facts about one centre, typed once and used on every page, in every language."""

    name = models.CharField(_("name"), max_length=120, default="Nachbarschaftshaus")
    claim = WordingField(_("claim"), blank=True, help_text=_("Half a sentence below the name."))
    logo = models.ForeignKey(
        "pictures.Picture", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("logo")
    )
    colour = models.CharField(
        _("main colour"),
        max_length=7,
        default=DEFAULT_COLOUR,
        validators=[RegexValidator(r"^#[0-9a-fA-F]{6}$", _("Please pick a colour, like #a3341f."))],
        help_text=_("Any colour will do: shades that are easy to read are worked out from it."),
    )
    languages = SeveralField(
        _("languages of the website"),
        choices_of_languages,
        help_text=_(
            "Beside its own. What is not translated yet is shown in the original, with a note. "
            "Switched off, a language keeps its texts."
        ),
    )
    street = models.CharField(_("street and number"), max_length=120, blank=True)
    postal_code = models.CharField(_("postal code"), max_length=12, blank=True)
    city = models.CharField(_("city"), max_length=80, blank=True)
    region = models.CharField(
        _("state"),
        max_length=2,
        choices=Region.choices,
        default=Region.BE,
        help_text=_("For its public holidays."),
    )
    latitude = degrees(_("latitude"), 90, _("For example 52.48721."))
    longitude = degrees(_("longitude"), 180, _("For example 13.42503."))
    way = WordingField(
        _("the way here"), blank=True, max_length=400, help_text=_("Nearest stops, lift, parking, entrance.")
    )
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    mail = models.EmailField(_("e-mail"), blank=True)
    carrier = models.CharField(
        _("carrier"),
        max_length=160,
        blank=True,
        help_text=_("The association or company that runs the house."),
    )
    representative = models.CharField(_("represented by"), max_length=160, blank=True)
    register = models.CharField(
        _("register entry"), max_length=160, blank=True, help_text=_("Court and number, for the imprint.")
    )
    account_holder = models.CharField(_("account holder"), max_length=120, blank=True)
    iban = models.CharField(_("IBAN"), max_length=42, blank=True, validators=[check_iban])
    bank = models.CharField(_("bank"), max_length=80, blank=True)

    select_related = ["logo"]
    panels = [
        MultiFieldPanel(
            ["name", "claim", "logo", FieldPanel("colour", widget=forms.TextInput({"type": "color"}))],
            _("Who we are"),
        ),
        MultiFieldPanel(
            [
                "street",
                FieldRowPanel(["postal_code", "city"]),
                "region",
                FieldRowPanel(["phone", "mail"]),
                "way",
                FieldRowPanel(["latitude", "longitude"]),
            ],
            _("How to find and reach us"),
        ),
        "languages",
        InlinePanel(
            "closures",
            heading=_("Closed days"),
            label=_("closed days"),
            help_text=_("Typed once, shown with all opening hours."),
        ),
        InlinePanel("footer_links", heading=_("Links in the footer"), label=_("link"), classname="collapsed"),
        InlinePanel(
            "profiles", heading=_("Where else to find us"), label=_("profile"), classname="collapsed"
        ),
        MultiFieldPanel(
            ["carrier", "representative", "register"], _("For the imprint"), classname="collapsed"
        ),
        MultiFieldPanel(
            ["account_holder", "iban", "bank"], _("Account for donations"), classname="collapsed"
        ),
    ]

    class Meta:
        verbose_name = _("name, address, colour, footer")

    @classmethod
    def for_site(cls, site):
        """Every page asks for it; one that has never been saved is made by Wagtail."""
        known = ask_centre(site=site.pk) if site else []
        return known[0] if known else super().for_site(site)

    def __str__(self):
        return self.name

    @property
    def spoken(self):
        """The codes of the languages that readers can choose, its own first."""
        known = (code for code, _name in settings.LANGUAGES if code in self.languages)
        return [settings.LANGUAGE_CODE, *(code for code in known if code != settings.LANGUAGE_CODE)]

    def clean(self):
        super().clean()
        check_phone(self.phone)
        self.iban = iban.format(self.iban) if self.iban and iban.is_valid(self.iban) else self.iban


@prepared
def ask_centre():
    """The one of a site."""
    return Centre.base_queryset().filter(site=Slot("site", models.IntegerField()))


class Closure(Orderable):
    """Days on which the whole house is closed."""

    centre = ParentalKey(Centre, related_name="closures")
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    reason = WordingField(_("reason"), max_length=120)

    panels = [FieldRowPanel(["first_day", "last_day"]), "reason"]

    class Meta(Orderable.Meta):
        verbose_name = _("closed days")

    def __str__(self):
        return str(self.reason)

    @property
    def special(self):
        return Special(self.first_day, self.last_day, reason=self.reason)

    def clean(self):
        check_days(self.first_day, self.last_day)


class FooterLink(Orderable):
    """A link that stands at the foot of every page."""

    centre = ParentalKey(Centre, related_name="footer_links")
    page = models.ForeignKey("wagtailcore.Page", models.CASCADE, related_name="+", verbose_name=_("page"))
    label = WordingField(_("text"), blank=True, max_length=60, help_text=_("Empty: the title of the page."))

    panels = ["page", "label"]

    class Meta(Orderable.Meta):
        verbose_name = _("footer link")

    def __str__(self):
        return str(self.label) or self.page.title


class Profile(Orderable):
    """Where else the centre can be found. A plain link: nothing is loaded from there."""

    centre = ParentalKey(Centre, related_name="profiles")
    name = models.CharField(_("name"), max_length=40, help_text=_("For example Mastodon or Instagram."))
    url = WebAddressField(_("address"))

    panels = [FieldRowPanel(["name", "url"])]

    class Meta(Orderable.Meta):
        verbose_name = _("profile")

    def __str__(self):
        return self.name
