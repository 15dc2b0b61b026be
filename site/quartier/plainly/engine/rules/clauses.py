"""Rules 11 and 14: one statement a sentence, without subordinate clauses; no "man"."""

from quartier.plainly.engine.findings import Mark
from quartier.plainly.engine.lists import words

JOINING = frozenset({"und", "oder", "aber", "denn", "sondern", "doch"})
ALSO_OTHER = frozenset({"als", "wie", "da", "bis", "während", "was", "wer", "wo", "wann", "warum", "wohin"})
"""At the beginning of a sentence these may ask, compare or tell a time."""
ROW_OF_VERBS = 4
"""So many words and signs after "und" may still belong to a row of verbs."""
SUBJECT = ("PPER", "PDS", "PIS")
FINITE = ("VV(FIN)", "VA(FIN)", "VM(FIN)", "VV(IMP)")


def subordinate_clause(sentence, _options):
    """11: a conjunction, a relative clause, "um … zu", or two statements in one sentence; told once."""
    for look in (_conjunction, _relative, _in_order_to, _two_statements):
        if mark := look(sentence.tokens):
            yield mark
            return


def _conjunction(tokens):
    for place, token in enumerate(tokens):
        if token.low not in words("subordinating"):
            continue
        is_first = place == 0
        after_comma = place > 0 and (tokens[place - 1].text == "," or _comma_then_one(tokens, place))
        if (after_comma and not _is_comparison(tokens, place)) or (is_first and _opens_clause(token, tokens)):
            return Mark("11", token.start, token.end, reason="clause")
    return None


def _comma_then_one(tokens, place):
    """ ", auch wenn", ", und wenn", ", so dass": one small word in between."""
    small = ("ADV", "KON", "APPR")
    return place > 1 and tokens[place - 2].text == "," and tokens[place - 1].is_kind(*small)


def _is_comparison(tokens, place):
    """ "wie" and "als" without a verb behind them."""
    if tokens[place].low not in ("wie", "als", "da"):
        return False
    return not any(token.is_kind("V") for token in tokens[place:])


def _opens_clause(token, tokens):
    has_second_half = any(each.text == "," for each in tokens)
    return has_second_half and (token.low not in ALSO_OTHER or token.is_kind("KOUS"))


def _relative(tokens):
    for place, token in enumerate(tokens[1:], 1):
        before = tokens[place - 1]
        behind_preposition = before.is_kind("APPR") and place > 1 and tokens[place - 2].text == ","
        if token.is_kind("PREL", "PRELAT") and (before.text == "," or behind_preposition):
            return Mark("11", token.start, token.end, reason="clause")
    return None


def _in_order_to(tokens):
    begin = next((token for token in tokens if token.low == "um" and not token.text.isupper()), None)
    if begin is None:
        return None
    for place, token in enumerate(tokens):
        goes_on = token.low == "zu" and place + 1 < len(tokens) and tokens[place + 1].is_kind("V")
        if token.start > begin.start and (goes_on or token.is_kind("VV(IZU)")):
            return Mark("11", begin.start, token.end, reason="clause")
    return None


def _two_statements(tokens):
    """Two verbs, joined by a comma or a word; a row of bare verbs ("wir kochen und essen") is one thought."""
    for place, token in enumerate(tokens):
        if token.text != "," and token.low not in JOINING:
            continue
        first, second = tokens[:place], tokens[place + 1 :]
        if _states(first) and _states(second) and (_has_subject(second) or len(second) > ROW_OF_VERBS):
            return Mark("11", token.start, token.end, reason="two")
    return None


def _states(tokens):
    return any(token.is_kind(*FINITE) for token in tokens)


def _has_subject(tokens):
    """A pronoun or noun close to the verb: "essen wir", "Frau Berger deckt", "Sie brauchen"."""
    verb = next(place for place, token in enumerate(tokens) if token.is_kind(*FINITE))
    near = tokens[max(0, verb - 3) : verb] + tokens[verb + 1 : verb + 2]
    return any(token.is_kind(*SUBJECT, "NN", "NE") or token.low in ("es", "sie", "das") for token in near)


def impersonal(sentence, _options):
    """14: "man" keeps readers out; "Sie" lets them in."""
    for token in sentence.words:
        if token.low == "man":
            yield Mark("14", token.start, token.end, rather="Sie")
