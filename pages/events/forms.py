"""How an event is entered: what is missing is asked for at publishing, at the field, in plain words."""

from pages.offers.forms import OfferForm


class EventForm(OfferForm):
    """Lets a draft wait with gaps; before readers see it, asks what they would ask."""
