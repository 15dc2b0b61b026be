"""What others shall do with mail that forges our sender (DMARC, RFC 7489), and whether ours would pass."""

from quartier.operations.mail_dns.line import Level, Line, tags, txt

DMARC = "DMARC"
POLICIES = {
    "none": "nothing happens to forged mail",
    "quarantine": "forged mail goes to the spam folder",
    "reject": "forged mail is refused",
}


def look(zone, domain, bounces) -> list[Line]:
    """`bounces`: the domain that mail comes back to; it has to belong to the one that readers see."""
    place, found = _policy(zone, domain)
    if not found:
        says = f"{domain} does not say what to do with forged mail. Large providers ask for it."
        return [Line(DMARC, Level.WRONG, says, _advice(domain))]
    if len(found) > 1:
        return [Line(DMARC, Level.WRONG, f"{place} has {len(found)} DMARC records; then none counts.")]
    parts = tags(found[0])
    wish = parts.get("sp", parts.get("p", "")) if place != domain else parts.get("p", "")
    if wish.lower() not in POLICIES:
        says = f"The DMARC record of {place} has no policy that anybody knows (p={wish})."
        return [Line(DMARC, Level.WRONG, says, _advice(place))]
    return [
        _wish(place, wish.lower()),
        *_reports(zone, place, parts),
        _alignment(domain, bounces, place, parts),
    ]


def _policy(zone, domain):
    """Where the record stands, and what stands there: at the domain, else at one of those above it."""
    labels = domain.split(".")
    for at in range(max(len(labels) - 1, 1)):
        place = ".".join(labels[at:])
        found = [text for text in zone.texts(f"_dmarc.{place}") if text.lower().startswith("v=dmarc1")]
        if found:
            return place, found
    return domain, []


def _advice(domain):
    return txt(f"_dmarc.{domain}", f"v=DMARC1; p=none; rua=mailto:postmaster@{domain}")


def _wish(place, wish):
    if wish == "none":
        says = f"DMARC of {place}: {POLICIES[wish]}. Once the reports show that yours passes, ask for more:"
        return Line(DMARC, Level.HINT, says, txt(f"_dmarc.{place}", "v=DMARC1; p=quarantine; …"))
    return Line(DMARC, Level.GOOD, f"DMARC of {place}: {POLICIES[wish]}.")


def _reports(zone, place, parts):
    """Reports to another domain come only if that domain says so (RFC 7489, 7.1)."""
    for address in parts.get("rua", "").split(","):
        _scheme, _colon, mailbox = address.strip().partition(":")
        host = mailbox.partition("!")[0].rpartition("@")[2].lower()
        if not host or host == place or host.endswith(f".{place}"):
            continue
        name = f"{place}._report._dmarc.{host}"
        if not any(text.lower().startswith("v=dmarc1") for text in zone.texts(name)):
            says = f"{host} does not say that it wants the reports about {place}; they will not be sent."
            yield Line(DMARC, Level.HINT, says, txt(name, "v=DMARC1"))


def _alignment(domain, bounces, place, parts):
    strict = parts.get("aspf", "r").lower() == "s"
    if bounces == domain or (not strict and _belong_together(domain, bounces, place)):
        return Line(DMARC, Level.GOOD, f"SPF counts for DMARC: mail comes back to {bounces}.")
    says = (
        f"Mail comes back to {bounces}, which {'is not' if strict else 'does not belong to'} {domain}: so SPF"
        " does not count for DMARC, and every mail has to be signed with DKIM."
    )
    return Line(DMARC, Level.HINT, says)


def _belong_together(one, other, place):
    return all(each == place or each.endswith(f".{place}") for each in (one, other)) or (
        one.endswith(f".{other}") or other.endswith(f".{one}")
    )
