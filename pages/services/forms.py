"""How a service is entered: what is missing is asked for at publishing, at the field, in plain words."""

from django.utils.translation import gettext_lazy as _

from pages.centre.models import Centre
from pages.editing import PageForm
from pages.services.choices import Cost, Registration
from pages.services.glance import reachable

NO_TIME = _("When does it take place? Please add a time below “When?”, or tick this.")
ROOM_OR_PLACE = _("Please choose a room or a place, not both: the room knows where it is.")
NO_PRICE = _("How much is it? Please type the price, or choose “please ask”.")
NOT_REDUCED = _("This is more than the price itself.")
NO_FORM = _("Please choose the form with which one registers.")
NO_PHONE = _("Nobody can be called: please choose a person with a phone number.")
NO_MAIL = _("Nobody can be written to: please choose a person with a mail address.")
NO_REGISTRATION = _("No registration is needed, so this has to stay empty. Or say above how one registers.")


class ServiceForm(PageForm):
    """Lets a draft wait with gaps; before readers see it, asks what they would ask."""

    def clean(self):
        cleaned = super().clean()
        if not self.is_deferred_validation:
            for name, fault in [*self._when(), *self._where(), *self._cost(), *self._registration()]:
                self.add_error(name if name in self.fields else None, fault)
        return cleaned

    def _when(self):
        if not self.cleaned_data.get("is_by_appointment") and not self._has_times():
            yield "is_by_appointment", NO_TIME

    def _has_times(self):
        """Whether a time is left; one with a mistake in it counts, and says itself what is wrong."""
        times = self.formsets.get("times")
        if times is None:
            return self.instance.times.exists()
        deleted = times.deleted_forms if times.is_valid() else []
        return any(form not in deleted and (form.instance.pk or form.has_changed()) for form in times.forms)

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
        wanted = {Registration.PHONE: ("phone", NO_PHONE), Registration.MAIL: ("mail", NO_MAIL)}
        if how in wanted:
            name, fault = wanted[how]
            if not reachable(self.cleaned_data.get("contact"), self._centre(), name):
                yield "contact", fault

    def _centre(self):
        site = (self.parent_page or self.instance).get_site()
        return Centre.for_site(site) if site else None
