"""What `manage.py work` does for copies: keeps lost promises, tells caches elsewhere, tidies up."""

from urllib.parse import urlsplit

from django.conf import settings
from wagtail.contrib.frontend_cache.utils import get_backends
from wagtail.models import Page

from quartier.page_cache.door import shelves
from quartier.page_cache.folder import written
from quartier.page_cache.promises import keep_lost
from quartier.page_cache.versions import folder, version


def look_after():
    """Whatever a process that has ended could not do any more."""
    if not settings.KEEP_PAGES:
        return
    keep_lost(folder() / "promises", version())
    # While the web server beside us answers everybody, nobody else here learns of other machines' changes.
    version().state()


def tell_others() -> int:
    """Have caches elsewhere forget all addresses of a version that has passed; how many.

    All that were ever handed out from here, and every published page: anything may stand on any page. Where
    one of them cannot be told this fails, and is tried again.
    """
    if not (settings.KEEP_PAGES and settings.WAGTAILFRONTENDCACHE):
        return 0
    now, noted = version().state().version, folder() / "told-others"
    if noted.exists() and noted.read_text() == now:
        return 0
    told = [*addresses()]
    for cache in get_backends().values():
        cache.purge_batch([url for url in told if cache.invalidates_hostname(urlsplit(url).hostname)])
    written(noted, now.encode())
    return len(told)


def addresses():
    kept = {copy.url for _name, copy in shelves().every()}
    pages = (page.full_url for page in Page.objects.live().defer_streamfields())
    return sorted(kept | set(filter(None, pages)))


def tidy():
    shelves().tidy()
