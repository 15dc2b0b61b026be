"""A short mail when something of an account has changed: if it was somebody else, it is noticed."""

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.users.models import UserProfile

from pages.centre.models import Centre
from pages.letters import outbox

CHANGES = {
    "password": _("Your password for the website was changed."),
    "address": _("The e-mail address of your account on the website was changed."),
    "factor_added": _("A second key was added to your account on the website."),
    "factor_removed": _("A second key was removed from your account on the website."),
    "factor_reset": _("An administrator has removed all second keys of your account on the website."),
    "codes": _("New emergency codes were made for your account on the website. The old ones no longer work."),
    "wrong_codes": _(
        "Somebody typed your password for the website, and then several wrong codes. If that was not you, "
        "please change your password: somebody knows it."
    ),
}


def tell(user, change, to=None):
    """Put the mail into the outbox; nothing where the account has no address."""
    if not (address := to or user.email):
        return
    centre = Centre.objects.first()
    with override(UserProfile.get_for_user(user).get_preferred_language()):
        words = {
            "name": user.get_full_name() or user.get_username(),
            "change": CHANGES[change],
            "centre": centre.name if centre else settings.WAGTAIL_SITE_NAME,
            "address": settings.SITE_URL + reverse("mfa_index"),
        }
        subject = render_to_string("emails/signing_in/changed.subject.txt", words)
        text = render_to_string("emails/signing_in/changed.txt", words)
    outbox.put(address, subject.strip(), text, is_automatic=True, may_fail=True)
    outbox.hurry()
