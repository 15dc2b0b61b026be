"""What the history says about mailings."""

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log, registry

VERBS = {
    "mailings.start": (_("Send to subscribers"), _("Sending begun")),
    "mailings.plan": (_("Plan the sending"), _("Sending planned")),
    "mailings.unplan": (_("Take back a planned sending"), _("Planned sending taken back")),
    "mailings.pause": (_("Pause a mailing"), _("Paused")),
    "mailings.resume": (_("Resume a mailing"), _("Resumed")),
    "mailings.continue": (_("Continue a held mailing"), _("Looked at, and continued")),
    "mailings.stop": (_("Stop a mailing"), _("Stopped")),
    "mailings.again": (_("Send mails again"), _("Mails sent again")),
    "mailings.dismiss": (_("Send no correction"), _("Decided to send no correction")),
}


def register(actions):
    for action, words in VERBS.items():
        actions.register_action(action, *words)


def note(verb, thing, user, **data):
    """Write into the history of a mailing, or of the page that is sent."""
    log(thing, f"mailings.{verb}", user=user, data=data or None)


def history(mailing, most=30):
    """The latest first: when, who, what."""
    return registry.get_logs_for_instance(mailing).select_related("user").order_by("-timestamp")[:most]
