"""The centre itself: what it is called, where it is, when it is open."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from stdnum import iban
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting
from wagtail.models import Orderable

from pages.centre import spoken
from pages.centre.opening import MIDNIGHT, Special, Timetable, Weekly
from pages.wording import WordingField

DEFAULT_COLOUR = "#a3341f"


def check_iban(value):
    """Refuse an account number whose check digits are wrong (ISO 13616)."""
    if not iban.is_valid(value):
        raise ValidationError(_("This is not a valid IBAN. Please compare it with your bank statement."))


def check_days(first, last):
    """Refuse a last day before the first."""
    if first and last and last < first:
        raise ValidationError({"last_day": _("The last day lies before the first day.")})


def check_span(opens, closes):
    """Refuse an end before the beginning; 0:00 as an end is midnight."""
    if opens is not None and closes is not None and closes <= opens and closes != MIDNIGHT:
        raise ValidationError(
            {
                "closes": _(
                    "This is before it opens. Past midnight needs two lines: until 0:00, and from 0:00 on."
                )
            }
        )


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
    street = models.CharField(_("street and number"), max_length=120, blank=True)
    postal_code = models.CharField(_("postal code"), max_length=12, blank=True)
    city = models.CharField(_("city"), max_length=80, blank=True)
    latitude = models.DecimalField(
        _("latitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        help_text=_("For example 52.48721."),
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        help_text=_("For example 13.42503."),
    )
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

    panels = [
        MultiFieldPanel(["name", "claim", "logo", FieldPanel("colour")], _("Who we are")),
        MultiFieldPanel(
            [
                "street",
                FieldRowPanel(["postal_code", "city"]),
                FieldRowPanel(["phone", "mail"]),
                "way",
                FieldRowPanel(["latitude", "longitude"]),
            ],
            _("How to find and reach us"),
        ),
        InlinePanel(
            "closures",
            heading=_("Closed days"),
            label=_("closed days"),
            help_text=_("Typed once, shown with all opening hours."),
        ),
        InlinePanel("footer_links", heading=_("Links in the footer"), label=_("link")),
        InlinePanel("profiles", heading=_("Where else to find us"), label=_("profile")),
        MultiFieldPanel(
            ["carrier", "representative", "register"], _("For the imprint"), classname="collapsed"
        ),
        MultiFieldPanel(
            ["account_holder", "iban", "bank"], _("Account for donations"), classname="collapsed"
        ),
    ]

    class Meta:
        verbose_name = _("name, address, colour, footer")

    def __str__(self):
        return self.name

    def clean(self):
        super().clean()
        self.iban = iban.format(self.iban) if self.iban and iban.is_valid(self.iban) else self.iban


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
    url = models.URLField(_("address"))

    panels = [FieldRowPanel(["name", "url"])]

    class Meta(Orderable.Meta):
        verbose_name = _("profile")

    def __str__(self):
        return self.name


class Weekday(models.IntegerChoices):
    """Days of the week, Monday first (ISO 8601)."""

    MONDAY = 1, _("Monday")
    TUESDAY = 2, _("Tuesday")
    WEDNESDAY = 3, _("Wednesday")
    THURSDAY = 4, _("Thursday")
    FRIDAY = 5, _("Friday")
    SATURDAY = 6, _("Saturday")
    SUNDAY = 7, _("Sunday")


class OpeningHours(ClusterableModel):
    """When one part of the house is open: the house, the office, the café."""

    name = WordingField(_("what is open"), max_length=80, help_text=_("For example: house, office, café."))
    note = WordingField(
        _("note"), blank=True, max_length=160, help_text=_("For example: ring the bell, please.")
    )
    sort_order = models.IntegerField(
        _("order"), default=1, help_text=_("The first one says on the home page whether we are open.")
    )

    panels = [
        "name",
        InlinePanel("times", heading=_("Every week"), label=_("time")),
        InlinePanel(
            "exceptions",
            heading=_("Exceptions"),
            label=_("exception"),
            help_text=_("Other times, or closed, for some days."),
        ),
        "note",
        "sort_order",
    ]

    class Meta:
        ordering = ["sort_order", "pk"]
        verbose_name = _("opening hours")
        verbose_name_plural = _("opening hours")

    def __str__(self):
        return str(self.name)

    def in_short(self):
        """The week in one line."""
        rows = [row for row in self.timetable(()).week() if row.intervals]
        return "; ".join(f"{spoken.days(row)} {strip_tags(spoken.spans(row.intervals))}" for row in rows)

    def timetable(self, closures):
        """When it is open, given the days on which the whole house is closed."""
        return Timetable(
            tuple(time.weekly for time in self.times.all()),
            tuple(exception.special for exception in self.exceptions.all()),
            tuple(closure.special for closure in closures),
        )


class OpeningTime(Orderable):
    """From when to when, on one day of the week. Wall-clock time in the centre's time zone."""

    hours = ParentalKey(OpeningHours, related_name="times")
    weekday = models.IntegerField(_("day"), choices=Weekday.choices)
    opens = models.TimeField(_("from"))
    closes = models.TimeField(_("until"))

    panels = [FieldRowPanel(["weekday", "opens", "closes"])]

    class Meta(Orderable.Meta):
        verbose_name = _("opening time")

    def __str__(self):
        return f"{self.get_weekday_display()} {self.opens:%H:%M}–{self.closes:%H:%M}"

    @property
    def weekly(self):
        return Weekly(self.weekday, self.opens, self.closes)

    def clean(self):
        check_span(self.opens, self.closes)


class OpeningException(Orderable):
    """Some days with other times, or closed."""

    hours = ParentalKey(OpeningHours, related_name="exceptions")
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    opens = models.TimeField(_("from"), null=True, blank=True)
    closes = models.TimeField(_("until"), null=True, blank=True, help_text=_("Both empty: closed."))
    reason = WordingField(_("reason"), blank=True, max_length=120)

    panels = [FieldRowPanel(["first_day", "last_day"]), FieldRowPanel(["opens", "closes"]), "reason"]

    class Meta(Orderable.Meta):
        verbose_name = _("exception")

    def __str__(self):
        return f"{self.first_day} – {self.last_day}"

    @property
    def special(self):
        return Special(self.first_day, self.last_day, self.opens, self.closes, self.reason)

    def clean(self):
        check_days(self.first_day, self.last_day)
        if (self.opens is None) != (self.closes is None):
            raise ValidationError({"closes": _("Please give both times, or none if it is closed.")})
        check_span(self.opens, self.closes)
