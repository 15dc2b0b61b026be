"""`manage.py doctor`, as an operator or a program reads it."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from quartier.operations.models import JobRun

pytestmark = pytest.mark.django_db


def doctor(*words):
    out = StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("doctor", *words, stdout=out, no_color=True)
    return ended.value.code, out.getvalue()


def test_what_is_good_is_said_in_german_and_ends_with_nothing():
    code, said = doctor("--only", "versions", "--only", "outbox")

    assert code == 0
    assert "✓ Alle Mails wurden verschickt." in said or "✓ " in said
    assert "Alles ist in Ordnung." in said


def test_what_is_broken_says_what_to_do_and_ends_with_two():
    code, said = doctor("--only", "work")

    assert code == 2
    assert "✗ Defekt: Was von selbst geschehen soll, ist noch nie geschehen" in said
    assert "→ Starten Sie `manage.py work`" in said
    assert "Eine Sache ist defekt." in said


def test_what_should_be_looked_at_ends_with_one_in_english_too(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
    settings.DEFAULT_FROM_EMAIL = "haus@park.example"

    code, said = doctor("--only", "mail", "--language", "en")

    assert code == 1
    assert "! Look at this: Mail is not sent from here, only printed or filed (console)." in said
    assert "1 thing to look at." in said


def test_programs_get_the_same_as_json():
    JobRun.objects.create(name="send mail", trouble="ValueError")

    code, said = doctor("--only", "work", "--json")

    told = json.loads(said)
    assert (code, told["state"]) == (2, "broken")
    assert {"concern": "work", "group": "work", "state": "broken"}.items() <= told["findings"][1].items()
    assert "„send mail“ ging beim letzten Mal schief (ValueError)." in told["findings"][1]["says"]


def test_all_that_there_is_to_look_at_can_be_looked_at(home, settings, tmp_path):
    """No concern stumbles over a small new house."""
    settings.DATA_DIR = settings.MEDIA_ROOT = tmp_path

    code, said = doctor("--json", "--patience", "20")

    assert code == 2
    assert "konnte nicht geprüft werden" not in said
    assert {one["concern"] for one in json.loads(said)["findings"]} >= {
        "database",
        "links",
        "legal",
        "search",
    }
