"""Who else on this machine may read what is private, and whether the site may write where it has to."""

import os
import stat

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from quartier.operations.doctor.finding import broken, good, look

PRIVATE = ["private", "quartier.sqlite3", "secret-key", "demo-logins", "mail", "mailings"]
"""In DATA_DIR: what residents have sent, the database, keys, passwords, mail."""

OWN = ["", "backups", "cache", "mailings", "media", "pages", "private"]
"""In DATA_DIR: where the site writes, each time somebody reads, signs in or sends something."""


def look_at(patience):
    yield from closed(settings.DATA_DIR)
    found = [*writable(settings.DATA_DIR), *readable(settings.DATA_DIR)]
    yield from found or [good(_("Nobody else on this machine reads what is private."))]


def closed(folder):
    """Left by somebody who once ran a command as root, most often."""
    for place in (folder / name for name in OWN):
        if place.exists() and not os.access(place, os.R_OK | os.W_OK | os.X_OK):
            yield broken(
                _("The site itself may not write into {place}."),
                _("Give the folder to the user as whom the site runs: chown -R quartier: {place}"),
                place=place,
            )


def writable(folder):
    for place in [folder, folder / "media"]:
        if place.exists() and place.stat().st_mode & stat.S_IWOTH:
            yield broken(
                _("Everybody on this machine may write into {place}."), _("chmod o-w {place}"), place=place
            )


def readable(folder):
    """What is in a folder that others cannot enter, they cannot read either."""
    if not folder.stat().st_mode & stat.S_IXOTH:
        return
    for place in (folder / name for name in PRIVATE):
        if place.exists() and place.stat().st_mode & stat.S_IROTH:
            yield look(
                _("Other accounts on this machine may read {place}."), _("chmod o-rwx {place}"), place=place
            )
