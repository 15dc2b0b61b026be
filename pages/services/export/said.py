"""The sentences of the export, in the language of the page and without marks: they are those of the page."""

from django.utils.translation import gettext as _

from blocks.blanks import blanks
from pages.centre import spoken as hours
from pages.offers import spoken
from pages.phrasing import capital, closed, labelled, listed, without_colon
from pages.wording import plain


def filled(text) -> str:
    """A typed text, or nothing while a blank in it waits to be filled."""
    return "" if blanks(str(text or "")) else str(text or "").strip()


def cost(service) -> str:
    return plain(spoken.cost(service))


def audiences(service) -> str:
    return plain(spoken.audiences(service))


def registration(service, way) -> str:
    """What one has to do before coming, a line each, and where: number, mail address or address of a form."""
    first, *more = spoken.registration(service, has_form=bool(way)) or [""]
    if first.endswith(":"):
        first = f"{first} {way}" if way else closed(without_colon(first))
    return "\n".join(filter(None, [first, *more]))


def interpreting(service) -> str:
    return listed(
        [_("Interpreter on request")] * service.has_interpreter
        + [_("Sign language interpreter on request")] * service.has_sign_language
    )


def time(when) -> str:
    """`Montag 18–20 Uhr`."""
    return f"{when.get_weekday_display()} {plain(hours.span((when.starts, when.ends)))}"


def by_appointment() -> str:
    return _("by appointment")


def reduced() -> str:
    return _("reduced, for people with little money")


def taxonomy(kind) -> str:
    return {"audience": _("Whom it is for"), "topic": _("What it is about")}[kind]


def access(room, name, value) -> str:
    """`Schmalste Tür in cm: 95`, `Aufzug: ja`. A no to dogs is none to those that assist (§ 12e BGG)."""
    if (name, value) == ("dogs", "no"):
        return _("Assistance dogs only")
    answers = {"yes": _("yes"), "no": _("no")}
    label = _("step-free") if name == "step_free" else room._meta.get_field(name).verbose_name
    return labelled(capital(str(label)), answers.get(value, value))
