"""Who may read what residents sent: those who answer for the form, if the house trusted them with it.

Wagtail lets everybody read who may edit the page. Here volunteers write pages that others publish, and
partners keep pages of their own; neither should read a stranger's letter.
"""

from wagtail.contrib.forms.utils import get_forms_for_user
from wagtail.models import Page
from wagtail.permissions import policy_registry

PERMISSION = "enquiries.view_submission"


def readable(user, forms):
    """Of these forms those that a user may publish, if she or he has the permission to read."""
    if not user.has_perm(PERMISSION):
        return forms.none()
    published = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "publish")
    return forms.filter(pk__in=published.values("pk"))


def forms_of(user):
    """All forms whose submissions a user may read."""
    return get_forms_for_user(user)
