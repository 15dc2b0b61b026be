"""How a page is found by its address, who may read it, and what is brought in with it."""

from typing import ClassVar

from django import shortcuts
from django.db.models import CharField, IntegerField
from django.http import Http404
from django.utils.functional import cached_property
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from blocks.closed import restrictions
from blocks.originals import of_original
from blocks.prepared import Slot, prepared
from blocks.reading import lend
from blocks.together import fetch_together

DEEPEST = 63
"""The depth of the deepest page there can be: four of the 255 characters of a path for each step."""


class Served:
    """Wagtail asks for each page on the way, then for each kind of brick. Here all of them come together."""

    along: ClassVar[tuple[str, ...]] = ("picture",)
    """What a page points to, fetched in the same query as the page."""

    @classmethod
    def answers(cls, names) -> bool:
        """Whether a page of this kind itself answers what stands below its address."""
        return cls.route is not Served.route

    foreign = ""
    """The language of its texts, where they are not in the reader's own."""

    @cached_property
    def original(self):
        """The page whose facts hold for all translations: this one, unless it is one of them."""
        group = type(self).objects.filter(translation_key=self.translation_key).order_by("pk")
        first = getattr(self, "first", None) or group.values_list("pk", flat=True).first() or self.pk
        if first == self.pk:
            return self
        return group.select_related("locale", *self.along).get(pk=first)

    def get_template(self, request, *args, **kwargs):
        return f"pages/{super().get_template(request, *args, **kwargs)}"

    def get_context(self, request, *args, **kwargs):
        fields = [field.name for field in self._meta.fields if isinstance(field, StreamField)]
        fetched = fetch_together([getattr(self, name) for name in fields])
        return {**super().get_context(request, *args, **kwargs), "fetched": fetched.get(Page, {})}

    def make_preview_request(self, *args, **kwargs):
        """A translation is previewed as it will be read: with the facts of its original."""
        if self.pk and self.original.pk != self.pk:
            lend(self.original, self)
        return super().make_preview_request(*args, **kwargs)

    def get_view_restrictions(self):
        return restrictions(self)

    def serve_password_required_response(self, request, form, action_url):
        words = {"form": form, "action_url": action_url}  # and nothing of the page itself
        return shortcuts.render(request, "wagtailcore/password_required.html", words)

    def route(self, request, path_components):
        """The published page at the end of this way, with its picture and its original: two queries.

        However long the way is.

        A kind of page that has addresses of its own below it decides itself.
        """
        if not path_components:
            return super().route(request, path_components)
        way = _pages_on(self, path_components)
        page = self
        for place, name in enumerate(path_components):
            above, page = page, way.get((page.path, name))
            if page is None:
                raise Http404
            page._cached_parent_obj = above
            rest, kind = path_components[place + 1 :], page.specific_class
            if not issubclass(kind or Page, Served) or kind.answers(rest):
                return page.specific.route(request, rest)
        if not page.live:
            raise Http404
        both = {each.pk: each for each in ask_pages(kind, pk=page.pk, first=page.first)}
        found = both[page.pk]
        found._cached_parent_obj, found.first = page._cached_parent_obj, page.first
        if page.first in both:
            found.original = both[page.first]
        return RouteResult(found)


def _pages_on(page, names):
    """Pages below `page` with these names, by the place that they stand at: (path of the one above, name)."""
    names = names[: DEEPEST - page.depth]
    slugs = {f"slug{place}": name for place, name in enumerate(names)}
    found = ask_way(page.depth, len(names), path=page.path, **slugs)
    return {(each.path[: -each.steplen], each.slug): each for each in found}


@prepared
def ask_pages(kind):
    """A page and its original, with all that they are shown with."""
    both = [Slot("pk", IntegerField()), Slot("first", IntegerField())]
    return kind.objects.select_related("locale", *kind.along).filter(id__in=both)


@prepared
def ask_way(depth, names):
    """What has one of these names at one of these depths below a page."""
    found = Page.objects.filter(path__startswith=Slot("path", CharField()))
    found = found.filter(slug__in=[Slot(f"slug{place}", CharField()) for place in range(names)])
    found = found.filter(depth__in=range(depth + 1, depth + names + 1))
    return found.annotate(first=of_original("pk"))
