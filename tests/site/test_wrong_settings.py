"""Whoever mistypes a setting reads one sentence about it, wherever the site is started."""

import errno
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.db.utils import OperationalError, ProgrammingError

from quartier.settings.faults import outage_told_plainly

HOUSE = Path(__file__).parents[2]
RIGHT = {
    "SECRET_KEY": "x" * 60,
    "SITE_URL": "https://haus.example",
    "ALLOWED_HOSTS": "haus.example",
    "DJANGO_SETTINGS_MODULE": "quartier.settings.production",
}

READ = """
from quartier.settings.faults import told_plainly
with told_plainly():
    import quartier.settings.production
"""


def start(tmp_path, *words, **changes):
    own = {"PATH": os.environ["PATH"], "DATA_DIR": str(tmp_path), "PYTHONPATH": "site", **RIGHT, **changes}
    environment = {name: value for name, value in own.items() if value is not None}
    words = words or ("manage.py", "version")
    return subprocess.run(
        [sys.executable, *words], cwd=HOUSE, env=environment, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("SECRET_KEY", None, "is not set"),
        ("SECRET_KEY", " ", "it is empty"),
        ("SITE_URL", "www.haus.example", "it is no address like https://www.example.org"),
        ("SITE_URL", "https://haus.example:türe", "it is no address"),
        ("SITE_URL", "https://haus.example/de/", "it is no address"),
        ("ALLOWED_HOSTS", "https://haus.example", "without https://"),
        ("ALLOWED_HOSTS", "", "it is empty"),
        ("DATA_DIR", "/proc/nowhere", "cannot be made"),
        ("DATABASE_URL", "mongo://kim:geheim@db/haus", "it is no address like postgres://"),
        ("PURGE_URLS", "https://cache.example,varnish", "it is no address like https://"),
        ("EMAIL_URL", "post:kim:geheim@mail", "it is no address like submission://"),
        ("MAIL_PER_MINUTE", "viele", "not a valid integer"),
        ("BEHIND_PROXY", "vielleicht", "not a valid boolean"),
        ("HSTS_INCLUDE_SUBDOMAINS", "ja", "not a valid boolean"),
        ("LOG_REQUESTS", "ja", "not a valid boolean"),
        ("ALLOWED_HOSTS", "haus.example, www.haus.example", "and blanks"),
        ("DATABASE_URL", "mysql://kim:geheim@db/haus", "it is no address like postgres://"),
        ("DATABASE_URL", "postgres://kim:geheim@db", "it is no address like postgres://"),
        ("CACHE_URL", "cache.internal:6379", "it is no address like redis://"),
        ("PURGE_URLS", "cache.internal", "it is no address like https://"),
        ("S3_ENDPOINT", "fsn1.objects.example", "it is no address like https://"),
        ("BACKUP_DIR", "/etc/passwd", "is no folder"),
        ("BACKUP_DIR", "mnt/backups", "it has to begin with /"),
        ("SECOND_FACTOR", "alle", "none of administrators, publishers, everybody, nobody"),
        ("EMAIL_URL", "submission://", "it is no address like submission://"),
        ("MAIL_FROM", "Haus am Park", "it is no address like Lindenplatz <"),
        ("MAIL_FROM", "Haus <hallo@haus.example", "it is no address like Lindenplatz <"),
        ("DKIM_SELECTORS", "mail 2026", "only letters, digits"),
        ("EMAIL_BACKEND", "anymail.backends.brevoo.EmailBackend", "no such way of sending"),
        ("EMAIL_BACKEND", "brevo", "no such way of sending"),
        ("ANYMAIL", "geheim", "pairs are wanted"),
        ("MAIL_PER_MINUTE", "-3", "less than 0"),
        ("MAIL_CONNECTIONS", "viele", "not a valid integer"),
        ("BOUNCE_ADDRESS", "haus.example", "it is no address like Lindenplatz <"),
        ("BOUNCE_MAILBOX", "mail.example", "it is no address like imaps://"),
        ("BOUNCE_SECRET", "geheim", "at least 16 random letters"),
        ("METRICS_TOKEN", "geheim", "at least 16 random letters"),
        ("LOG_FORMAT", "xml", "it is none of line, json"),
        ("SENTRY_DSN", "faults.example", "it is no address like https://key@"),
        ("SENTRY_DSN", "https://faults.example/1", "it is no address like https://key@"),
        ("PEERTUBE_HOSTS", "https://tube.example", "without https://"),
        ("LIBRETRANSLATE_URL", "translate.example", "it is no address like https://translate.example"),
    ],
)
def test_the_variable_is_named_in_one_sentence_and_secrets_are_not(tmp_path, name, value, says):
    done = start(tmp_path, "-c", READ, **{name: value})

    assert done.returncode == 1
    assert done.stderr.startswith(f"The variable {name} ")
    assert says in done.stderr
    assert done.stderr.count("\n") == 1
    assert "geheim" not in done.stderr


@pytest.mark.parametrize(
    ("missing", "given"),
    [
        ("S3_SECRET_KEY", {"S3_BUCKET": "haus", "S3_ACCESS_KEY": "geheim"}),
        ("CLOUDFLARE_TOKEN", {"CLOUDFLARE_ZONE": "0a1b"}),
        ("CLOUDFLARE_ZONE", {"CLOUDFLARE_TOKEN": "geheim"}),
    ],
)
def test_what_another_one_needs_is_named_too(tmp_path, missing, given):
    done = start(tmp_path, **given)

    assert done.returncode == 1
    assert done.stderr.startswith(f"The variable {missing} ")
    assert "geheim" not in done.stderr


def test_what_stands_in_the_table_as_an_example_is_taken(tmp_path):
    """`…` stands for what nobody should copy."""
    rows = re.findall(r"^\| `([A-Z0-9_]+)` \| `([^`]+)`", (HOUSE / "site/README.md").read_text(), re.M)
    examples = {name: value for name, value in rows if "…" not in value}
    own = {"DATA_DIR": str(tmp_path), "SECRET_KEY": "x" * 60, "ALLOWED_HOSTS": "www.lindenplatz.example"}
    keys = {"S3_ACCESS_KEY": "a", "S3_SECRET_KEY": "b", "BACKUP_DIR": str(tmp_path / "backups")}

    done = start(tmp_path, "-c", "import quartier.settings.production", **{**examples, **own, **keys})

    assert len(examples) > 20
    assert done.stderr == ""


def test_a_command_says_the_same(tmp_path):
    done = start(tmp_path, "manage.py", "version", SITE_URL="haus")

    assert done.returncode == 1
    assert done.stderr.startswith("The variable SITE_URL ")
    assert done.stderr.count("\n") == 1


def test_the_server_says_the_same(tmp_path):
    done = start(tmp_path, "-c", "import quartier.wsgi", SITE_URL="haus")

    assert done.stderr.startswith("The variable SITE_URL ")
    assert "Traceback" not in done.stderr


def test_nothing_between_two_commas_is_no_key_that_somebody_could_sign_with(tmp_path):
    asking = "from django.conf import settings; print(settings.SECRET_KEY_FALLBACKS)"

    said = start(tmp_path, "-c", asking, SECRET_KEY_FALLBACKS="yesterday,, ,")

    assert said.stdout.strip() == "['yesterday']"


def test_a_database_that_is_gone_is_one_sentence_too(tmp_path):
    gone = start(tmp_path, "manage.py", "pending", DATABASE_URL="postgres://haus:geheim@127.0.0.1:1/haus")

    assert gone.returncode == 1
    assert gone.stderr.startswith("The database does not do what it is asked: ")
    assert "is DATABASE_URL right?" in gone.stderr
    assert gone.stderr.count("\n") == 1
    assert "geheim" not in gone.stderr


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        (OperationalError("no such table: wagtailcore_page"), "Was it migrated?"),
        (ProgrammingError('relation "wagtailcore_page" does not exist\nLINE 1'), "Was it migrated?"),
        (OperationalError("database or disk is full"), "is there room"),
    ],
)
def test_a_bare_database_is_told_from_one_that_is_gone(fault, says):
    with pytest.raises(SystemExit) as ended, outage_told_plainly(in_full=False):
        raise fault

    assert says in str(ended.value)
    assert "\n" not in str(ended.value)
    with pytest.raises(type(fault)), outage_told_plainly(in_full=True):
        raise fault


def test_what_cannot_be_written_is_named(tmp_path):
    with pytest.raises(SystemExit) as ended, outage_told_plainly(in_full=False):
        raise OSError(errno.ENOSPC, "No space left on device", "/srv/media/a.jpg")

    assert str(ended.value).startswith("/srv/media/a.jpg: No space left on device.")
    with pytest.raises(FileNotFoundError), outage_told_plainly(in_full=False):
        (tmp_path / "nothing").read_text()
