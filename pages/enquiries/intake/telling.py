"""The mails that tell of a message: one to the house, and one to the sender who wants a copy."""

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Site

from pages.centre.models import Centre
from pages.letters import outbox
from pages.phrasing import dated


def centre_of(page):
    """The centre whose site a page belongs to."""
    site = page.get_site() or Site.objects.filter(is_default_site=True).first()
    return Centre.for_site(site)


def recipient(page):
    """Who is told: the person in charge, else the house. Empty where neither has an address."""
    return (page.contact.mail if page.contact else "") or centre_of(page).mail


def tell_the_house(page, submission):
    """A letter in the language of the house, or None where nobody has an address."""
    to = recipient(page.original)
    if not to:
        return None
    with override(settings.LANGUAGE_CODE):
        subject, text = _written("to_the_house", page.original, submission, submission.entries)
    return outbox.put(to, subject, text, reply_to=submission.mail)


def tell_the_sender(page, submission, entries, about):
    """A letter in the language and the words that the sender reads."""
    subject, text = _written("to_the_sender", page, submission, entries, about)
    return outbox.put(submission.mail, subject, text, reply_to=recipient(page.original), is_automatic=True)


def _written(name, page, submission, entries, about=None):
    centre = centre_of(page)
    words = {"page": page, "submission": submission, "centre": centre, "site": settings.SITE_URL}
    words["about"] = about.title if about else submission.about_title
    words["entries"] = [
        {**entry, "words": "\n  ".join(entry["words"].splitlines())} for entry in entries if entry["words"]
    ]
    words["last_day"] = dated(submission.deleted_on(page.original.retention_days))
    words["link"] = settings.WAGTAILADMIN_BASE_URL + reverse(
        "enquiries:submission", args=[page.pk, submission.pk]
    )
    words["has_files"] = submission.attachments.exists()
    subject = render_to_string(f"emails/enquiries/{name}.subject.txt", words)
    return subject, render_to_string(f"emails/enquiries/{name}.txt", words).strip() + "\n"
