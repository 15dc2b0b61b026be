"""How a page is found by its address, who may read it, and what is brought in with it."""

from typing import ClassVar

from django import shortcuts
from django.http import Http404
from django.utils.functional import cached_property
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from blocks.closed import restrictions
from blocks.originals import of_original
from blocks.reading import lend
from blocks.together import fetch_together


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
        """The published page at the end of this way, with its picture: two queries, however long the way.

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
        found = kind.objects.select_related("locale", *kind.along).get(pk=page.pk)
        found._cached_parent_obj, found.first = page._cached_parent_obj, page.first
        return RouteResult(found)


def _pages_on(page, names):
    """Pages below `page` with these names, by the place that they stand at: (path of the one above, name)."""
    depths = range(page.depth + 1, page.depth + len(names) + 1)
    found = Page.objects.descendant_of(page).filter(slug__in=names, depth__in=depths)
    found = found.annotate(first=of_original("pk"))
    return {(each.path[: -each.steplen], each.slug): each for each in found}
