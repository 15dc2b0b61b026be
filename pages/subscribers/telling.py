"""The letters to one person: please confirm, you are a subscriber already. Plain, automatic, nothing else."""

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import override
from wagtail.models import Site

from pages.centre.models import Centre
from pages.letters import outbox
from pages.subscribers import links


def ask_to_confirm(wish):
    """A letter with the link that says yes to a wish."""
    name = "move" if wish.moves else "confirm"
    return _put(name, wish.address, wish.language, link=links.confirmation(wish))


def tell_of_subscription(subscriber):
    """To somebody who was typed in once more: nothing has changed, and here are the settings."""
    link = links.preferences(subscriber.language, links.token_of(subscriber))
    return _put("known", subscriber.address, subscriber.language, link=link)


def house():
    """The centre that writes."""
    return Centre.for_site(Site.objects.filter(is_default_site=True).first() or Site.objects.first())


def _put(name, to, language, **words):
    centre = house()
    words |= {"centre": centre, "site": f"{settings.SITE_URL}/{language}/"}
    with override(language):
        subject = render_to_string(f"emails/subscribers/{name}.subject.txt", words)
        text = render_to_string(f"emails/subscribers/{name}.txt", words).strip() + "\n"
    return outbox.put(to, subject, text, reply_to=centre.mail, is_automatic=True, may_fail=True)
