"""The helpers that may stand on other machines: cache and media store. Each is tried, not believed."""

from django.conf import settings
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from quartier.operations.doctor.finding import broken, good


def cache_server(patience):
    """Only where one is set: without it there is nothing that could be gone."""
    if not getattr(settings, "CACHE_URL", ""):
        yield good(_("There is no cache server, and none is needed."))
        return
    key, word = f"doctor-{get_random_string(8)}", get_random_string(8)
    cache.set(key, word, 30)
    is_there = cache.get(key) == word
    cache.delete(key)
    if is_there:
        yield good(_("The cache server answers."))
    else:
        yield broken(
            _("The cache server does not keep what it is given."),
            _("Start it, or put CACHE_URL right. The site works without it, but more slowly."),
        )


def media_store(patience):
    """Writes, reads and deletes a small file where pictures and documents lie."""
    word = get_random_string(20).encode()
    try:
        name = default_storage.save("doctor/probe.txt", ContentFile(word))
        with default_storage.open(name) as file:
            is_kept = file.read() == word
        default_storage.delete(name)
    except Exception as fault:
        yield _lost(fault)
    else:
        yield good(_("Pictures and documents can be stored.")) if is_kept else _lost("?")


def _lost(fault):
    return broken(
        _("Pictures and documents cannot be stored ({fault})."),
        _("Look at the folder “media” in DATA_DIR and who may write there, or at the S3 server and its key."),
        fault=type(fault).__name__ if isinstance(fault, Exception) else fault,
    )
