"""What can be asked in a form."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """How one answers."""

    LINE = "singleline", _("text, one line")
    LINES = "multiline", _("text, several lines")
    MAIL = "email", _("e-mail address")
    PHONE = "phone", _("phone number")
    DATE = "date", _("date")
    NUMBER = "number", _("number")
    ONE_OF = "radio", _("choice: one of several")
    ANY_OF = "checkboxes", _("choice: as many as one likes")
    TICK = "checkbox", _("one box to tick")
    FILE = "file", _("file")


CHOICES = {Kind.ONE_OF, Kind.ANY_OF}


class Meaning(models.TextChoices):
    """What an answer tells of the person who answers, as browsers know it (HTML, autofill)."""

    NOTHING = "", _("something else")
    NAME = "name", _("her or his name")
    GIVEN_NAME = "given-name", _("first name")
    FAMILY_NAME = "family-name", _("last name")
    ORGANISATION = "organization", _("association or company")
    STREET = "street", _("street and number")
    POSTAL_CODE = "postal-code", _("postal code")
    CITY = "address-level2", _("city")
    MAIL = "email", _("her or his e-mail address")
    PHONE = "tel", _("her or his phone number")
    BIRTHDAY = "bday", _("date of birth")


class Purpose(models.TextChoices):
    """What a form is for."""

    CONTACT = "contact", _("to write to us")
    ROOM = "room", _("to ask for a room")
    REGISTRATION = "registration", _("to register for a service")


def autocomplete(kind, meaning):
    """What a browser may fill in by itself; empty: nothing."""
    if kind == Kind.MAIL:
        return "email"
    if kind == Kind.PHONE:
        return "tel"
    if meaning == Meaning.STREET:
        return "street-address" if kind == Kind.LINES else "address-line1"
    return str(meaning)
