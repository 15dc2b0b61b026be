"""What Django's `cache` remembers where several machines share it: on a Valkey or Redis server.

A module of its own, since redis takes 6 MB of each process, and most do without.
"""

from django.core.cache.backends.redis import RedisCache
from redis import RedisError

from quartier.page_cache.rooms import Near


class OnServer(Near, RedisCache):
    """Before the one of all machines."""

    faults = (*Near.faults, RedisError)

    def incr(self, key, delta=1, version=None):
        return self.forgiven(super().incr, delta, key, delta, version)

    def get_many(self, *args, **kwargs):
        return self.forgiven(super().get_many, {}, *args, **kwargs)

    def set_many(self, data, *args, **kwargs):
        return self.forgiven(super().set_many, list(data), data, *args, **kwargs)

    def delete_many(self, *args, **kwargs):
        return self.forgiven(super().delete_many, None, *args, **kwargs)
