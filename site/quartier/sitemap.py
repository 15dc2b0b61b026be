"""The addresses of all pages that everybody may read, in every language, for search engines."""

from collections import defaultdict
from functools import cached_property

from django.conf import settings
from wagtail.contrib.sitemaps import Sitemap

from quartier.context import House
from quartier.languages.alternates import hreflang
from quartier.search.visible import visible_pages


class HouseSitemap(Sitemap):
    """Wagtail's own one knows one language, and not that the translations of private pages are private.

    A page stands here in the languages that it is written in, each with the addresses of the others.
    """

    def items(self):
        spoken = House.of(self.request).languages
        pages = visible_pages().filter(locale__language_code__in=spoken)
        return pages.select_related("locale").order_by("path")

    def location(self, item):
        parts = item.get_url_parts(self.request)
        return parts and f"{settings.SITE_URL}{parts[2]}"

    @cached_property
    def groups(self):
        """The addresses of each page by language, the original first."""
        groups = defaultdict(dict)
        for page in self.items().order_by("pk"):
            if location := self.location(page):
                groups[page.translation_key][page.locale.language_code] = location
        return groups

    def _urls(self, page, protocol, domain):
        """As Wagtail's, with the other languages. Its template knows them from Django."""
        items = [(each, self.location(each)) for each in self.paginator.page(page).object_list]
        known = [self.lastmod(item) for item, location in items if location]
        if known and None not in known:
            self.latest_lastmod = max(known)
        return [self._url(item, location) for item, location in items if location]

    def _url(self, item, location):
        others = hreflang(self.groups[item.translation_key])
        if item.locale.language_code not in dict(others):
            others = []
        alternates = [{"lang_code": language, "location": url} for language, url in others]
        return {"location": location, "lastmod": self.lastmod(item), "alternates": alternates}
