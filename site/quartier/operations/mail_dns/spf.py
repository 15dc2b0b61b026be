"""Which servers may send for a domain (SPF, RFC 7208): read as those who receive our mail read it."""

import re
from dataclasses import dataclass, field

from quartier.operations.mail_dns.line import Level, Line, txt

SPF = "SPF"
MOST_LOOKUPS = 10  # RFC 7208, 4.6.4
TERM = re.compile(r"(?P<sign>[+\-~?]?)(?P<name>[a-z][a-z0-9_.-]*)(?P<mark>[:=/]?)(?P<value>.*)", re.I | re.S)
LOOKED_UP = {"include", "a", "mx", "ptr", "exists", "redirect"}
MECHANISMS = {"all", "include", "a", "mx", "ptr", "ip4", "ip6", "exists"}


@dataclass
class Reading:
    """What came out: questions that a receiver has to ask, faults that make it give up, how it ends."""

    lookups: int = 0
    faults: list[str] = field(default_factory=list)
    ends: str = ""
    """The sign before `all`: `-` refuses others, `~` doubts them, `?` says nothing, `+` lets everybody in."""


def look(zone, domain, server) -> list[Line]:
    """`server` is the one that we hand our mail to, for the advice."""
    found = _records(zone, domain)
    advice = txt(domain, f"v=spf1 mx {f'a:{server} ' if server else ''}~all")
    if not found:
        return [
            Line(
                SPF, Level.WRONG, f"{domain} does not say which servers may send its mail. {INCLUDE}", advice
            )
        ]
    if len(found) > 1:
        return [
            Line(
                SPF,
                Level.WRONG,
                f"{domain} has {len(found)} SPF records; then none counts. Make one of them.",
            )
        ]
    reading = Reading()
    _read(zone, domain, found[0], reading, frozenset())
    return list(_lines(domain, reading, found[0]))


INCLUDE = "If your provider names an “include:…”, put that in place of “a:…”."


def _records(zone, domain):
    return [
        text for text in zone.texts(domain) if text.lower() == "v=spf1" or text.lower().startswith("v=spf1 ")
    ]


def _read(zone, domain, record, reading, above):
    """One record and those that it refers to. `above`: what led here, so that a circle has an end."""
    terms = [TERM.fullmatch(word) for word in record.split()[1:]]
    if None in terms:
        reading.faults.append(f"the record of {domain} cannot be read")
        return
    names = [term["name"].lower() for term in terms]
    for term, name in zip(terms, names, strict=True):
        if name not in MECHANISMS and term["mark"] != "=":
            reading.faults.append(f"“{term[0]}” in the record of {domain} is no word of SPF")
        reading.lookups += name in LOOKED_UP
        follows = name == "include" or (name == "redirect" and "all" not in names)
        if follows and reading.lookups <= MOST_LOOKUPS:
            _follow(zone, term["value"], name, reading, above | {domain})
    if not above and "all" in names:
        reading.ends = terms[names.index("all")]["sign"] or "+"


def _follow(zone, target, name, reading, above):
    target = target.rstrip(".").lower()
    if not target or target in above:
        reading.faults.append(f"“{name}” leads in a circle or nowhere")
        return
    if "%" in target:
        return  # a macro: another answer for each mail
    found = _records(zone, target)
    if len(found) != 1:
        reading.faults.append(f"{target}, which it refers to, has {len(found) or 'no'} SPF records")
        return
    _read(zone, target, found[0], reading, above)
    if name == "redirect":
        all_of_it = re.search(r"(?:^|\s)([+\-~?]?)all(?:\s|$)", found[0], re.I)
        reading.ends = reading.ends or (all_of_it and (all_of_it[1] or "+")) or ""


def _lines(domain, reading, record):
    if reading.lookups > MOST_LOOKUPS:
        says = f"takes more than {MOST_LOOKUPS} questions to work out, so it counts as broken"
        yield Line(SPF, Level.WRONG, f"The SPF record of {domain} {says}. Leave includes out.")
    for fault in reading.faults:
        yield Line(SPF, Level.WRONG, f"The SPF record of {domain} is broken: {fault}.")
    if reading.ends == "+":
        better = re.sub(r"(?i)(^|\s)\+?all\b", r"\1~all", record)
        yield Line(
            SPF, Level.WRONG, f"{domain} lets everybody send in its name (“+all”).", txt(domain, better)
        )
    elif reading.ends in ("", "?"):
        better = re.sub(r"(?i)\s[?]all\b", "", record) + " ~all"
        says = f"{domain} does not say what to think of mail from other servers."
        yield Line(SPF, Level.HINT, says, txt(domain, better))
    elif not reading.faults and reading.lookups <= MOST_LOOKUPS:
        yield Line(SPF, Level.GOOD, f"{domain} says which servers may send its mail: {record}")
