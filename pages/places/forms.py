"""How the page of a room is edited."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from pages.editing import PageForm

TAKEN = _("This room has a page already: “%(page)s”. Please edit that one, or choose another room.")


class RoomPageForm(PageForm):
    """Sees to it that nobody has to guess which of two pages about one room is right."""

    def clean_room(self):
        room = self.cleaned_data["room"]
        locale = self.instance.locale_id or self.parent_page.locale_id
        others = type(self.instance).objects.filter(room=room, locale=locale).exclude(pk=self.instance.pk)
        if room and (other := others.first()):
            raise ValidationError(TAKEN, "taken", {"page": other.title})
        return room
