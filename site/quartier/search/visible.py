"""Which pages any reader may see: the one answer for search, suggestions and the site map."""

from django.db.models import Q
from wagtail.models import Site

from blocks.closed import open_pages


def visible_pages(language=None):
    """Published pages of the site, in one language or in all, that are not closed to strangers.

    Two queries at most before the one for the pages, once Wagtail has the addresses of the sites in
    its cache.
    """
    roots = Q()
    for site_root in Site.get_site_root_paths():
        roots |= Q(url_path__startswith=site_root.root_path)
    pages = open_pages().filter(roots or Q(pk__in=[]))
    return pages.filter(locale__language_code=language) if language else pages
