"""PostgreSQL as Django speaks with it, except that readers never wait long for one that hangs."""
