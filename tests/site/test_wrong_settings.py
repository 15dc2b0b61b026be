"""Whoever mistypes a setting reads one sentence about it, wherever the site is started."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

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
        ("PURGE_URLS", "https://cache.example,varnish", "it is no address like https://"),
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


def test_nothing_between_two_commas_is_no_key_that_somebody_could_sign_with(tmp_path):
    asking = "from django.conf import settings; print(settings.SECRET_KEY_FALLBACKS)"

    said = start(tmp_path, "-c", asking, SECRET_KEY_FALLBACKS="yesterday,, ,")

    assert said.stdout.strip() == "['yesterday']"
