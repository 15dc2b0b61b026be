"""Whoever mistypes a setting reads one sentence about it, wherever the site is started."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from quartier.settings.faults import outage_told_plainly

HOUSE = Path(__file__).parents[2]
RIGHT = {
    "SECRET_KEY": "x" * 60,
    "SITE_URL": "https://haus.example",
    "ALLOWED_HOSTS": "haus.example",
    "DJANGO_SETTINGS_MODULE": "quartier.settings.production",
}


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
        ("EMAIL_URL", "post:kim:geheim@mail", "it is no address like submission://"),
        ("MAIL_PER_MINUTE", "viele", "not a valid integer"),
        ("BEHIND_PROXY", "vielleicht", "not a valid boolean"),
    ],
)
def test_the_variable_is_named_in_one_sentence_and_secrets_are_not(tmp_path, name, value, says):
    done = start(tmp_path, "manage.py", "diffsettings", **{name: value})

    assert done.returncode == 1
    assert done.stderr.startswith(f"The variable {name} ")
    assert says in done.stderr
    assert done.stderr.count("\n") == 1
    assert "geheim" not in done.stderr


def test_the_server_says_the_same(tmp_path):
    done = start(tmp_path, "-c", "import quartier.wsgi", SITE_URL="haus")

    assert done.stderr.startswith("The variable SITE_URL ")
    assert "Traceback" not in done.stderr


def test_a_database_that_is_gone_is_one_sentence_too(tmp_path):
    gone = start(tmp_path, "manage.py", "pending", DATABASE_URL="postgres://haus:geheim@127.0.0.1:1/haus")

    assert gone.returncode == 1
    assert gone.stderr.startswith("The database does not do what it is asked: ")
    assert gone.stderr.count("\n") == 1
    assert "geheim" not in gone.stderr


def test_a_bare_database_is_told_from_one_that_is_gone(tmp_path):
    bare = start(tmp_path, "manage.py", "reindex")
    gone = start(tmp_path, "manage.py", "reindex", DATABASE_URL="postgres://haus@127.0.0.1:1/haus")
    in_full = start(tmp_path, "manage.py", "reindex", "--traceback")

    assert "Was it migrated?" in bare.stderr
    assert "and is DATABASE_URL right?" in gone.stderr
    assert "Traceback" in in_full.stderr


def test_what_cannot_be_written_is_named(tmp_path):
    with pytest.raises(SystemExit) as ended, outage_told_plainly(in_full=False):
        raise OSError(errno.ENOSPC, "No space left on device", "/srv/media/a.jpg")

    assert str(ended.value).startswith("/srv/media/a.jpg: No space left on device.")
    with pytest.raises(FileNotFoundError), outage_told_plainly(in_full=False):
        (tmp_path / "nothing").read_text()
