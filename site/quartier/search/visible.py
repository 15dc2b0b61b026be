"""Which pages any reader may see: the one answer for search, suggestions and the site map."""

from django.db.models import Exists, OuterRef, Q
from wagtail.models import Page, Site

from blocks.closed import open_pages
from blocks.originals import ITS_LANGUAGE


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


def readable_pages(language):
    """The same, each once, as readers of a language meet it: translated, or else the original.

    They come with the annotation `language`.
    """
    group = Page.objects.filter(translation_key=OuterRef("translation_key"))
    is_translated = Exists(group.live().filter(locale__language_code=language))
    is_original = ~Exists(group.filter(pk__lt=OuterRef("pk")))
    wanted = Q(locale__language_code=language) | (~is_translated & is_original)
    return visible_pages().filter(wanted).annotate(language=ITS_LANGUAGE)
