"""A mailing begins: what it says and who gets it is frozen, all at once or not at all."""

from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.db.models import Case, F, Value, When
from django.utils import timezone

from pages.mailings.models import Delivery, Mailing, Purpose, State, Words
from pages.subscribers.models import State as Subscription
from pages.subscribers.models import Subscriber


def start(
    page,
    contents,
    subscribers,
    *,
    name,
    purpose=Purpose.ISSUE,
    starts_at=None,
    user=None,
    now=None,
    occasion="",
):
    """The mailing of `page`, with a row for each confirmed one of `subscribers` (a queryset).

    `contents` maps languages to `Content`; whose language is not among them gets the one of the house. For
    the same page, purpose and occasion (a double click) it is the mailing that there is already.
    """
    if settings.LANGUAGE_CODE not in contents:
        raise ValueError("A mailing needs words in the language of the house.")
    now = now or timezone.now()
    once = {"page": page, "purpose": purpose, "occasion": occasion}
    try:
        with transaction.atomic():
            mailing = Mailing.objects.create(
                **once, name=name[:255], starts_at=starts_at or now, made_at=now, made_by=user
            )
            Words.objects.bulk_create(
                Words(
                    mailing=mailing,
                    language=language,
                    subject=said.subject,
                    html=said.html,
                    text=said.text,
                )
                for language, said in contents.items()
            )
            _enter(mailing, subscribers, list(contents))
    except IntegrityError:
        if there := Mailing.objects.filter(**once).first():
            return there
        raise
    return mailing


def _enter(mailing, subscribers, languages):
    """A row for each, made inside the database: a hundred thousand never pass through here."""
    spoken = Case(When(language__in=languages, then=F("language")), default=Value(settings.LANGUAGE_CODE))
    row = {
        "mailing": Value(mailing.pk),
        "subscriber": F("pk"),
        "address": F("address"),
        "key": F("key"),
        "language": spoken,
        "state": Value(State.QUEUED.value),
        "tries": Value(0),
        "next_try": Value(mailing.starts_at, output_field=Delivery._meta.get_field("next_try")),
        "worker": Value(""),
        "code": Value(""),
        "trouble": Value(""),
    }
    wanted = Subscriber.objects.filter(
        pk__in=subscribers.order_by().values("pk"), state=Subscription.CONFIRMED
    )
    rows, values = wanted.order_by("pk").values_list(*row.values()).query.sql_with_params()
    quoted = connection.ops.quote_name
    table = quoted(Delivery._meta.db_table)
    columns = ", ".join(quoted(Delivery._meta.get_field(field).column) for field in row)
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {table} ({columns}) {rows}", values)
