"""The site is closed for a while, or opened again: then all copies are old, those of the web server too."""

from maintenance_mode.backends import LocalFileBackend

from quartier.page_cache.versions import version


class ClosedFile(LocalFileBackend):
    """A file says whether the site is closed."""

    def set_value(self, value):
        super().set_value(value)
        version().bump()
