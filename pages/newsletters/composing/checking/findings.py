"""What is found in an issue before it is sent. No framework."""

from dataclasses import dataclass

ERROR, WARNING, INFO = "error", "warning", "info"


@dataclass(frozen=True)
class Finding:
    """`level` is "error" (it must not be sent so), "warning" or "info"; `where` names the place."""

    level: str
    text: str
    where: str = ""


def sorted_findings(found) -> list[Finding]:
    """The worst first, else in the order of the checks; each once."""
    return sorted(dict.fromkeys(found), key=lambda each: (ERROR, WARNING, INFO).index(each.level))
