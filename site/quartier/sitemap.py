"""The addresses of all pages that everybody may read, in every language, for search engines."""

from wagtail.contrib.sitemaps import Sitemap

from quartier.search.visible import visible_pages


class HouseSitemap(Sitemap):
    """Wagtail's own one knows one language, and not that the translations of private pages are private."""

    def items(self):
        return visible_pages().select_related("locale").order_by("path")
