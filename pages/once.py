"""One form makes one page. Each form for a new page carries the key that its page will have."""

from uuid import UUID, uuid4

from django import forms
from django.core.signing import BadSignature, Signer

FIELD = "page_to_be"
SIGNER = Signer(salt="the key of a page to be")


def key_field():
    """A hidden field with a key; browsers must not bring an old one back."""
    hidden = forms.HiddenInput({"autocomplete": "off"})
    return forms.CharField(initial=lambda: SIGNER.sign(uuid4().hex), widget=hidden, required=False)


def key_of(posted) -> UUID | None:
    """The key of the page that the posted form makes; None for a form without one of ours."""
    try:
        return UUID(SIGNER.unsign(posted.get(FIELD, "")))
    except BadSignature:
        return None
