"""How something on offer is entered: what is missing is asked for at publishing, at the field."""

from django.utils.translation import gettext_lazy as _

from pages.centre.models import Centre
from pages.editing import PageForm
from pages.offers.choices import Cost, Registration
from pages.offers.glance import reachable

ROOM_OR_PLACE = _("Please choose a room or a place, not both: the room knows where it is.")
NO_PRICE = _("How much is it? Please type the price, or choose “please ask”.")
NOT_REDUCED = _("This is more than the price itself.")
NO_FORM = _("Please choose the form with which one registers.")
NO_LINK = _("Please paste the address of the page on which one registers.")
NO_PHONE = _("Nobody can be called: please choose a person with a phone number.")
NO_MAIL = _("Nobody can be written to: please choose a person with a mail address.")
NO_REGISTRATION = _("No registration is needed, so this has to stay empty. Or say above how one registers.")


class OfferForm(PageForm):
    """Lets a draft wait with gaps; before readers see it, asks what they would ask."""

    def clean(self):
        cleaned = super().clean()
        if not self.is_deferred_validation:
            for name, fault in self.gaps():
                self.add_error(name if name in self.fields else None, fault)
        return cleaned

    def gaps(self):
        """What readers would still ask: the field, and what to do about it."""
        yield from self._where()
        yield from self._cost()
        yield from self._registration()

    def _where(self):
        if self.cleaned_data.get("room") and self.cleaned_data.get("place"):
            yield "place", ROOM_OR_PLACE

    def _cost(self):
        if self.cleaned_data.get("cost") != Cost.FIXED:
            return
        price, reduced = self.cleaned_data.get("price"), self.cleaned_data.get("reduced_price")
        if price is None and "price" not in self.errors:
            yield "price", NO_PRICE
        elif price is not None and reduced is not None and reduced > price:
            yield "reduced_price", NOT_REDUCED

    def _registration(self):
        how = self.cleaned_data.get("registration")
        if how == Registration.NONE and self.cleaned_data.get("registration_days") is not None:
            yield "registration_days", NO_REGISTRATION
        if how == Registration.FORM and not self.cleaned_data.get("registration_form"):
            yield "registration_form", NO_FORM
        if how == Registration.LINK and not self.cleaned_data.get("registration_link"):
            yield "registration_link", NO_LINK
        wanted = {Registration.PHONE: ("phone", NO_PHONE), Registration.MAIL: ("mail", NO_MAIL)}
        if how in wanted:
            name, fault = wanted[how]
            if not reachable(self.cleaned_data.get("contact"), self._centre(), name):
                yield "contact", fault

    def _centre(self):
        site = (self.parent_page or self.instance).get_site()
        return Centre.for_site(site) if site else None
