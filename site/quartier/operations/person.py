"""What the house knows of one person, by the mail address: given out (GDPR, article 15), erased (17).

A room that keeps something of strangers brings two functions; one line in `KEEPERS` has them asked.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pages.enquiries import rights as of_forms
from pages.letters import rights as of_letters
from pages.mailings import rights as of_mailings
from pages.subscribers import rights as of_subscribers


@dataclass(frozen=True)
class Keeper:
    """A room that keeps something: what it is called, how it is given out and erased."""

    name: str
    title: Promise
    kept: Callable[[str], list[dict]]
    erase: Callable[[str], int]


KEEPERS = [
    Keeper("mailings", _("Newsletters that were sent"), of_mailings.kept, of_mailings.erase),
    Keeper("newsletter", _("Newsletter subscription"), of_subscribers.kept, of_subscribers.erase),
    Keeper("forms", _("Sent with forms"), of_forms.kept, of_forms.erase),
    Keeper("mail", _("Mail from the website"), of_letters.kept, of_letters.erase),
]


LABELS = {
    "address": _("e-mail address"),
    "about": _("about"),
    "agreed_to": _("agreed to"),
    "answers": _("answers"),
    "answers_to": _("answers go to"),
    "asked_at": _("asked"),
    "audiences": _("audiences"),
    "bounces": _("mails that came back"),
    "confirmed_at": _("confirmed"),
    "done": _("done"),
    "files": _("files"),
    "form": _("form"),
    "language": _("language"),
    "left_at": _("left"),
    "mailing": _("mailing"),
    "received_at": _("received"),
    "settled_at": _("since"),
    "state": _("state"),
    "subject": _("subject"),
    "text": _("text"),
    "to": _("to"),
    "topics": _("topics"),
    "written_at": _("written"),
}
"""What the things that rooms tell are called for editors; in what is given out the names stay as they are."""


def kept(address) -> dict[str, list[dict]]:
    """By room, what is kept; rooms that keep nothing are left out."""
    found = {keeper.name: keeper.kept(address) for keeper in KEEPERS}
    return {name: things for name, things in found.items() if things}


def give_out(address, now) -> str:
    """The same as JSON, to be handed to the person."""
    told = {"address": address, "given_out_at": now, "kept": kept(address)}
    return json.dumps(told, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2) + "\n"


@transaction.atomic
def erase(address) -> dict[str, int]:
    """By room, how many things were erased. All of it, or nothing."""
    return {keeper.name: count for keeper in KEEPERS if (count := keeper.erase(address))}


def title_of(name):
    return next(keeper.title for keeper in KEEPERS if keeper.name == name)
