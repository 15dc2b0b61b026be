"""Under which terms the packages come that the site is made of."""

import json
from pathlib import Path

from quartier.operations.inventory import SHARED_ALIKE, bill, parts

LOCK = (Path(__file__).parents[2] / "requirements.txt").read_text()
SAYS_NOTHING = {"py-svg-hush"}
"""MIT, as its LICENSE.txt says; its description has no word of it."""


def test_whatever_has_to_be_shared_alike_is_named():
    found = {part.name for part in parts(LOCK) if "GPL" in part.licence or "GNU" in part.licence}

    assert found == set(SHARED_ALIKE)
    assert not any("AGPL" in part.licence or "Affero" in part.licence for part in parts(LOCK))


def test_the_bill_of_materials_names_every_package_with_version_hashes_and_licence():
    told = json.loads(json.dumps(bill(LOCK)))

    assert {one["name"] for one in told["components"]} >= {"django", "wagtail", "granian", "psycopg-binary"}
    assert len(told["components"]) == LOCK.count("==") - LOCK.count(" == ") - LOCK.count("'==")
    for one in told["components"]:
        assert one["purl"].endswith(f"@{one['version']}")
        assert one["externalReferences"], one["name"]
        assert "licenses" in one or "properties" in one or one["name"] in SAYS_NOTHING, one["name"]


def test_a_lock_is_read_as_uv_writes_it():
    lock = (
        "a-b==1.2 ; sys_platform == 'win32' \\\n    --hash=sha256:"
        + "0" * 64
        + "\nc==3 \\\n    --hash=sha256:"
        + "1" * 64
    )

    first, second = parts(lock)

    assert (first.name, first.version, first.only) == ("a-b", "1.2", "sys_platform == 'win32'")
    assert (second.name, second.version, second.only, second.hashes) == ("c", "3", "", ("1" * 64,))
