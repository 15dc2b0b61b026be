"""Copies of pages, and what processes remember together."""

from quartier.settings import wanted

PATIENCE = 0.5  # seconds


def caching(env, data):
    """The settings, by what the environment names; without CACHE_URL nothing but the disk is needed."""
    is_server = wanted.address("redis", "rediss", like="redis://cache.internal:6379/0")
    url = env.str("CACHE_URL", "", validate=is_server)
    return {"KEEP_PAGES": True, "CACHE_URL": url, "CACHES": {"default": _server(url) if url else _disk(data)}}


def _server(url):
    options = {"socket_timeout": PATIENCE, "socket_connect_timeout": PATIENCE}
    return {
        "BACKEND": "quartier.page_cache.rooms.OnServer",
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
