"""Copies of pages, and what processes remember together."""

from quartier.settings import wanted

SERVER, CLOUDFLARE = "quartier.page_cache.outside.Server", "quartier.page_cache.outside.Cloudflare"
PATIENCE = 0.5  # seconds


def caching(env, data):
    """The settings, by what the environment names; without CACHE_URL nothing but the disk is needed."""
    is_server = wanted.address("redis", "rediss", like="redis://cache.internal:6379/0")
    url = env.str("CACHE_URL", "", validate=is_server)
    caches = {"default": _server(url) if url else _disk(data)}
    return {"KEEP_PAGES": True, "CACHE_URL": url, "CACHES": caches, "WAGTAILFRONTENDCACHE": _outside(env)}


def _server(url):
    options = {"socket_timeout": PATIENCE, "socket_connect_timeout": PATIENCE}
    return {
        "BACKEND": "quartier.page_cache.room_on_server.OnServer",
        "LOCATION": url,
        "KEY_PREFIX": "quartier",
        "OPTIONS": options,
    }


def _disk(data):
    return {
        "BACKEND": "quartier.page_cache.rooms.OnDisk",
        "LOCATION": str(data / "cache"),
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    }


def _outside(env):
    """Caches in front of the site that keep pages by themselves, and have to be told to forget them."""
    servers = env.list("PURGE_URLS", [], validate=wanted.web_addresses)
    zone, token = env.str("CLOUDFLARE_ZONE", ""), env.str("CLOUDFLARE_TOKEN", "")
    if zone:
        wanted.needs("CLOUDFLARE_ZONE", CLOUDFLARE_TOKEN=token)
    if token:
        wanted.needs("CLOUDFLARE_TOKEN", CLOUDFLARE_ZONE=zone)
    named = {url: {"BACKEND": SERVER, "LOCATION": url} for url in filter(None, servers)}
    if zone:
        named["cloudflare"] = {"BACKEND": CLOUDFLARE, "ZONEID": zone, "BEARER_TOKEN": token}
    return named
