"""All that the site is made of, as a bill of materials; written by `make sbom`.

CycloneDX 1.6, from the lock and from what is installed. The same lock gives the same bill.
https://cyclonedx.org/docs/1.6/json/
"""

import json
import re
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

PINNED = re.compile(r"^([\w.-]+)==([^\s;\\]+)(?:\s*;\s*([^\\]+?))?\s*\\?$")
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
LONGEST = 60
"""Some put the whole text of the licence where its name is asked for."""

SHARED_ALIKE = {
    "hanta": "LGPL: used as it comes",
    "psycopg": "LGPL: used as it comes",
    "psycopg-binary": "LGPL: used as it comes",
    "psycopg-pool": "LGPL: used as it comes",
    "python-stdnum": "LGPL: used as it comes",
}
"""Whoever changes one of these and passes it on must pass on the change, too. No other comes unnoticed."""


@dataclass(frozen=True)
class Part:
    """A package of the lock; `only` says on which machines it is installed, if not on all."""

    name: str
    version: str
    only: str
    hashes: tuple[str, ...]

    @property
    def licence(self):
        """What the package says of itself; empty where it is not installed here or says nothing."""
        try:
            told = metadata(self.name)
        except PackageNotFoundError:
            return ""
        classified = [one.split(" :: ")[-1] for one in told.get_all("Classifier", []) if "License ::" in one]
        named = (told.get("License") or "").strip().splitlines()[:1]
        short = [name for name in named if len(name) <= LONGEST]
        return told.get("License-Expression") or ", ".join(classified or short)


def parts(lock) -> list[Part]:
    """What stands in a lock, as pip and uv write it."""
    found = []
    for entry in re.split(r"\n(?=\S)", lock.strip()):
        if pinned := PINNED.match(entry.splitlines()[0].strip()):
            name, version, only = pinned.groups()
            found.append(Part(name, version, only or "", tuple(HASH.findall(entry))))
    return found


def bill(lock) -> dict:
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {"type": "application", "name": "quartier", "licenses": _named("BSD-3-Clause")}
        },
        "components": [_component(part) for part in parts(lock)],
    }


def _component(part):
    address = f"pkg:pypi/{part.name.lower().replace('_', '-')}@{part.version}"
    told = {
        "type": "library",
        "name": part.name,
        "version": part.version,
        "purl": address,
        "bom-ref": address,
    }
    if part.licence:
        told["licenses"] = _named(part.licence)
    if part.only:
        told["properties"] = [{"name": "quartier:only", "value": part.only}]
    # A package has a file for each kind of machine: many hashes of one sort, which only belong to files.
    told["externalReferences"] = [
        {"type": "distribution", "url": address, "hashes": [{"alg": "SHA-256", "content": one}]}
        for one in part.hashes
    ]
    return told


def _named(licence):
    return [{"license": {"name": licence}}]


if __name__ == "__main__":
    sys.stdout.write(json.dumps(bill(Path(sys.argv[1]).read_text()), indent=1) + "\n")
