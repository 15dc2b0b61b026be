"""The facts that services and events share, as lines: a sign, a plain label, and what is so."""

from urllib.parse import urlsplit

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from blocks.blanks import blanks
from blocks.goal import goal
from blocks.reading import read
from pages.easy.language import is_easy
from pages.glance import Line
from pages.offers import easy, spoken
from pages.offers.choices import Registration
from pages.phrasing import joined
from pages.places.models import RoomPage
from pages.places.spoken import access_facts
from pages.tongues import names_of
from pages.wording import marked

REGISTRATION_SIGNS = {
    Registration.NONE: "door",
    Registration.PHONE: "phone",
    Registration.MAIL: "mail",
    Registration.FORM: "file",
    Registration.LINK: "external",
}


def link(page):
    """What a line needs to lead to a page, in whatever language that is."""
    return {"url": page.url, "title": page.title, "language": page.foreign}


def for_whom(offer):
    return Line("users", _("For whom"), easy.for_whom(offer) if is_easy() else (spoken.audiences(offer),))


def cost(offer):
    return Line("euro", _("Cost"), easy.cost(offer) if is_easy() else (spoken.cost(offer),))


def where(offer):
    words = [spoken.where(offer)]
    place = offer.room.place if offer.room else offer.place
    if not place:
        return None
    if offer.room:
        words.append(marked(place.name.text, place.name.language))
    ways = tuple(marked(way.text, way.language) for way in (place.way, place.lift_stop) if way)
    page = _page_of(offer.room)
    return Line(
        *("pin", _("Where")),
        words=easy.where(offer, place) if is_easy() else tuple(filter(None, [*words, place.address])),
        url=page.url if page else "",
        title=_("More about the room"),
        details=(_("How to get there"), ways) if ways else (),
    )


def _page_of(room):
    """The page of a room, in the reader's language, if everybody may read it."""
    if not room:
        return None
    return next(iter(read(RoomPage.objects.filter(room=room).order_by("path").defer_streamfields())), None)


def access(offer):
    note = offer.access_note
    words = (marked(note.text, note.language),) if note else ()
    facts = tuple(access_facts(offer.room)) if offer.room else ()
    return Line("accessibility", _("Getting in"), facts=facts, more=words) if facts or words else None


def registration(offer, centre):
    form = goal(offer.registration_form) if offer.registration == Registration.FORM else None
    first, *more = spoken.registration(offer, has_form=bool(form)) or [""]
    if not first:
        return None
    ways = _goes_to(offer, form) or _reach(offer, centre)
    sign = REGISTRATION_SIGNS[offer.registration]
    return Line(sign, _("Registration"), words=(first,), more=tuple(more), **ways)


def _goes_to(offer, form):
    """The page on which one registers: a form of ours, or one of somebody else."""
    if form:
        return {**link(form), "url": form.address_for(offer)}
    if offer.registration == Registration.LINK and offer.registration_link:
        return {"url": offer.registration_link, "title": urlsplit(offer.registration_link).hostname}
    return {}


def _reach(offer, centre):
    """Phone or mail by which one registers: of the person to ask, else of the house; both, lacking a form."""
    wanted = {
        Registration.PHONE: ["phone"],
        Registration.MAIL: ["mail"],
        Registration.FORM: ["phone", "mail"],
        Registration.LINK: ["phone", "mail"],
    }
    names = wanted.get(offer.registration, [])
    return {name: reachable(offer.contact, centre, name) for name in names}


def reachable(person, centre, name) -> str:
    """The phone number or mail address of a person, else that of the house."""
    return getattr(person, name, "") or getattr(centre, name, "")


def contact(offer, centre):
    label = _("Whom to ask")
    if offer.contact:
        return Line("chat", label, person=offer.contact)
    if centre.phone or centre.mail:
        return Line("chat", label, (centre.name,), phone=centre.phone, mail=centre.mail)
    return None


def bring_along(offer):
    if not offer.bring_along or blanks(offer.bring_along):
        return None
    return Line("bag", _("Please bring along"), (marked(offer.bring_along, offer.foreign),))


def languages(offer):
    names = names_of(offer.languages)
    words = names if is_easy() or not names else [joined(names)]
    if offer.has_interpreter:
        words.append(_("Interpreter on request"))
    if offer.has_sign_language:
        words.append(_("Sign language interpreter on request"))
    return Line("globe", _("Languages"), tuple(words)) if words else None


def help_on_site(offer):
    return Line("child", _("Child care"), (_("There is child care."),)) if offer.has_child_care else None


def run_by(offer, centre):
    """The partner, if everybody may know of the page about it; of one that they may not, nothing is said."""
    label = pgettext("who runs a service", "Run by")
    if not offer.partner_id:
        return Line("home", label, (centre.name,))
    partner = goal(offer.partner)
    if not partner:
        return None
    return Line("hands", label, **link(partner))
