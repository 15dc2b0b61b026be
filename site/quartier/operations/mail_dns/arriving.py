"""Whether mail to our own addresses arrives: answers to us, and what comes back."""

from quartier.operations.mail_dns.line import Level, Line

MX = "MX"


def look(zone, domain, what_for) -> list[Line]:
    """`what_for` says in a few words what would be lost: "answers", say."""
    exchanges = zone.exchanges(domain)
    if [name for _preference, name in exchanges] == [""]:
        return [_wrong(f"{domain} says that it takes no mail at all (null MX): {what_for} are lost.", domain)]
    if not exchanges:
        return [_without(zone, domain, what_for)]
    lines = [_exchange(zone, domain, name) for _preference, name in exchanges]
    return [line for line in lines if line.level != Level.GOOD] or [
        Line(MX, Level.GOOD, f"Mail for {domain} goes to {', '.join(name for _, name in exchanges)}.")
    ]


def _without(zone, domain, what_for):
    if zone.has_address(domain):
        return Line(
            MX, Level.HINT, f"{domain} has no MX record. Mail goes to its web server, which may not take it."
        )
    return _wrong(
        f"{domain} takes no mail: {what_for} are lost, and many servers refuse mail from such a domain.",
        domain,
    )


def _exchange(zone, domain, name):
    if zone.has_address(name):
        return Line(MX, Level.GOOD, name)
    return Line(MX, Level.WRONG, f"Mail for {domain} should go to {name}, and that name has no address.")


def _wrong(says, domain):
    return Line(MX, Level.WRONG, says, f"{domain}. IN MX 10 the-mail-server-of-your-provider.example.")
