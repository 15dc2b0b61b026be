"""The link in “please confirm”: one button."""

from django.utils import timezone

from pages.centre.models import Centre
from pages.subscribers import links
from pages.subscribers.asking import ask
from pages.subscribers.confirming import Standing, confirm, standing
from pages.subscribers.consent import consent
from pages.subscribers.models import Wish
from pages.subscribers.views.answering import back, by_link, shown, unknown
from pages.topics.models import Audience, Topic

AGAIN, THANKS = "post", "danke"
STATUS = {Standing.EXPIRED: 410, Standing.REPLACED: 410}


@by_link
def confirmation(request, token):
    """Open: the button. Used: all is well. Too old: a button for a new mail."""
    wish, now = links.wish_of(token), timezone.now()
    if wish is None:
        return unknown(request)
    found = standing(wish, now)
    if request.method == "POST":
        return _do(request, wish, found, now)
    if AGAIN in request.GET:
        return shown(request, "mailed")
    words = {"wish": wish, "standing": found.value, "is_new": THANKS in request.GET}
    if found == Standing.OPEN:
        words["consent"] = consent(Centre.for_request(request))
    if found == Standing.DONE:
        words["settings"] = links.preferences(wish.language, links.token_of(wish.subscriber))
    return shown(request, "confirmation", STATUS.get(found, 200), **words)


def _do(request, wish, found, now):
    if found == Standing.OPEN:
        confirm(wish, consent(Centre.for_request(request)), now)
        return back(request, THANKS)
    if found == Standing.EXPIRED:
        _ask_again(wish, now)
        return back(request, AGAIN)
    return back(request)


def _ask_again(wish: Wish, now):
    """One that waits for its answer is enough, however often the button is pressed."""
    if Wish.objects.filter(address=wish.address, moves=wish.moves, looked_at=None).exists():
        return
    terms = (kind.objects.filter(pk__in=keys) for kind, keys in _chosen(wish))
    ask(wish.address, wish.language, *terms, now=now, mover=wish.subscriber if wish.moves else None)


def _chosen(wish):
    return (Topic, wish.topics), (Audience, wish.audiences)
