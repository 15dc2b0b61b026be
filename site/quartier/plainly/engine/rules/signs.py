"""Rules 09 and 10: no abbreviations, no special signs."""

import re
from functools import lru_cache

from quartier.plainly.engine.findings import Mark
from quartier.plainly.engine.lists import pairs, words

STREET = re.compile(r"\b(\w+)str\.(?!\w)")
DAY = "|".join(("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"))
SHORT_DAY = re.compile(rf"\b({DAY})(?:\.(?=[\s–,/-]|$)|(?=\s?[–/,-]\s?(?:{DAY})\b)|(?<=[–/-](?:{DAY}))\b)")
ACRONYM = re.compile(r"\b[A-ZÄÖÜ]{2,6}\b|\bBAföG\b|\bBuT\b")
ROMAN = re.compile(r"[IVX]+")
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+")
GENDERED = re.compile(r"\b([^\W\d_]+)(?:[*:_·]|/-?)(innen|in)\b")
SIGNS = [
    (re.compile(r"\([^()]*\)?"), None),
    (re.compile(r"\[[^\[\]]*\]"), None),
    (re.compile(r"§+"), "Paragraf"),
    (re.compile(r"\s?%"), " Prozent"),
    (re.compile(r"&"), "und"),
    (re.compile(r"(?<=\s)\+(?=\s)"), "und"),
    (re.compile(r"\s?(?<=[^\W\d_])\s?/\s?(?=[^\W\d_])"), " oder "),
    (re.compile(r"(?<=\w)/(?=\d)"), None),
    (re.compile(r";"), None),
    (re.compile(r"(?<=\w)_(?=\w)|[#=<>|~^\\{}]"), None),
]
UNTIL = re.compile(rf"(?<=[\d.])\s?[–—-]\s?(?=\d)|(?<=\b(?:{DAY}))\.?\s?[–—-]\s?(?=(?:{DAY})\b)")


def abbreviation(sentence, _options):
    """09: from a list, short weekdays, letters that stand for words."""
    text, taken = sentence.text, []
    for start, end, said in _abbreviations(text):
        if not any(start < stop and begin < end for begin, stop in [*taken, *_addresses(text)]):
            taken.append((start, end))
            yield Mark("09", sentence.start + start, sentence.start + end, said or None)


def _abbreviations(text):
    for match in _listed().finditer(text):
        yield match.start(), match.end(), _full(match[0])
    for match in STREET.finditer(text):
        yield match.start(), match.end(), f"{match[1]}straße"
    for match in SHORT_DAY.finditer(text):
        yield match.start(), match.end(), pairs("weekdays")[match[1]]
    if text.upper() != text:
        for match in ACRONYM.finditer(text):
            if match[0].lower() not in words("known_acronyms") and not ROMAN.fullmatch(match[0]):
                yield match.start(), match.end(), pairs("abbreviations").get(match[0], "")


@lru_cache
def _listed():
    """All abbreviations of the list as one pattern, the longest first; spaces inside may be missing."""
    names = sorted(pairs("abbreviations"), key=len, reverse=True)
    patterns = (r"\s?".join(map(re.escape, name.split())) for name in names)
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)")


def _full(name):
    known = {short.replace(" ", ""): said for short, said in pairs("abbreviations").items()}
    return known[re.sub(r"\s", "", name)]


def _addresses(text):
    return [match.span() for match in ADDRESS.finditer(text)]


def special_sign(sentence, _options):
    """10: signs that are not read aloud; "–" between numbers is said "bis"."""
    text, taken = sentence.text, _addresses(sentence.text)
    found = [(match, _both(match[1])) for match in GENDERED.finditer(text) if match[1][:1].isupper()]
    found += [(match, " bis ") for match in UNTIL.finditer(text) if not _is_phone(text, match.start())]
    found += [(match, said) for pattern, said in SIGNS for match in pattern.finditer(text)]
    for match, said in found:
        if not any(match.start() < stop and begin < match.end() for begin, stop in taken):
            taken.append(match.span())
            yield Mark("10", sentence.start + match.start(), sentence.start + match.end(), said)


def _both(stem):
    """ "Bewohnerinnen und Bewohner" for "Bewohner*innen"; nothing where the other form is not known."""
    other = stem if stem.endswith("er") else _plural(stem)
    return f"{stem}innen und {other}" if other else None


def _plural(stem):
    known = (
        (short, said) for short, said in pairs("gendered").items() if stem.lower().endswith(short.lower())
    )
    short, said = next(known, ("", ""))
    return (
        stem[: len(stem) - len(short)] + (said if len(stem) == len(short) else said.lower()) if short else ""
    )


def _is_phone(text, place):
    return bool(re.search(r"(?:^|\D)0\d+$", text[:place])) or bool(re.search(r"\d{4,}$", text[:place]))
