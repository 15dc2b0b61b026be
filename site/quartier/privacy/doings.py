"""What a privacy page says and nobody has to type: what is asked, how long it is kept, who learns it."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from wagtail.models import CollectionViewRestriction, PageViewRestriction

from blocks.closed import open_pages
from blocks.goal import chosen
from pages.enquiries.kinds import Kind
from pages.enquiries.models import FormField, FormPage
from pages.letters import outbox
from pages.letters.models import State
from pages.mailings import forgetting as recipients
from pages.subscribers import forgetting as unconfirmed
from pages.subscribers import leaving
from pages.subscribers.offering import offered, sign_up_page
from quartier.privacy.embedded import providers
from quartier.signing_in import noting
from quartier.signing_in.known import COOKIE

TRANSLATORS = {"quartier.languages.machines.DeepL": "DeepL"}


@dataclass(frozen=True)
class Form:
    """A form that everybody can fill in: as it is called here, what it asks, how many days that is kept."""

    page: FormPage
    asked: list[FormField]
    days: int

    @property
    def takes_files(self):
        return any(question.field_type == Kind.FILE for question in self.asked)


@dataclass(frozen=True)
class Newsletter:
    """Where one signs up, whether one chooses topics, and the days after which things are forgotten."""

    page: object
    has_choice: bool
    unconfirmed_days: int = unconfirmed.UNCONFIRMED_KEPT.days
    recipients_days: int = recipients.ADDRESSES_KEPT.days
    proof_years: int = leaving.PROOF_KEPT.days // 365


@dataclass(frozen=True)
class Doings:
    """All of it, as it is now."""

    cookies: list[str]
    cookies_for_a_password: list[str]
    forms: list[Form]
    newsletter: Newsletter | None
    embeds: list[str]
    translator: str
    reports_go_to: str
    mail_service: str
    sent_days: int = outbox.KEPT[State.SENT].days
    failed_days: int = outbox.KEPT[State.FAILED].days
    account_years: int = noting.KEPT.days // 365


def doings() -> Doings:
    """Asked of settings and database. The number of queries does not grow with what there is."""
    needed = [settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME]
    return Doings(
        cookies=[*needed, CookieStorage.cookie_name, COOKIE],
        cookies_for_a_password=needed if _asks_for_a_password() else [],
        forms=_forms(),
        newsletter=_newsletter(),
        embeds=providers(),
        translator=_translator(settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR),
        reports_go_to=urlsplit(getattr(settings, "SENTRY_DSN", "") or "").hostname or "",
        mail_service=_mail_service(settings.EMAIL_BACKEND),
    )


def _asks_for_a_password():
    """Whether readers are asked for one somewhere. Wagtail keeps in the session who knew it."""
    return any(
        kind.objects.filter(restriction_type=kind.PASSWORD).exists()
        for kind in (PageViewRestriction, CollectionViewRestriction)
    )


def _forms():
    """The open ones, each once, in the language that is read if there is that."""
    found = open_pages(FormPage.objects.defer_streamfields()).order_by("path")
    keys = list(found.values_list("translation_key", "pk"))
    first = dict(reversed(keys))
    told = [
        each for each in chosen(FormPage.objects.all(), list(reversed(first.values()))) if each and each.shown
    ]
    questions = _questions({page.pk for each in told for page in (each.shown, each.original)})
    return [
        Form(each.shown, _worded(questions, each.original.pk, each.shown.pk), each.original.retention_days)
        for each in told
    ]


def _questions(pages):
    found = {}
    for question in FormField.objects.filter(page__in=pages).order_by("sort_order"):
        found.setdefault(question.page_id, {})[question.translation_key] = question
    return found


def _worded(questions, original, shown):
    """What the original asks decides; it is told in the words of the page that is read, if that has any."""
    own = questions.get(shown, {})
    return [own.get(key, question) for key, question in questions.get(original, {}).items()]


def _newsletter():
    page = sign_up_page()
    return page and Newsletter(page, any(offered(page).values()))


def _translator(setting):
    """Who translates, if a machine does: its name, or the host it runs on."""
    if not setting:
        return ""
    address = setting.get("OPTIONS", {}).get("LIBRETRANSLATE_URL", "")
    return (
        TRANSLATORS.get(setting["CLASS"]) or urlsplit(address).hostname or setting["CLASS"].rpartition(".")[2]
    )


def _mail_service(backend):
    """The provider with an interface of its own that sends our mail; an own mail server is nobody else."""
    name = backend.split(".")[-2] if backend.startswith("anymail.") else ""
    return name.replace("_", " ").title()
