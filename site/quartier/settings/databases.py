"""How the database is spoken to, so that people who save and a network that fails hold up nobody for long."""

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
    "connect_timeout": 5,
    "keepalives_idle": 30,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 15_000,
}


def options(database):
    """Ours, and what DATABASE_URL says beside them (`?sslmode=require`), which counts more."""
    kinds = {"django.db.backends.sqlite3": SQLITE, "django.db.backends.postgresql": POSTGRESQL}
    return kinds.get(database["ENGINE"], {}) | database.get("OPTIONS", {})
