"""Where files lie that residents send: beside the media, not among them, and without an address."""

import secrets

from django.conf import settings
from django.core.files.storage import storages
from django.utils.functional import LazyObject

from pages.whole import WholeFiles


class PrivateFolder(WholeFiles):
    """A folder without an address, readable by the site alone."""

    def __init__(self):
        super().__init__(file_permissions_mode=0o600, directory_permissions_mode=0o700)

    @property
    def base_location(self):
        return settings.DATA_DIR / "private"

    @property
    def location(self):
        return str(self.base_location)

    def url(self, name):
        raise ValueError("Private files have no address.")


class Private(LazyObject):
    """The storage that the settings call “private”, asked for when it is needed."""

    def _setup(self):
        self._wrapped = storages["private"]


def private():
    return Private()


def random_name(attachment, name):
    """Nothing of what the sender called it."""
    return secrets.token_hex(20)
