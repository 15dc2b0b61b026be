"""How the database is spoken to, so that people who save and a network that fails hold up nobody for long."""

import dj_database_url

# Measured with four editors at once: without these, most publishes end in "database is locked".
# WAL itself is switched on once, by quartier.operations after migrating.
SQLITE = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA synchronous=NORMAL; PRAGMA cache_size=-20000; PRAGMA mmap_size=134217728;",
}
# Seconds, the last one milliseconds. Without these a server that vanished without a word, or whose machine
# hangs, is waited for until TCP gives up, by all threads of the site.
POSTGRESQL = {
    "connect_timeout": 3,
    "keepalives_idle": 30,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 15_000,
}

KINDS = {
    "django.db.backends.sqlite3": ("django.db.backends.sqlite3", SQLITE),
    "django.db.backends.postgresql": ("quartier.outages.postgresql", POSTGRESQL),
}


def database(url):
    """The setting. What `url` says itself (`?sslmode=require`) counts more than what stands here."""
    found = dj_database_url.parse(url, conn_max_age=600, conn_health_checks=True)
    engine, options = KINDS.get(found["ENGINE"], (found["ENGINE"], {}))
    return found | {"ENGINE": engine, "OPTIONS": options | found.get("OPTIONS", {})}
