"""Once a day the doctor comes by itself, and tells the administrators by mail what has broken."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Site

from pages.letters import outbox
from quartier.operations.doctor.every import CONCERNS
from quartier.operations.doctor.examining import examine
from quartier.operations.doctor.keeping import broken, in_own, keep

PATIENCE = 60
"""Seconds for one concern: at night nobody waits."""


def see(concerns=None):
    tell(keep(examine(CONCERNS if concerns is None else concerns, PATIENCE)))


def tell(examination):
    """Each administrator gets one mail when something new is broken, and none until that has changed."""
    rows = broken(examination)
    names = sorted({f"{row['concern']}: {row['name']}" for row in rows})
    is_new = set(names) - set(examination.told)
    with transaction.atomic():
        if is_new:
            for address in administrators():
                outbox.put(address, *_letter(rows), is_automatic=True)
        examination.told = names
        examination.save()
    if is_new:
        outbox.hurry()


def administrators():
    """The addresses of those who may do everything."""
    people = get_user_model().objects.filter(is_active=True, is_superuser=True).exclude(email="")
    return people.order_by("pk").values_list("email", flat=True).distinct()


def _letter(rows):
    """In the house's own language: subject and text."""
    language = settings.LANGUAGE_CODE
    with override(language):
        site = Site.objects.filter(is_default_site=True).first()
        words = "\n\n".join(_told(row, language) for row in rows)
        ends = _("More about it: {address}").format(address=f"{settings.SITE_URL}{reverse('doctor')}")
        once = _("You get this mail once; the next one comes when something else breaks.")
        name = site.site_name if site and site.site_name else settings.SITE_URL
        return _("Something is broken: {name}").format(name=name), f"{words}\n\n{ends}\n\n{once}\n"


def _told(row, language):
    return "\n".join(filter(None, [in_own(row["says"], language), in_own(row["do"], language)]))
