"""The facts of something on offer in the reader's words. Nothing is claimed that nobody entered."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from pages.money import euros
from pages.offers.choices import Cost, Per, Registration
from pages.phrasing import listed
from pages.places.spoken import floor
from pages.wording import marked


def audiences(offer):
    """`Kinder, Familien`, or everybody."""
    return listed(told(audience.name) for audience in offer.audiences.all()) or _("everybody")


def where(offer):
    """`Saal, Erdgeschoss`, or the name of a place; nothing where nobody entered one."""
    if offer.room:
        return listed([told(offer.room.name), floor(offer.room)])
    return told(offer.place.name) if offer.place else ""


def step_free(room) -> str:
    """The claim together with what it stands on; nothing where it was not measured or is not so."""
    if not (room and room.is_step_free):
        return ""
    return _("step-free, narrowest door %(width)d cm") % {"width": room.door_width}


def cost(offer) -> str:
    """`kostenlos`, `3,50 € je Termin, ermäßigt 2 €`."""
    if offer.cost == Cost.FREE or (offer.is_free and offer.cost == Cost.FIXED):
        return _("free")
    if offer.cost == Cost.DONATION:
        return _("free, donations welcome")
    if offer.cost == Cost.ON_REQUEST or offer.price is None:
        return _("please ask us")
    price = _unit(offer.price_per) % {"price": euros(offer.price)}
    if offer.reduced_price is None:
        return price
    reduced = euros(offer.reduced_price) if offer.reduced_price else _("free")
    return _("%(price)s, reduced %(reduced)s") % {"price": price, "reduced": reduced}


def _unit(per):
    return {
        Per.VISIT: pgettext("price of one visit", "%(price)s each time"),
        Per.MONTH: pgettext("price of a month", "%(price)s per month"),
        Per.COURSE: pgettext("price of a course", "%(price)s for the whole course"),
    }[per]


def registration(offer, has_form=False) -> list[str]:
    """What one has to do before coming, until when, and that the house helps."""
    if offer.registration == Registration.NONE:
        return [_("Not needed, just drop in.")] if offer.is_drop_in else []
    ways = {
        Registration.PHONE: _("Please register by phone:"),
        Registration.MAIL: _("Please register by e-mail:"),
        Registration.FORM: _("Please register with our form:") if has_form else _("Please register with us:"),
        Registration.LINK: _("Please register on another website:"),
    }
    lines = [ways[offer.registration]]
    if offer.registration_days is not None:
        lines.append(_deadline(offer.registration_days))
    if offer.helps_to_register:
        lines.append(_("We help you with the registration."))
    return lines


def _deadline(number):
    if not number:
        return _("You can still register on the same day.")
    return ngettext("At the latest one day before.", "At the latest %(days)d days before.", number) % {
        "days": number
    }


def told(wording):
    """In the reader's language, or marked as being in another one."""
    return marked(wording.text, wording.language)
