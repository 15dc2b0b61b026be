"""Every table that keeps somebody's mail address is asked when a person wants to know, or to be forgotten."""

from django.apps import apps
from django.db import models

ASKED = {
    "enquiries.Submission": "pages/enquiries/rights.py",
    "letters.Letter": "pages/letters/rights.py",
    "subscribers.Subscriber": "pages/subscribers/rights.py",
    "subscribers.Wish": "pages/subscribers/rights.py",
    "mailings.Delivery": "pages/mailings/rights.py",
}
OF_THE_HOUSE = {
    "auth.User": "accounts of those who edit, looked after by administrators",
    "account.EmailAddress": "the same",
    "account.EmailConfirmation": "the same, while an address waits to be confirmed",
    "people.Person": "whom to ask: public, typed by editors",
    "partners.PartnerPage": "public, typed by editors",
    "centre.Centre": "the address of the house",
    "signing_in.Tries": "hashes of who guesses passwords, forgotten within days",
}
NAMES = {"address", "mail", "email", "to", "reply_to", "key"}


def keeps_an_address(model):
    fields = model._meta.local_concrete_fields
    texts = (models.CharField, models.TextField)
    return any(
        isinstance(field, models.EmailField) or (isinstance(field, texts) and field.name in NAMES)
        for field in fields
    )


def test_every_table_with_a_mail_address_is_asked_or_belongs_to_the_house():
    found = {model._meta.label for model in apps.get_models() if keeps_an_address(model)}

    assert found - ASKED.keys() - OF_THE_HOUSE.keys() == set()
    assert ASKED.keys() <= found
