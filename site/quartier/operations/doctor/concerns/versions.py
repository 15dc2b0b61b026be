"""How long what the site stands on is still mended by its makers."""

import platform
import sys
from datetime import date, timedelta

import django
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from quartier.operations.doctor.finding import broken, good, look

PYTHON = {
    (3, 11): date(2027, 10, 31),
    (3, 12): date(2028, 10, 31),
    (3, 13): date(2029, 10, 31),
    (3, 14): date(2030, 10, 31),
}
DJANGO = {(5, 2): date(2028, 4, 30)}
"""Their last day, as python.org and djangoproject.com have announced it."""

AHEAD = timedelta(days=180)
UPDATE = _("Plan the update: after that day nobody mends what is found to be unsafe.")


def look_at(patience):
    today = timezone.localdate()
    yield supported(f"Python {platform.python_version()}", PYTHON.get(sys.version_info[:2]), today)
    yield supported(f"Django {django.get_version()}", DJANGO.get(django.VERSION[:2]), today)


def supported(name, end, today):
    if end is None:
        return good(_("{name} is newer than what is written down here."), name=name)
    values = {"name": name, "month": f"{end:%m/%Y}"}
    if end < today:
        return broken(_("{name} has not been mended since {month}."), UPDATE, **values)
    says = _("{name} is mended until {month}.")
    return look(says, UPDATE, **values) if end - today < AHEAD else good(says, **values)
