"""How a service is entered: what is missing is asked for at publishing, at the field, in plain words."""

from django.utils.translation import gettext_lazy as _

from pages.offers.forms import OfferForm

NO_TIME = _("When does it take place? Please add a time below “When?”, or tick this.")


class ServiceForm(OfferForm):
    """Lets a draft wait with gaps; before readers see it, asks what they would ask."""

    def gaps(self):
        yield from self._when()
        yield from super().gaps()

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
