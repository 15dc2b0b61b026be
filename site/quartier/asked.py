"""What every page asks, with its SQL written once."""

from functools import partial

from django.db.models import CharField, F, IntegerField, Q, UUIDField
from django.http.request import split_domain_port
from wagtail.models import Page, Site

from blocks.originals import at_or_below, of_original
from blocks.prepared import Slot, prepared
from pages.centre.models import FooterLink, OpeningHours, Profile
from pages.home.models import HomePage

SAME, SAME_HOST_AND_DEFAULT, DEFAULT, SAME_HOST = range(4)


def site_of(request) -> Site | None:
    """As Wagtail's `Site.find_for_request`, which finds it there from then on; two sites may share a name."""
    if not hasattr(request, "_wagtail_site"):
        host, port = split_domain_port(request._get_raw_host())[0], str(request.get_port())
        ranked = [(_rank(site, host, port), site) for site in ask_sites(host=host)]
        request._wagtail_site = _best(sorted(ranked, key=lambda each: each[0]))
    return request._wagtail_site


def _rank(site, host, port):
    if site.hostname != host:
        return DEFAULT
    if str(site.port) == port:
        return SAME
    return SAME_HOST_AND_DEFAULT if site.is_default_site else SAME_HOST


def _best(ranked):
    if len(ranked) == 1 or (ranked and ranked[0][0] < DEFAULT):
        return ranked[0][1]
    if ranked and ranked[0][0] == DEFAULT:  # another one with this name, if it is the only one
        return ranked[len(ranked) == 2][1]
    return None


@prepared
def ask_sites():
    """Those with a name, and the one for all others."""
    found = Site.objects.filter(Q(hostname=Slot("host", CharField())) | Q(is_default_site=True))
    return found.select_related("root_page")


@prepared
def ask_homes():
    """The home page in all its languages."""
    found = HomePage.objects.filter(translation_key=Slot("key", UUIDField()))
    return found.select_related("locale", "picture")


@prepared
def ask_hours():
    return OpeningHours.objects.prefetch_related("times", "exceptions")


@prepared
def ask_profiles():
    return Profile.objects.filter(centre=Slot("centre", IntegerField()))


@prepared
def ask_around(homes, depth, above, has_key, below, beside):
    """See `House.around`."""
    key, path = partial(Slot, field=UUIDField()), partial(Slot, field=CharField())
    at_home = at_or_below([path(f"home{place}") for place in range(homes)])
    wanted = at_home & Q(depth=depth + 1, show_in_menus=True)
    linked = FooterLink.objects.filter(centre=Slot("centre", IntegerField())).values("page__translation_key")
    wanted |= Q(translation_key__in=linked)
    if above:
        wanted |= Q(path__in=[path(f"above{place}") for place in range(above)])
        wanted |= Q(translation_key=key("original"))
    if below:
        wanted |= Q(depth=above + 2, path__startswith=path("page"))
    if beside:
        wanted |= Q(depth=above + 1, path__startswith=path("parent"))
    keys = Page.objects.filter(wanted).order_by().values("translation_key")
    found = Page.objects.filter(translation_key__in=keys).annotate(first=of_original("pk"))
    shown = Q(first=F("pk")) | Q(locale__language_code=Slot("language", CharField()))
    if has_key:
        shown |= Q(translation_key=key("key"))
    return found.filter(shown).live().select_related("locale").order_by("path")
