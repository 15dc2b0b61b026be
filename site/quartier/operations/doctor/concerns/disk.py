"""Whether there is room for what comes next: pictures, mail, the database itself."""

import os

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from quartier.operations.doctor.finding import broken, good, look

MEGABYTE = 1024 * 1024
TOO_LITTLE, LITTLE = 300, 2000
"""Megabytes. One film may have 200, and a backup is as large as all there is."""
FEW = 0.05

FREE = _("{free} MB are free where the data lies.")
MAKE_ROOM = _("Make room, or give the machine a larger disk: when it is full, nothing can be saved.")


def look_at(patience):
    room = os.statvfs(settings.DATA_DIR)
    yield space(free_in(room))
    if room.f_files and room.f_favail < FEW * room.f_files:
        yield look(_("The disk can take few more files, however small."), MAKE_ROOM)


def free_in(room):
    """Megabytes, of what `os.statvfs` says."""
    return room.f_bavail * room.f_frsize // MEGABYTE


def space(free):
    if free < TOO_LITTLE:
        return broken(_("Only {free} MB are free where the data lies."), MAKE_ROOM, free=free)
    return look(FREE, MAKE_ROOM, free=free) if free < LITTLE else good(FREE, free=free)
