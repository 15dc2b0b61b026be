"""Who may send to everybody, and who may read the addresses."""

from pages.mailbox import masked

SEND = "mailings.send_mailing"
ADDRESSES = "subscribers.view_subscriber"


def may_send(user):
    return user.has_perm(SEND)


def shown(address, user):
    """An address for those who may know it; for others so little of it that its owner would know it."""
    return address if user.has_perm(ADDRESSES) else masked(address) if address else ""
