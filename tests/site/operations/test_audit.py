"""Nobody may take "not asked" for "nothing found"."""

import json

import pytest

from quartier.operations import audit


def told(*packages):
    return json.dumps({"dependencies": list(packages), "fixes": []})


GOOD = {"name": "django", "version": "5.2.19", "vulns": []}
BAD = {"name": "old", "version": "1", "vulns": [{"id": "CVE-2026-1", "fix_versions": ["2"]}]}
SKIPPED = {"name": "lost", "skip_reason": "not found"}


@pytest.mark.parametrize(
    ("answer", "code", "says"),
    [
        (told(GOOD), 0, "1 packages, and nothing unsafe is known of them."),
        (told(GOOD, BAD), 1, "old 1: CVE-2026-1, mended in 2"),
        (told(GOOD, SKIPPED), 3, "NOT CHECKED: lost."),
        (told(), 3, "NOT CHECKED: no package was named."),
        ("", 3, "NOT CHECKED: no database of vulnerabilities could be reached. (gone)"),
        ("[]", 3, "NOT CHECKED"),
    ],
)
def test_each_answer_has_its_own_end(answer, code, says, capsys):
    assert audit.verdict(answer, "a\ngone\n") == code
    said = capsys.readouterr()
    assert says in said.out + said.err


def test_a_tool_that_is_not_there_has_checked_nothing(capsys):
    assert audit.main("/nowhere/pip-audit", "requirements.txt") == audit.NOT_ASKED
    assert "did not answer (FileNotFoundError)" in capsys.readouterr().err
