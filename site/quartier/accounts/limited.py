"""People who work for a partner and for nobody else here: what is theirs, and what they may read."""

from django.contrib.auth.models import Permission
from django.db.models import Exists, OuterRef
from wagtail.models import Page
from wagtail.permissions import policy_registry

from blocks.closed import closed_paths


def is_limited(user):
    """Whether only the group of a partner lets somebody into the editor's side. Asked once a request."""
    if not hasattr(user, "works_for_a_partner_alone"):
        user.works_for_a_partner_alone = _is_limited(user)
    return user.works_for_a_partner_alone


def _is_limited(user):
    if not user.is_active or user.is_anonymous or user.is_superuser:
        return False
    entry = Permission.objects.filter(content_type__app_label="wagtailadmin", codename="access_admin")
    opens = Exists(entry.filter(group=OuterRef("pk")))
    groups = list(user.groups.annotate(opens=opens).values_list("partner_group", "opens"))
    for_partners = any(partner for partner, _opens in groups)
    otherwise = any(opens for partner, opens in groups if not partner)
    return for_partners and not otherwise and not entry.filter(user=user).exists()


def own_pages(user):
    """The pages that are theirs to change."""
    return policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")


def readable(user):
    """The keys of the pages that they may be shown: those that everybody may read, and their own. A set."""
    closed, hidden, found = closed_paths(), set(), set()
    for key, path, live in Page.objects.order_by("path").values_list("pk", "path", "live"):
        if path[: -Page.steplen] in hidden or not live or path.startswith(closed):
            hidden.add(path)
        else:
            found.add(key)
    return found | set(own_pages(user).values_list("pk", flat=True))
