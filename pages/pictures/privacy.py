"""Who may see a picture: consent must have been given, and a private collection keeps its own to itself."""

from enum import Enum

from wagtail.models import Collection, CollectionViewRestriction
from wagtail.permissions import policy_registry

from blocks.originals import at_or_below
from pages.pictures.models import Picture


class Access(Enum):
    """What a visitor gets, and whether others may get the same answer."""

    PUBLIC = "for everyone"
    PERSONAL = "for this visitor"
    REFUSED = "not for this visitor"


def access(request, picture):
    """Access to the picture in any size. Editors who may choose it always see it: they work with it."""
    restrictions = []
    if CollectionViewRestriction.objects.exists():
        restrictions = list(picture.collection.get_view_restrictions())
    if not restrictions and picture.may_be_shown:
        return Access.PUBLIC
    if picture.may_be_shown and all(restriction.accept_request(request) for restriction in restrictions):
        return Access.PERSONAL
    return Access.PERSONAL if _keeps_pictures_there(request.user, picture) else Access.REFUSED


def _keeps_pictures_there(user, picture):
    return policy_registry.get_by_type(Picture).user_has_permission_for_instance(user, "choose", picture)


def closed_collections() -> set[int]:
    """The keys of those whose pictures not everybody may see. One query, two where there are any."""
    tops = list(CollectionViewRestriction.objects.values_list("collection__path", flat=True))
    return set(Collection.objects.filter(at_or_below(tops)).values_list("pk", flat=True)) if tops else set()
