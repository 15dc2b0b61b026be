"""Which pages any reader may see: the one answer for search, suggestions and the site map."""

from django.db.models import Exists, OuterRef, Q
from wagtail.models import Page, PageViewRestriction, Site


def visible_pages(language=None):
    """Published pages of the site, in one language or in all, that are not private.

    Private is a page with a restriction, whatever is below it, and every translation of these: Wagtail alone
    would leave the translations of a page public that was made private later. At most two queries before the
    one for the pages, once Wagtail has the addresses of the sites in its cache.
    """
    roots = Q()
    for site_root in Site.get_site_root_paths():
        roots |= Q(url_path__startswith=site_root.root_path)
    pages = Page.objects.live().filter(roots or Q(pk__in=[])).exclude(_below(_private_paths()))
    return pages.filter(locale__language_code=language) if language else pages


def _private_paths():
    restricted = _tops(PageViewRestriction.objects.values_list("page__path", flat=True))
    return _tops([*restricted, *_translations(_below(restricted))]) if restricted else []


def _translations(private):
    """Where the translations of private pages are. The original is the page that was there first."""
    earlier = Page.objects.filter(translation_key=OuterRef("translation_key"), pk__lt=OuterRef("pk"))
    originals = Page.objects.filter(private).exclude(Exists(earlier))
    copies = Page.objects.exclude(private).filter(translation_key__in=originals.values("translation_key"))
    return copies.values_list("path", flat=True)


def _below(paths):
    """Pages at or below these places in the tree."""
    found = Q(pk__in=[])
    for path in paths:
        found |= Q(path__startswith=path)
    return found


def _tops(paths):
    """Of these places those that are below no other of them."""
    tops = []
    for path in sorted(paths):
        if not tops or not path.startswith(tops[-1]):
            tops.append(path)
    return tops
