"""The terms that the house gives itself, in all its languages: topics, rooms, roles, reasons for closing.

Found by their fields: a model that gets a `WordingField` is here the same day. Left out are the texts of
pages, which wait for their page to be published, those of single dates, which are written with the date,
and the names of school holidays, which no reader sees.
"""

from dataclasses import dataclass
from functools import cached_property

from django.apps import apps
from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from modelcluster.fields import ParentalKey
from wagtail.log_actions import log
from wagtail.models import Page
from wagtail.permissions import policy_registry

from pages.events.models import Change, Occurrence, SchoolHoliday
from pages.wording import Wording, WordingField, with_plain_breaks

LEFT_OUT = (Change, Occurrence, SchoolHoliday)


class ChangedMeanwhileError(Exception):
    """Somebody else typed another text since this one was shown."""


class TooLongError(Exception):
    """A text has more characters than its field keeps."""


@dataclass(frozen=True)
class Term:
    """One wording of one thing, as it was read."""

    field: WordingField
    thing: object

    @property
    def key(self):
        return f"{self.field.model._meta.label_lower}.{self.field.name}.{self.thing.pk}"

    @cached_property
    def wording(self) -> Wording:
        return getattr(self.thing, self.field.name)

    @property
    def own(self):
        return self.wording.get(settings.LANGUAGE_CODE, "")

    def missing(self, codes):
        """The languages in which it cannot be read, though it can in that of the house."""
        return [code for code in codes if self.own and not self.wording.get(code)]


def fields() -> list[WordingField]:
    """Every wording that is edited apart from a page, in the order in which the rooms name them."""
    return [
        field
        for model in apps.get_models()
        if not _is_left_out(model)
        for field in model._meta.get_fields()
        if isinstance(field, WordingField)
    ]


def _is_left_out(model):
    return issubclass(owner(model), Page) or issubclass(model, LEFT_OUT) or model._meta.abstract


def owner(model):
    """The model with whose form a thing is edited: the room of a tariff, the centre of a closed day."""
    parents = [field for field in model._meta.get_fields() if isinstance(field, ParentalKey)]
    return parents[0].related_model if parents else model


def may_change(user, model) -> bool:
    return policy_registry.get_by_type(owner(model)).user_has_permission(user, "change")


def terms(field, user) -> list[Term]:
    """All that a user may change of one field and that says something. One query, and those of the policy."""
    things = field.model._default_manager.all()
    if owner(field.model) is field.model:
        policy = policy_registry.get_by_type(field.model)
        mine = policy.instances_user_has_permission_for(user, "change")
        things = things.filter(pk__in=mine.values("pk"))
    found = (Term(field, thing) for thing in things.order_by("pk"))
    return [term for term in found if term.wording]


def term(key, user) -> Term | None:
    """One of those that a user may change; None where there is no such thing."""
    known = {f"{field.model._meta.label_lower}.{field.name}": field for field in fields()}
    name, _point, number = key.rpartition(".")
    field = known.get(name)
    if not field or not number.isdecimal() or not may_change(user, field.model):
        return None
    if len(number) > 18:
        return None
    return next((each for each in terms(field, user) if each.thing.pk == int(number)), None)


def cleaned(text) -> str:
    """A text as it arrives from a form: without what a browser adds and no text can hold."""
    return with_plain_breaks(text.replace("\0", "")).strip()


def save(term, shown: dict, typed: dict, user) -> bool:
    """Keep what was typed; whether that changed anything.

    `shown` is what stood there when the form was made: where somebody has typed another text since, nothing
    is kept. Both are `cleaned`. Raises ChangedMeanwhileError and TooLongError.
    """
    changes = {code: text for code, text in typed.items() if text != shown.get(code, "")}
    if any(len(text) > term.field.longest for text in changes.values()):
        raise TooLongError
    with transaction.atomic():
        thing = term.field.model._default_manager.select_for_update().get(pk=term.thing.pk)
        now = getattr(thing, term.field.name)
        stands = {code: cleaned(now.get(code, "")) for code in changes}
        if any(stands[code] not in (shown.get(code, ""), text) for code, text in changes.items()):
            raise ChangedMeanwhileError
        wanted = Wording({code: text for code, text in {**now, **changes}.items() if text})
        if wanted == now:
            return False
        setattr(thing, term.field.name, wanted)
        thing.save(update_fields=[term.field.name])
        log(_owner_of(thing), "wagtail.edit", user=user)
    return True


def _owner_of(thing):
    """The thing whose history tells of the change."""
    for field in thing._meta.get_fields():
        if isinstance(field, ParentalKey):
            try:
                return getattr(thing, field.name)
            except ObjectDoesNotExist:
                return thing
    return thing
