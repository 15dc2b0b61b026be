"""Who may see which sized picture: a private collection keeps its pictures to itself."""

from enum import Enum

from wagtail.models import CollectionViewRestriction
from wagtail.permissions import policy_registry

from pages.pictures.models import Picture, Rendition


class Access(Enum):
    """What a visitor gets, and whether others may get the same answer."""

    PUBLIC = "for everyone"
    PERSONAL = "for this visitor"
    REFUSED = "not for this visitor"


def access(request, name):
    """Access to the sized picture in the file `name`. Where no collection is private, one query settles it.

    Editors who may choose pictures from a private collection see them, else they could not work.
    """
    if not CollectionViewRestriction.objects.exists():
        return Access.PUBLIC
    rendition = Rendition.objects.select_related("image__collection").filter(file=name).first()
    if rendition is None:
        return Access.REFUSED
    restrictions = list(rendition.image.collection.get_view_restrictions())
    if not restrictions:
        return Access.PUBLIC
    may_enter = all(restriction.accept_request(request) for restriction in restrictions)
    if may_enter or _keeps_pictures_there(request.user, rendition.image):
        return Access.PERSONAL
    return Access.REFUSED


def _keeps_pictures_there(user, picture):
    return policy_registry.get_by_type(Picture).user_has_permission_for_instance(user, "choose", picture)
