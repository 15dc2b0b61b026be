"""What can undo the house's own caution stands in few places, each known by name; look first, then add.

`ruff`'s S rules stop where a line says `noqa`; this says of which lines that is true, and why.
"""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ["site/quartier", "pages", "blocks", "templates"]
DANGERS = {
    "HTML that nobody escapes": (
        r"\bmark_safe\(|\bSafeString\(|\bhtml_safe\b|\|\s*safe(seq)?\b",
        "*.py *.html",
    ),
    "templates that escape nothing": (r"autoescape off", "*.html *.txt *.xml"),
    "SQL by hand": (r"\.cursor\(\)|\bRawSQL\(|\.raw\(|\.extra\(", "*.py"),
    "other programs": (r"\bsubprocess\.|\bos\.(system|popen|exec\w*|spawn\w*)\(|shell=True", "*.py"),
    "code from data": (
        r"\b(eval|exec|pickle\.loads?|marshal\.loads?)\(|\byaml\.(load|unsafe_load)\(",
        "*.py",
    ),
    "XML that may name files": (
        r"(?<!Safe)ElementTree\.(fromstring|parse|iterparse)\(|\bminidom\b|\blxml\b",
        "*.py",
    ),
    "doors in the wall": (
        r"csrf_exempt|xframe_options_exempt|csp_exempt|verify=False|_create_unverified",
        "*.py",
    ),
}
ALLOWED = {
    "HTML that nobody escapes": {
        "site/quartier/templatetags/meta.py": "JSON in a script; signs that end it are numbers",
        "site/quartier/templatetags/styles.py": "our own sheets",
        "site/quartier/templatetags/centre.py": "a sheet of numbers made from one colour",
        "site/quartier/templatetags/easy.py": "HTML rendered before, words of it explained",
        "site/quartier/templatetags/prose.py": "cleaned by nh3 in the same line",
        "site/quartier/templatetags/desk_languages.py": "two rendered templates put together",
        "site/quartier/templatetags/reach.py": "each sign as its number",
        "pages/phrasing.py": "only what was safe before",
        "pages/events/desk/deciding.py": "rendered templates put together",
        "pages/newsletters/composing/bricks.py": "cleaned by the tag `prose`",
        "pages/panels.py": "rendered panels put together",
        "pages/announcements/door.py": "the lines of a QR code",
    },
    "templates that escape nothing": {
        "templates/emails/signing_in/changed.subject.txt": "text, no HTML",
        "templates/emails/signing_in/changed.txt": "text, no HTML",
        "templates/wagtailadmin/signing_in/codes.txt": "text to be printed, no HTML",
        **{f"templates/emails/subscribers/{name}": "text, no HTML" for name in (
            "known.subject.txt", "known.txt", "move.subject.txt", "move.txt", "confirm.subject.txt",
            "confirm.txt",
        )},
        **{f"templates/emails/enquiries/{name}": "text, no HTML" for name in (
            "to_the_house.subject.txt", "to_the_house.txt", "to_the_sender.subject.txt", "to_the_sender.txt",
        )},
    },
    "SQL by hand": {
        "pages/pictures/drawing.py": "a lock by number, as a parameter",
        "site/quartier/backups/restoring.py": "checks of the whole database, without values",
        "site/quartier/backups/rows.py": "names of our own tables, quoted; values as parameters",
        "site/quartier/backups/schema.py": "names of our own tables",
        "site/quartier/backups/snapshot.py": "names of our own tables",
        "site/quartier/operations/doctor/concerns/database.py": "questions without values",
        "site/quartier/operations/doctor/examining.py": "SELECT 1",
        "site/quartier/operations/health.py": "SELECT 1",
        "site/quartier/outages/postgresql/base.py": "a limit of time, a number of ours",
        "site/quartier/reporting/gauges.py": "the size of the database, without values",
        "site/quartier/operations/sqlite.py": "PRAGMAs without values",
        "pages/subscribers/limits.py": "one statement, values as parameters",
        "pages/mailings/delivering/marks.py": "one statement each, values as parameters",
        "pages/mailings/starting.py": "one statement, values as parameters",
    },
    "other programs": {
        "site/quartier/operations/audit.py": "pip-audit with fixed words, no shell",
        "site/quartier/operations/serving.py": "server and worker of `make demo`: fixed words, no shell",
        "site/quartier/operations/preflight.py": "looks whether a Python can make an environment",
    },
    "code from data": {"site/quartier/demo/notation/files.py": "with a SafeLoader of our own"},
    "XML that may name files": {},
    "doors in the wall": {
        "site/quartier/views.py": "pages without cookies: their forms carry a ticket of their own",
        "pages/subscribers/views/answering.py": "reached by the secret of a link, without cookies",
        "pages/mailings/bounces/views.py": "programs post there, with a secret in the address",
        "pages/events/apart.py": "the list of events that partners show in a frame on their own site",
        "site/quartier/operations/doctor/concerns/answering.py": "the site asks itself for a status, no more",
    },
}  # fmt: skip


def found(danger):
    pattern, kinds = DANGERS[danger]
    files = set()
    for kind in kinds.split():
        for folder in FOLDERS:
            for file in (ROOT / folder).rglob(kind):
                if re.search(pattern, file.read_text(encoding="utf-8")):
                    files.add(str(file.relative_to(ROOT)))
    return files


@pytest.mark.parametrize("danger", DANGERS)
def test_what_is_dangerous_stands_only_where_somebody_has_looked(danger):
    assert found(danger) == set(ALLOWED[danger])


def test_each_silenced_rule_says_why():
    silent = []
    for folder in FOLDERS[:3]:
        for file in (ROOT / folder).rglob("*.py"):
            lines = file.read_text(encoding="utf-8").splitlines()
            silent += [f"{file}: {line.strip()}" for line in lines if re.search(r"# noqa: S\d+\s*$", line)]

    assert [line for line in silent if "S603" not in line] == []
