"""What would become of each line of a list: who is new, who is there already, who has left and stays away."""

from dataclasses import dataclass, field

from django.conf import settings
from django.utils.translation import gettext as _

from pages.mailbox import NoAddressError, UnsendableError, checked, key_of
from pages.subscribers.leaving import marks_of
from pages.subscribers.models import PastConsent, Subscriber
from pages.topics.models import Audience, Topic

PIECE = 500


@dataclass
class Proposal:
    """`new`: address, language, topics and audiences of each; `faults`: line, what stands there, why not."""

    new: list = field(default_factory=list)
    faults: list = field(default_factory=list)
    there: int = 0
    left: int = 0
    twice: int = 0


def propose(rows, languages) -> Proposal:
    """Of a table; a constant number of queries for each 500 lines."""
    proposal, valid = Proposal(), {}
    languages, topics, audiences = _languages(languages), _terms(Topic), _terms(Audience)
    for row in rows:
        try:
            address = checked(row.address)
        except UnsendableError:
            proposal.faults.append(
                (row.number, row.address, _("letters before the @ that cannot be sent to"))
            )
        except NoAddressError:
            proposal.faults.append((row.number, row.address, _("no e-mail address")))
        else:
            chosen = _known(row.topics, topics), _known(row.audiences, audiences)
            language = languages.get(row.language.casefold(), settings.LANGUAGE_CODE)
            proposal.twice += key_of(address) in valid
            valid.setdefault(key_of(address), [address, language, *chosen])
    _sort_out(proposal, valid)
    return proposal


def _sort_out(proposal, valid):
    there, left = known(valid)
    proposal.there, proposal.left = len(there), len(left)
    proposal.new = [each for key, each in valid.items() if key not in there and key not in left]


def known(keys):
    """Of these addresses those that are subscribers, and those that once were and left."""
    there, left = set(), set()
    for some in _pieces(keys):
        there |= set(Subscriber.objects.filter(key__in=some).values_list("key", flat=True))
        marks = {mark: key for key in some for mark in marks_of(key)}
        gone = PastConsent.objects.filter(mark__in=list(marks)).values_list("mark", flat=True)
        left |= {marks[mark] for mark in gone}
    return there, left - there


def _pieces(keys):
    keys = list(keys)
    return (keys[start : start + PIECE] for start in range(0, len(keys), PIECE))


def _known(names, terms):
    return [terms[name.casefold()] for name in names if name.casefold() in terms]


def _terms(kind):
    """By each of its names, and by the one in addresses."""
    terms = list(kind.objects.all())
    named = {word.casefold(): term.pk for term in terms for word in term.name.values() if word}
    return named | {term.slug: term.pk for term in terms}


def _languages(codes):
    names = dict(settings.LANGUAGES)
    return {code: code for code in codes} | {names[code].casefold(): code for code in codes}
