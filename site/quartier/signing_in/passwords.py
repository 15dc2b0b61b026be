"""What a password may not be, beyond Django's own rules. No rule asks for digits or signs (ASVS 5.0, 6.2)."""

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext as _

from pages.centre.models import Centre

LONGEST = 128
SHORTEST_NAME = 5


class NotTooLong:
    """A limit far above what anybody types, so that nobody has the machine count for hours."""

    def validate(self, password, user=None):
        if len(password) > LONGEST:
            raise ValidationError(self.get_help_text(), code="password_too_long")

    def get_help_text(self):
        return _("Your password may have up to %(number)d characters. A whole sentence is a good one.") % {
            "number": LONGEST
        }


class NotTheHouse:
    """The name of the centre is what others would try first."""

    def validate(self, password, user=None):
        plain = slugify(password).replace("-", "")
        if any(name in plain and len(plain) < len(name) + 8 for name in _names()):
            raise ValidationError(
                _("This is too close to the name of the centre."), code="password_the_house"
            )

    def get_help_text(self):
        return _("Your password can’t be the name of the centre with little added.")


def _names():
    """The names of the centre and their longer words, in small letters."""
    yield "quartier"
    for name in Centre.objects.values_list("name", flat=True):
        for part in (name, *name.split()):
            plain = slugify(part).replace("-", "")
            if len(plain) >= SHORTEST_NAME:
                yield plain
