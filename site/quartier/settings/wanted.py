"""What a variable has to look like. None of this repeats the value: it may be a secret."""

import os
import re
from email.utils import parseaddr
from importlib.util import find_spec
from urllib.parse import urlsplit

import dj_database_url
import dj_email_url
from environs import EnvError, validate

DATABASES = ("postgres", "postgresql", "sqlite")
MAIL_ADDRESS = re.compile(r"[^@\s<>]+@[^@\s<>]+")


def something(value):
    """Not only set, but said."""
    _refuse_unless(value and str(value).strip(), "it is empty.")


def web_address(value):
    """With https:// (or http://) and a name, and nothing behind it."""
    is_one = _is_address(value, "https", "http", has_more=False)
    _refuse_unless(is_one, "it is no address like https://www.example.org.")


def web_addresses(values):
    """Any number of them."""
    for value in filter(None, values):
        web_address(value)


def address(*kinds, like):
    """Of a machine that is asked, or nothing: `like` shows one."""

    def check(value):
        _refuse_unless(not value or _is_address(value, *kinds), f"it is no address like {like}.")

    return check


def fault_server(value):
    """As Sentry calls it, with a key and the number of a project; or nothing."""
    address("https", "http", like=(like := "https://key@faults.example/1"))(value)
    parts = urlsplit(value)
    is_whole = parts.username and parts.path.rpartition("/")[2].isdecimal()
    _refuse_unless(not value or is_whole, f"it is no address like {like}.")


def names(value):
    """Of hosts, at least one."""
    _refuse_unless(any(value), "it is empty.")
    hosts(value)


def hosts(value):
    """No addresses."""
    are_all = not any(set(name) & set("/@ ") for name in value)
    _refuse_unless(are_all, "names are wanted, like www.example.org, without https:// and blanks.")


def words(value):
    """As they stand in DNS."""
    are_all = all(re.fullmatch(r"[A-Za-z0-9._-]*", word) for word in value)
    _refuse_unless(are_all, "only letters, digits, dots and hyphens are possible.")


def one_of(*possible):
    """A misspelt word might leave a door open."""

    def check(value):
        _refuse_unless(value in possible, f"it is none of {', '.join(possible)}.")

    return check


def not_negative(value):
    _refuse_unless(value >= 0, "it is less than 0.")


def folder(value):
    """Makes it, if need be."""
    try:
        value.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        _refuse_unless(False, f"{value} cannot be made ({fault.strerror}).")
    _refuse_unless(os.access(value, os.W_OK | os.X_OK), f"nothing can be written into {value}.")


def no_file(value):
    """A folder, or what may become one as soon as the disk is there."""
    _refuse_unless(value.is_absolute(), "it has to begin with /.")
    _refuse_unless(not value.is_file(), f"{value} is no folder.")


def database(value):
    """Of a kind that we know."""
    try:
        is_one = urlsplit(value).scheme in DATABASES and dj_database_url.parse(value)["NAME"]
    except ValueError:
        is_one = False
    _refuse_unless(is_one, "it is no address like postgres://user:password@host/name.")


def mail_server(value):
    """Where mail really goes out, with the name of the server."""
    try:
        told = dj_email_url.parse(value)
        is_one = "EMAIL_BACKEND" in told and ("smtp" not in told["EMAIL_BACKEND"] or told["EMAIL_HOST"])
    except ValueError:
        is_one = False
    _refuse_unless(is_one, "it is no address like submission://user:password@mail.example.")


def mail_address(value):
    """With a name before it or not, or nothing."""
    is_one = MAIL_ADDRESS.fullmatch(parseaddr(value)[1]) and value.count("<") == value.count(">")
    _refuse_unless(not value or is_one, "it is no address like Lindenplatz <hello@lindenplatz.example>.")


def mail_backend(value):
    """A class in a module that is there."""
    module, _dot, name = value.rpartition(".")
    try:
        is_there = name and find_spec(module)
    except (ImportError, ValueError):
        is_there = False
    _refuse_unless(is_there, "there is no such way of sending; anymail.backends.brevo.EmailBackend is one.")


def pairs(value):
    is_right = all("=" in pair for pair in value.split(",") if pair.strip())
    _refuse_unless(is_right, "pairs are wanted, like NAME=value,OTHER=value.")


def unguessable(value):
    """Or nothing. It stands in an address, or in a header."""
    is_one = not value or re.fullmatch(r"[A-Za-z0-9_-]{16,}", value)
    _refuse_unless(
        is_one, "at least 16 random letters or digits are wanted (openssl rand -hex 20 makes some)."
    )


def needs(owner, **needed):
    """Raises EnvError for the first of them that is empty: without it the variable `owner` means nothing."""
    for name, value in needed.items():
        if not value:
            raise EnvError(f'"{name}" invalid: it is empty, and {owner} needs it.')


def _is_address(value, *kinds, has_more=True):
    try:
        parts = urlsplit(value)
        is_one = parts.scheme in kinds and parts.hostname and (parts.port or True)
    except ValueError:
        return False
    more = parts.path.strip("/") or parts.query or parts.fragment
    return is_one and not re.search(r"\s", value) and (has_more or not more)


def _refuse_unless(is_right, words):
    if not is_right:
        raise validate.ValidationError(words)
