"""The table of security requirements is whole, and what it names is there."""

import ast
import re
from collections import Counter
from pathlib import Path

HOUSE = Path(__file__).parents[2]
TABLE = (HOUSE / "site/security.md").read_text(encoding="utf-8")
SECTIONS = {
    1: (2, 9, 11, 3, 2), 2: (3, 3, 4, 1), 3: (0, 2, 4, 6, 5, 0, 2), 4: (3, 1, 2, 4), 5: (1, 3, 2, 3),
    6: (3, 12, 4, 4, 5, 3, 0, 4), 7: (3, 4, 2, 5, 2, 2), 8: (2, 3, 1, 1), 9: (3, 4),
    10: (2, 2, 4, 11, 5, 2, 3), 11: (2, 3, 3, 4, 1, 1), 12: (3, 2, 4), 13: (1, 5, 2, 5), 14: (2, 4, 3),
    15: (3, 3, 7), 16: (1, 5, 4, 3, 3), 17: (1, 4, 2),
}  # fmt: skip
"""By chapter, how many requirements of levels 1 and 2 each section has; its level 3 comes after."""


def test_every_requirement_of_both_levels_stands_there_once():
    wanted = [
        f"{chapter}.{section}.{number}"
        for chapter, counts in SECTIONS.items()
        for section, count in enumerate(counts, 1)
        for number in range(1, count + 1)
    ]
    rows = re.findall(r"^\| ([\d., ]+) \|", TABLE, re.M)
    told = Counter(number for row in rows for number in row.split(", "))

    assert sorted(told) == sorted(wanted)
    assert {number for number, times in told.items() if times > 1} == set()


def test_every_test_that_is_named_is_there():
    named = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", TABLE)
    missing = [f"{file}::{name}" for file, name in named if not _has(file, name)]

    assert len(named) > 100
    assert missing == []


def _has(file, name):
    path = HOUSE / file
    if not path.exists():
        return False
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return not name or any(isinstance(node, ast.FunctionDef) and node.name == name for node in tree.body)


def test_what_is_called_met_names_its_test():
    rows = [line for line in TABLE.splitlines() if re.match(r"\| \d", line)]

    assert [row for row in rows if "| met" in row and "`tests/" not in row] == []
