import re
from pathlib import Path

from quartier.settings import production

ROW = re.compile(r"^\| `([A-Z0-9_]+)` \|", re.M)
README = Path(__file__).parents[2] / "site/README.md"


def test_every_environment_variable_stands_in_the_table_and_nothing_else_does():
    documented = ROW.findall(README.read_text())

    assert sorted(documented) == sorted(production.env.dump())
