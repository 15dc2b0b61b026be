"""Who may begin a translation and go on with it: rights on what is made, in the tree of its own language."""

from django.utils.functional import cached_property
from wagtail.models import Page
from wagtail.permissions import policy_registry

from blocks.closed import closed_paths
from quartier.languages.following import HOME
from quartier.languages.states import standings


class Rights:
    """What a user may do about some originals in some languages: as many queries for all as for one."""

    def __init__(self, user, pages, codes):
        self.user, self.pages, self.codes = user, pages, codes
        self.policy = policy_registry.get_by_type(Page)

    def may_work_on(self, page, code, standing):
        """Go on with the translation; where nobody has begun one, begin it."""
        if standing.is_begun:
            return self._may("change", standing.page)
        return self._may_read(page) and all(
            self._may(verb, self._ground(page, code, standing)) for verb in _needed(standing)
        )

    def may_publish(self, page, code, standing):
        return self._may("publish", self._ground(page, code, standing))

    def _may(self, verb, page):
        return self.policy.user_has_permission_for_instance(self.user, verb, page)

    def _may_read(self, page):
        """The first draft says what the original says: it is for those who may know that."""
        return self._may("change", page) or (page.live and not page.path.startswith(self._closed))

    def _ground(self, page, code, standing):
        """What is there already: the page itself, the nearest above it in that language, or the root."""
        above = (self._places.get((self._keys.get(path), code)) for path in _paths_above(page))
        return standing.page or next(filter(None, above), self._root)

    @cached_property
    def _closed(self):
        return closed_paths()

    @cached_property
    def _keys(self):
        """Path to translation key of all that is above the pages."""
        paths = {path for page in self.pages for path in _paths_above(page)}
        return dict(Page.objects.filter(path__in=paths).values_list("path", "translation_key"))

    @cached_property
    def _places(self):
        group = Page.objects.filter(
            translation_key__in=set(self._keys.values()), locale__language_code__in=self.codes
        )
        return {
            (each.translation_key, each.locale.language_code): each for each in group.select_related("locale")
        }

    @cached_property
    def _root(self):
        return Page.get_first_root_node()


def may_work_on(user, page, code) -> bool:
    """The same for one page in one language."""
    return Rights(user, [page], [code]).may_work_on(page, code, standings([page])[page.translation_key][code])


def _needed(standing):
    """Who adds a page and may not change it would stand before a closed form."""
    return ["change"] if standing.page else ["add", "change"]


def _paths_above(page):
    """The paths of the pages above, the nearest first, up to the home page."""
    return [page.path[: depth * page.steplen] for depth in range(page.depth - 1, HOME - 1, -1)]
