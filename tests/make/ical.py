"""Calendar files, as others write them."""


def event(
    uid="1", title="Lesekreis", start="20261203T181500", end="20261203T200000", zone="Europe/Berlin", **more
):
    """One VEVENT. `more` are further lines, `RRULE="FREQ=DAILY"`; those with parameters go into `lines`."""
    at = f";TZID={zone}" if zone else ""
    lines = [f"UID:{uid}", f"SUMMARY:{title}", f"DTSTART{at}:{start}", *([f"DTEND{at}:{end}"] if end else [])]
    lines += more.pop("lines", [])
    lines += [f"{name.replace('_', '-')}:{value}" for name, value in more.items()]
    return "\r\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT", ""])


def whole_day(uid="1", title="Sommerfest", first="20261203", **more):
    """One VEVENT of a whole day."""
    lines = [f"DTSTART;VALUE=DATE:{first}", *more.pop("lines", [])]
    lines += [f"{name.replace('_', '-')}:{value}" for name, value in more.items()]
    return "\r\n".join(["BEGIN:VEVENT", f"UID:{uid}", f"SUMMARY:{title}", *lines, "END:VEVENT", ""])


def calendar(*events, lines=()):
    """A file with these events, as bytes."""
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//partner//DE", *lines, ""]
    return ("\r\n".join(head) + "".join(events) + "END:VCALENDAR\r\n").encode()
