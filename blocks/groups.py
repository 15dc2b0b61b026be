"""The shelves on which an editor finds the bricks."""

from django.utils.translation import gettext_lazy as _

TEXT = _("Text")
MEDIA = _("Pictures and media")
STRUCTURE = _("Links and lists")
CENTRE = _("From the centre")
