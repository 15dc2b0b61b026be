"""What is wrong with a calendar of others, in words with which an editor can do something."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from pages.events.outside.trouble import Fault

WORDS = {
    Fault.ADDRESS: _("This is no address from which a calendar can be fetched. It begins with https:// …"),
    Fault.PRIVATE: _("This address leads into a private network. Only calendars on the open internet work."),
    Fault.UNKNOWN_HOST: _("There is no server of this name. Please check the address."),
    Fault.UNREACHABLE: _("The server of the calendar cannot be reached at the moment."),
    Fault.INSECURE: _("The connection to the calendar is not secure: its certificate is not valid."),
    Fault.SLOW: _("The server of the calendar took too long to answer."),
    Fault.TOO_LARGE: _("The calendar is larger than 5 MB."),
    Fault.REDIRECTS: _("The address leads on and on to other addresses."),
    Fault.GONE: _("There is nothing at this address any more. Please ask the owner for the new one."),
    Fault.LOCKED: _("The calendar is not public. Please ask the owner to share it, or for another address."),
    Fault.ANSWER: _("The server of the calendar gave an answer that nobody understands."),
    Fault.WEB_PAGE: _(
        "This is the address of a web page, not of a calendar. Look there for “iCal” or “.ics”."
    ),
    Fault.NO_CALENDAR: _("There is something at this address, but no calendar (iCalendar, .ics)."),
    Fault.CUT_OFF: _("Only a part of the calendar arrived."),
    Fault.NESTED: _("The calendar is built in a way that nobody can read."),
    Fault.TOO_MANY: _("The calendar has more than 5,000 entries."),
    Fault.TOO_MUCH: _("The calendar repeats itself too often: there would be too many dates."),
    Fault.BROKEN: _("The calendar could not be read."),
}


def words(fault: str) -> str:
    """A sentence for what is kept in the database; empty where all is well."""
    return WORDS.get(fault, WORDS[Fault.BROKEN]) if fault else ""


def outcome(reading) -> str:
    """How much was found: "128 dates; 2 entries could not be read"."""
    return amount(sum(len(event.dates) for event in reading.events), reading.unreadable)


def amount(dates: int, unreadable: int) -> str:
    said = [ngettext("one date", "%(number)d dates", dates) % {"number": dates}]
    if unreadable:
        left_out = ngettext("one entry could not be read", "%(number)d entries could not be read", unreadable)
        said.append(left_out % {"number": unreadable})
    return "; ".join(said)
