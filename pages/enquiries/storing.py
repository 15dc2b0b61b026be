"""Where files lie that residents send: beside the media folder, not in it."""

import secrets

from django.conf import settings

from pages.whole import WholeFiles


class PrivateStorage(WholeFiles):
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


def private():
    return PrivateStorage()


def random_name(attachment, name):
    """Nothing of what the sender called it."""
    return secrets.token_hex(20)
