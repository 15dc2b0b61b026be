"""Secrets of second factors are kept encrypted: a stolen backup opens nothing without the SECRET_KEY."""

import base64
import hashlib

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.utils.encoding import force_bytes

from pages.keys import secret_keys


def hidden(text):
    return _box().encrypt(text.encode()).decode()


def revealed(text):
    """Empty if it cannot be read: after the SECRET_KEY was lost, second factors have to be set up anew."""
    try:
        return _box().decrypt(text.encode()).decode()
    except InvalidToken:
        return ""


def _box():
    """Written with the key of today, read with earlier ones, too."""
    return MultiFernet(map(_fernet, secret_keys()))


def _fernet(key):
    digest = hashlib.sha256(b"quartier.signing_in.secrecy" + force_bytes(key)).digest()
    return Fernet(base64.urlsafe_b64encode(digest))
