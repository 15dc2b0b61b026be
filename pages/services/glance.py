"""The facts of a service as lines: a sign, a plain label, and what is so."""

from datetime import date

from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from blocks.blanks import blanks
from blocks.closed import open_pages
from blocks.goal import goal
from pages.centre.models import Centre
from pages.glance import Line
from pages.places.models import RoomPage
from pages.places.spoken import access_facts
from pages.services import spoken
from pages.services.choices import Registration
from pages.services.rhythm import cancelled
from pages.tongues import names_of
from pages.wording import marked

REGISTRATION_SIGNS = {
    Registration.NONE: "door",
    Registration.PHONE: "phone",
    Registration.MAIL: "mail",
    Registration.FORM: "file",
}


def at_a_glance(service, centre: Centre, closures, today: date) -> list[Line]:
    """All that is known of a service, in the order in which one would tell it on the phone."""
    lines = [
        Line("users", _("For whom"), (spoken.audiences(service),)),
        _when(service, closures, today),
        _where(service),
        _access(service),
        _registration(service, centre),
        _contact(service, centre),
        Line("euro", _("Cost"), (spoken.cost(service),)),
        _bring_along(service),
        _languages(service),
        _help(service),
        _run_by(service, centre),
    ]
    return [line for line in lines if line]


def in_short(service) -> list[Line]:
    """What one scans a list for: when, where and whether one gets in, what it costs, for whom."""
    access = spoken.step_free(service.room)
    lines = [
        Line("clock", _("When"), tuple(spoken.times(service))),
        Line("pin", _("Where"), (spoken.where(service),)),
        Line("accessibility", _("Getting in"), (access,)),
        Line("euro", _("Cost"), (spoken.cost(service),)),
        Line("users", _("For whom"), (spoken.audiences(service),)),
    ]
    return [line for line in lines if any(line.words)]


def _when(service, closures, today):
    words = tuple(spoken.times(service))
    times = [time.weekly for time in service.times.all()]
    is_elsewhere = service.place and not service.room
    coming = [] if is_elsewhere else cancelled(times, (one.special for one in closures), today)
    alerts = tuple(spoken.cancellation(notice, today) for notice in coming)
    return Line("clock", _("When"), words, alerts=alerts) if words else None


def _where(service):
    words = [spoken.where(service)]
    place = service.room.place if service.room else service.place
    if not place:
        return None
    if service.room:
        words.append(marked(place.name.text, place.name.language))
    ways = tuple(marked(way.text, way.language) for way in (place.way, place.lift_stop) if way)
    page = _page_of(service.room)
    return Line(
        *("pin", _("Where")),
        words=tuple(filter(None, [*words, place.address])),
        url=page.url if page else "",
        title=_("More about the room"),
        details=(_("How to get there"), ways) if ways else (),
    )


def _page_of(room):
    """The page of a room, in the reader's language, if everybody may read it."""
    if not room:
        return None
    pages = open_pages(RoomPage.objects.live().filter(room=room)).select_related("locale")
    pages = sorted(pages.defer_streamfields(), key=lambda page: page.locale.language_code != get_language())
    return next(iter(pages), None)


def _access(service):
    note = service.access_note
    words = (marked(note.text, note.language),) if note else ()
    facts = tuple(access_facts(service.room)) if service.room else ()
    return Line("accessibility", _("Getting in"), facts=facts, more=words) if facts or words else None


def _registration(service, centre):
    form = goal(service.registration_form) if service.registration == Registration.FORM else None
    first, *more = spoken.registration(service, has_form=bool(form)) or [""]
    if not first:
        return None
    return Line(
        REGISTRATION_SIGNS[service.registration],
        _("Registration"),
        words=(first,),
        url=form.address_for(service) if form else "",
        title=form.title if form else "",
        more=tuple(more),
        **({} if form else _reach(service, centre)),
    )


def _reach(service, centre):
    """Phone or mail by which one registers: of the person to ask, else of the house; both, lacking a form."""
    wanted = {
        Registration.PHONE: ["phone"],
        Registration.MAIL: ["mail"],
        Registration.FORM: ["phone", "mail"],
    }
    names = wanted.get(service.registration, [])
    return {name: reachable(service.contact, centre, name) for name in names}


def reachable(person, centre, name) -> str:
    """The phone number or mail address of a person, else that of the house."""
    return getattr(person, name, "") or getattr(centre, name, "")


def _contact(service, centre):
    label = _("Whom to ask")
    if service.contact:
        return Line("chat", label, person=service.contact)
    if centre.phone or centre.mail:
        return Line("chat", label, (centre.name,), phone=centre.phone, mail=centre.mail)
    return None


def _bring_along(service):
    if not service.bring_along or blanks(service.bring_along):
        return None
    return Line("bag", _("Please bring along"), (service.bring_along,))


def _languages(service):
    names = names_of(service.languages)
    words = [spoken.joined(names)] if names else []
    if service.has_interpreter:
        words.append(_("Interpreter on request"))
    if service.has_sign_language:
        words.append(_("Sign language interpreter on request"))
    return Line("globe", _("Languages"), tuple(words)) if words else None


def _help(service):
    return Line("child", _("Child care"), (_("There is child care."),)) if service.has_child_care else None


def _run_by(service, centre):
    """The partner, if everybody may know of the page about it; of one that they may not, nothing is said."""
    label = pgettext("who runs a service", "Run by")
    if not service.partner_id:
        return Line("home", label, (centre.name,))
    partner = goal(service.partner)
    if not partner:
        return None
    return Line("hands", label, url=partner.url, title=partner.title)
