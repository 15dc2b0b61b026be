"""Rules 06 and 07: numbers as digits; few high ones, no Roman ones, no decimals, no percent."""

import re

from quartier.plainly.engine.findings import Mark

NAMES = ["zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"]
UNITS = dict(zip(NAMES, range(2, 13), strict=True))
ONES = {"ein": 1, **{word: number for word, number in UNITS.items() if number < 10}}
STEMS = {**ONES, "sech": 6, "sieb": 7}
TENS = {
    "zwanzig": 20,
    "dreißig": 30,
    "vierzig": 40,
    "fünfzig": 50,
    "sechzig": 60,
    "siebzig": 70,
    "achtzig": 80,
}
TENS |= {"neunzig": 90}
BELOW_HUNDRED = re.compile(rf"(?:({'|'.join(ONES)})und)?({'|'.join(TENS)})|({'|'.join(STEMS)})zehn")
LARGE = re.compile(r"(\w*?)(hundert|tausend)(?:und)?(\w*)")
HIGH = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|[1-9]\d{4,}")
DECIMAL = re.compile(r"\d+,\d+")
ROMAN = re.compile(r"(?=[IVX]{2,}$)X{0,3}(?:IX|IV|V?I{0,3})")
VALUES = {"I": 1, "V": 5, "X": 10}
MONEY = {"euro", "€", "eur", "cent"}
NUMBERED = re.compile(r"(?:telefon|tel|nummer|fax|handy|iban|konto|plz|kontonummer|mobil)\w*", re.I)


def number_word(sentence, _options):
    """06: zwei to tausend, "zweimal", "zwanzig"; "acht geben" and "ein" pass."""
    tokens = sentence.words
    for place, token in enumerate(tokens):
        times = token.low.endswith("mal") and value(token.low.removesuffix("mal"))
        number = times or value(token.low)
        if not number or (token.low == "acht" and _means_care(tokens, place)) or token.is_kind("V"):
            continue
        yield Mark("06", token.start, token.end, f"{number}-mal" if times else str(number))


def _means_care(tokens, place):
    nearby = tokens[max(0, place - 3) : place + 3]
    return any(token.lemma == "geben" or token.low in ("gib", "gebt", "außer") for token in nearby)


def value(word: str) -> int:
    """The number that a German word says; 0 where it says none."""
    if word in UNITS or word in TENS:
        return UNITS.get(word) or TENS[word]
    if match := BELOW_HUNDRED.fullmatch(word):
        one, ten, teen = match.groups()
        return STEMS[teen] + 10 if teen else TENS[ten] + ONES.get(one, 0)
    return _large(word)


def _large(word):
    match = LARGE.fullmatch(word)
    if not match:
        return 0
    front, unit, rest = match.groups()
    times = ONES.get(front) or value(front) if front else 1
    after = ONES.get(rest) or value(rest) if rest else 0
    if not times or (rest and not after):
        return 0
    return times * (100 if unit == "hundert" else 1000) + after


def hard_number(sentence, _options):
    """07: what many cannot picture. Prices, years, postal codes and phone numbers are read as they are."""
    tokens = sentence.tokens
    for place, token in enumerate(tokens):
        before = tokens[place - 1] if place else None
        after = tokens[place + 1] if place + 1 < len(tokens) else None
        if ROMAN.fullmatch(token.text):
            yield Mark("07", token.start, token.end, str(_roman(token.text)), reason="roman")
        elif after and (after.text == "%" or after.low.startswith("prozent")) and token.text[0].isdigit():
            yield Mark("07", token.start, after.end, reason="percent")
        elif HIGH.fullmatch(token.text) and not _is_a_name(token, before, after):
            yield Mark("07", token.start, token.end, reason="high")
        elif DECIMAL.fullmatch(token.text) and not (after and after.low in MONEY) and not _in_money(before):
            yield Mark("07", token.start, token.end, reason="decimal")


def _in_money(before):
    return before is not None and before.low in MONEY


def _is_a_name(token, before, after):
    is_postal_code = len(token.text) == 5 and "." not in token.text and after and after.text[:1].isupper()
    is_date = bool(re.fullmatch(r"\d{1,2}\.\d{1,2}\.\d{2,4}", token.text))
    return is_postal_code or is_date or bool(before and NUMBERED.match(before.text))


def _roman(text):
    numbers = [VALUES[letter] for letter in text]
    pairs = zip(numbers, [*numbers[1:], 0], strict=True)
    return sum(-number if number < following else number for number, following in pairs)
