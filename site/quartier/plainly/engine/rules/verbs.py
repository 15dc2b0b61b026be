"""Rules 02, 04, 12: what verbs should not do. No passive, no subjunctive, no preterite."""

import re
from functools import lru_cache

from quartier.plainly.engine.findings import Mark
from quartier.plainly.engine.lists import folded_pairs, words

PARTICIPLE = re.compile(r"(?:\w{0,12}ge\w{2,}(?:t|en)|\w{3,}iert)")
WEAK_ENDINGS = ("te", "ten", "test", "tet", "ete", "eten", "etest", "etet")
NEVER = frozenset({"gesund", "genug", "gelb", "gerade", "gern", "gegen"})


def passive(sentence, _options):
    """02: a form of "werden" with a participle in its clause. The future and "wird schön" have none."""
    for clause in _clauses(sentence.tokens):
        helper = next((token for token in clause if _is_werden(token)), None)
        if helper is None:
            continue
        participle = _participle(clause, helper)
        if participle:
            first, last = sorted((helper, participle), key=lambda token: token.start)
            yield Mark("02", first.start, last.end)


def _is_werden(token):
    is_helper = token.lemma == "werden" and token.is_kind("VA")
    return is_helper or token.low in ("worden", "wurde", "wurden", "würden")


def _participle(clause, helper):
    has_infinitive = clause[-1].is_kind("VV(INF)") or any(token.is_kind("VV(INF)") for token in clause)
    for token in clause:
        if token.low in NEVER or token is helper:
            continue
        is_marked = token.is_kind("VV(PP)", "VM(PP)")
        may_be = token.is_kind("ADJ(D)", "VV(FIN)") and PARTICIPLE.fullmatch(token.low)
        if is_marked or (may_be and not has_infinitive and token.start > helper.start):
            return token
    return None


def _clauses(tokens):
    """Cut at commas and marks; what stands between two commas goes to what is around it, too."""
    pieces, piece = [], []
    for token in tokens:
        if token.text in ",;:–!?":
            pieces, piece = [*pieces, piece], []
        else:
            piece.append(token)
    pieces = [piece for piece in [*pieces, piece] if piece]
    if len(pieces) > 2:
        pieces.append(pieces[0] + pieces[-1])
    seen = set()
    for piece in pieces:
        helper = next((token for token in piece if _is_werden(token)), None)
        key = helper.start if helper else piece[0].start
        if key not in seen or len(piece) > 12:
            if helper and _participle(piece, helper):
                seen.add(key)
            yield piece


def subjunctive(sentence, _options):
    """04: forms of a list; "sollten", "wollten" and "möchten" are not in it. "Seien Sie" and "Sei" ask."""
    known = folded_pairs("subjunctive")
    for place, token in enumerate(sentence.words):
        if token.low not in known or (place == 0 and token.low in ("sei", "seien")):
            continue
        yield Mark("04", token.start, token.end, _cased(known[token.low], token) or None)


def _cased(said, token):
    return said[:1].upper() + said[1:] if token.text[:1].isupper() else said


def preterite(sentence, _options):
    """12: weak forms by their ending, strong ones from a list; "war", "hatte" and the modal verbs are common.

    A passive in the preterite is told once, as rule 02.
    """
    passives = {place for mark in passive(sentence, _options) for place in (mark.start, mark.end)}
    for place, token in enumerate(sentence.words):
        if not token.is_kind("VV(FIN)", "VA(FIN)") or (token.text[:1].isupper() and place):
            continue
        if token.start in passives or token.end in passives:
            continue
        if _is_weak(token) or _is_strong(token.low):
            yield Mark("12", token.start, token.end, rather=token.lemma)


def _is_weak(token):
    if not token.is_kind("VV") or not token.lemma.endswith("n"):
        return False
    stem = re.sub(r"(?<=[lr])n$|en$", "", token.lemma)
    if any(token.low == stem + ending for ending in WEAK_ENDINGS[:4]):
        return not stem.endswith("t")
    return any(token.low == stem + ending for ending in WEAK_ENDINGS[4:]) or _is_prefixed_weak(
        token.low, stem
    )


def _is_prefixed_weak(low, stem):
    """ "machte" of "mitmachen": the prefix stands apart, and the basic form has it all the same."""
    apart = next(
        (stem[len(p) :] for p in words("prefixes") if stem.startswith(p) and len(stem) - len(p) > 2), ""
    )
    return bool(apart) and any(low == apart + ending for ending in WEAK_ENDINGS)


def _is_strong(low):
    bare = {low} | {low[len(prefix) :] for prefix in words("prefixes") if low.startswith(prefix)}
    return any(form in _strong_forms() for form in bare)


@lru_cache
def _strong_forms():
    stems = words("preterite")
    return stems | {stem + ("n" if stem.endswith("e") else "en") for stem in stems}
