"""What opens a door without a password: the number and the secret of a row, sealed. Always equally long."""

import re
from base64 import urlsafe_b64encode

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.http import base36_to_int, int_to_base36

from pages.keys import secret_keys

LENGTH = 63
"""Characters of a token: 8 for the number, 22 for the secret, 33 for the seal (198 bits)."""

SHAPE = re.compile(r"([0-9a-z]{8})([0-9A-Za-z]{22})([0-9A-Za-z_-]{33})")


def sealed(purpose: str, number: int, secret: str) -> str:
    """The token of a row; worthless for another purpose, and once the row's secret is another."""
    body = f"{int_to_base36(number):0>8}{secret}"
    return body + _seal(purpose, body, settings.SECRET_KEY)


def opened(purpose: str, token: str) -> tuple[int, str] | None:
    """Number and secret, or None for a token that is forged, damaged, or made for another purpose."""
    shape = SHAPE.fullmatch(token)
    if not shape:
        return None
    seals = (_seal(purpose, shape[1] + shape[2], key) for key in secret_keys())
    if not any(constant_time_compare(shape[3], seal) for seal in seals):
        return None
    return base36_to_int(shape[1]), shape[2]


def _seal(purpose, body, key):
    seal = salted_hmac(f"pages.subscribers.{purpose}", body, key, algorithm="sha256").digest()
    return urlsafe_b64encode(seal).decode()[:33]
