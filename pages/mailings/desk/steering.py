"""The levers of a mailing: what a button asked for, done and put into words."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pages.mailings import states
from pages.mailings.models import Delivery, State

LONGEST_NUMBER = 18  # digits; more than that is no number of ours


def turn(mailing, verb):
    """Pause, resume, continue or stop; what to say of it, or None where it was not possible any more."""
    if verb == "stop":
        if mailing.progress not in states.UNFINISHED:
            return None
        count = states.stop(mailing)
        said = ngettext("Stopped: one mail is not sent.", "Stopped: %(count)d mails are not sent.", count)
        return said % {"count": count} if mailing.progress == "stopped" else None
    todo, said = {
        "pause": (states.pause, _("Paused. What is not sent yet waits until you resume.")),
        "resume": (states.resume, _("Resumed.")),
        "continue": (states.continue_, _("Continued.")),
    }[verb]
    return said if todo(mailing) else None


def again(mailing, sent):
    """Send again what was ticked, or all of that kind; how many, and what to say of it."""
    uncertain = sent.get("verb") == "send-again"
    state = State.UNCERTAIN if uncertain else State.FAILED
    there = Delivery.objects.filter(mailing=mailing, state=state).exclude(address="")
    if sent.get("all") != "on":
        there = there.filter(pk__in=_numbers(sent.getlist("delivery")))
    verb = states.send_uncertain_again if uncertain else states.try_failed_again
    count = verb(there.values_list("pk", flat=True))
    said = ngettext("One mail is sent again.", "%(count)d mails are sent again.", count)
    return count, said % {"count": count}


def _numbers(keys):
    return [int(key) for key in keys if key.isascii() and key.isdigit() and len(key) <= LONGEST_NUMBER]
