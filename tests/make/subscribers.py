"""Subscribers, the page on which one becomes one, and what a browser sends there."""

from django.utils import timezone

from pages.enquiries.intake.posting import TICKET
from pages.letters.models import Letter
from pages.mailbox import key_of
from pages.newsletters.models import NewsletterIndexPage
from pages.subscribers import asking
from pages.subscribers.models import State, Subscriber
from pages.subscribers.signing_up import stamp


def sign_up_page(parent, *, topics=(), audiences=(), slug="newsletter", **facts):
    """A published page to sign up on."""
    facts = {"title": "Newsletter", "locale": parent.locale, **facts}
    page = NewsletterIndexPage(slug=slug, **facts)
    page.topics_offered, page.audiences_offered = topics, audiences
    return parent.add_child(instance=page)


def subscriber(address="mina@post.example", *, topics=(), audiences=(), **facts):
    """Somebody who gets the newsletter."""
    now = timezone.now()
    known = {"state": State.CONFIRMED, "asked_at": now, "confirmed_at": now, "wording": "Ja, gern."}
    if facts.get("state") == State.ASKED:
        known |= {"confirmed_at": None, "wording": ""}
    made = Subscriber.objects.create(address=address, key=key_of(address), **{**known, **facts})
    made.topics.set(topics)
    made.audiences.set(audiences)
    return made


def asked_for(page, address="mina@post.example", **more):
    """The fields of a filled sign-up form."""
    return {TICKET: stamp(page), "mail": address, "language": "de", **more}


def signed_up(client, page, address="mina@post.example", **more):
    """The answer to a filled sign-up form, once the mailbox has been written to, too."""
    response = client.post(page.url, asked_for(page, address, **more))
    asking.answer_waiting()
    return response


def link_in(letter):
    """The path of the first link in a letter."""
    link = next(word for word in letter.text.split() if "/abo/" in word)
    return link.removeprefix("http://testserver")


def newest_letter():
    return Letter.objects.latest("pk")
