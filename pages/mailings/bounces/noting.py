"""What came back is noted with the mail that it was, once."""

from pages.mailings.bounces.reading import read
from pages.mailings.delivering.marks import anonymous
from pages.mailings.models import Delivery, State
from pages.mailings.verp import delivery_of
from pages.subscribers import bouncing

MAY_COME_BACK = [State.SENT, State.UNCERTAIN, State.DOT]


def note(raw, now) -> bool:
    """Whether this is a report on a mail of ours. Forged ones, and notes of holidays, are none."""
    report = read(raw)
    proofs = [delivery_of(address) for address in report.addresses] if report else []
    key = next((proof for proof in proofs if proof), None)
    if key is None:
        return False
    if report.is_final:
        came_back(key, report.status, report.words, report.is_hard, now)
    return True


def came_back(key, status, words, is_hard, now):
    """A mail did not arrive after all. A hard bounce counts against its address."""
    there = Delivery.objects.filter(pk=key, state__in=MAY_COME_BACK)
    if (
        there.update(state=State.BOUNCED, settled_at=now, code=status[:9], trouble=anonymous(words))
        and is_hard
    ):
        for address in Delivery.objects.filter(pk=key).exclude(address="").values_list("key", flat=True):
            bouncing.note_hard_bounce(address, now)
