"""The sentences of the export, in the language of the page."""

from django.utils.formats import number_format
from django.utils.html import strip_tags
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from blocks.blanks import blanks
from pages.centre import spoken
from pages.services.choices import Cost, Registration


def filled(text) -> str:
    """A typed text, or nothing while a blank in it waits to be filled."""
    return "" if blanks(str(text or "")) else str(text or "").strip()


def euros(amount) -> str:
    return _("%(amount)s euros") % {"amount": number_format(amount, 2)}


def cost(service) -> str:
    """`5,00 Euro, ermäßigt 2,50 Euro (jedes Mal)`, or the word for what is paid instead."""
    if service.cost == Cost.FIXED and service.price == 0:
        return str(Cost.FREE.label)
    if service.cost != Cost.FIXED or service.price is None:
        return service.get_cost_display()
    said = {
        "price": euros(service.price),
        "reduced": "" if service.reduced_price is None else euros(service.reduced_price),
        "per": service.get_price_per_display(),
    }
    if said["reduced"]:
        return _("%(price)s, reduced %(reduced)s (%(per)s)") % said
    return _("%(price)s (%(per)s)") % said


def registration(service) -> str:
    """What one has to do before coming, whole sentences; nothing where there is no time to just drop in."""
    if service.registration == Registration.NONE:
        return _how(service) if service.times.all() else ""
    said = [_how(service)]
    if service.registration_days is not None:
        said.append(_deadline(service.registration_days))
    if service.helps_to_register:
        said.append(_("We help with the registration."))
    return " ".join(said)


def _how(service):
    return _("Registration: %(how)s.") % {"how": service.get_registration_display()}


def _deadline(days):
    if not days:
        return _("One can still register on the same day.")
    return ngettext(
        "Please register at least %(days)s day before.",
        "Please register at least %(days)s days before.",
        days,
    ) % {"days": days}


def interpreting(service) -> str:
    return ", ".join(
        [_("interpreter on request")] * service.has_interpreter
        + [_("sign language interpreter on request")] * service.has_sign_language
    )


def audiences(service) -> str:
    return ", ".join(map(str, service.audiences.all())) or pgettext("audience", "everybody")


def time(when) -> str:
    """`Montag 18–20 Uhr`."""
    return f"{when.get_weekday_display()} {strip_tags(spoken.span((when.starts, when.ends)))}"


def by_appointment() -> str:
    return _("by appointment")


def reduced() -> str:
    return _("reduced, for people with little money")


def taxonomy(kind) -> str:
    return {"audience": _("Whom it is for"), "topic": _("What it is about")}[kind]


def access(room, name, value) -> str:
    """`Schmalste Tür in cm: 95`, `Aufzug: ja`."""
    answers = {"yes": _("yes"), "no": _("no")}
    label = _("step-free") if name == "step_free" else room._meta.get_field(name).verbose_name
    return f"{capfirst(str(label))}: {answers.get(value, value)}"
