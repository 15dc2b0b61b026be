"""Whether the lock names a package in which something unsafe is known; run by `make audit`.

pip-audit ends with 1 both where it found something and where it could not ask. That must not look the same.
"""

import json
import subprocess
import sys

CLEAN, FOUND, NOT_ASKED = 0, 1, 3
PATIENCE = 300
"""Seconds for all packages together."""

WORDS = ["--strict", "--disable-pip", "--require-hashes", "--format", "json", "--progress-spinner", "off"]


def main(program, lock):
    """Says what is known, and answers with the exit code."""
    try:
        done = subprocess.run(  # noqa: S603 (the words are ours)
            [program, *WORDS, "--requirement", lock],
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as fault:
        return _say(f"pip-audit did not answer ({type(fault).__name__}).", NOT_ASKED)
    return verdict(done.stdout, done.stderr)


def verdict(told, trouble):
    """`told` is JSON wherever the database was asked about each package."""
    try:
        packages = json.loads(told)["dependencies"]
    except (ValueError, KeyError, TypeError):
        last = (trouble.strip().splitlines() or ["no word"])[-1][:300]
        return _say(f"NOT CHECKED: no database of vulnerabilities could be reached. ({last})", NOT_ASKED)
    skipped = [one["name"] for one in packages if "skip_reason" in one]
    found = [(one, fault) for one in packages for fault in one.get("vulns", [])]
    for one, fault in found:
        mended = ", ".join(fault.get("fix_versions", [])) or "no version yet"
        sys.stdout.write(f"{one['name']} {one['version']}: {fault['id']}, mended in {mended}\n")
    if found:
        return _say(f"{len(found)} known vulnerabilities. `make lock` takes newer versions.", FOUND)
    if skipped or not packages:
        return _say(f"NOT CHECKED: {', '.join(skipped) or 'no package was named'}.", NOT_ASKED)
    return _say(f"{len(packages)} packages, and nothing unsafe is known of them.", CLEAN)


def _say(words, code):
    (sys.stderr if code else sys.stdout).write(f"{words}\n")
    return code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
