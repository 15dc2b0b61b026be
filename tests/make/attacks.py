"""Long texts that make a badly written regular expression think for ever: made from the expression itself."""

import re
from re import _constants as op
from re import _parser as parser

STOPS = ["\x00", "!", "<", "\n"]
"""What may stand at the end so that the expression nearly matches, and begins to look for other ways."""

MEMBERS = {
    op.CATEGORY_DIGIT: "1",
    op.CATEGORY_NOT_DIGIT: "a",
    op.CATEGORY_SPACE: " ",
    op.CATEGORY_NOT_SPACE: "a",
    op.CATEGORY_WORD: "a",
    op.CATEGORY_NOT_WORD: " ",
}
MANY = 20


def attacks(pattern, length):
    """Texts of about `length` signs: each repeated part of the expression repeated without end."""
    texts = dict.fromkeys(_attacks(pattern, length))
    return sorted(texts, key=len)


def _attacks(pattern, length):
    tree = parser.parse(
        pattern.pattern, pattern.flags & ~re.UNICODE if isinstance(pattern.pattern, bytes) else pattern.flags
    )
    for before, body in _repeats(list(tree), ""):
        if body:
            pumped = before + body * (length // len(body))
            yield from (pumped + stop for stop in STOPS)
            yield body * (length // len(body))


def _repeats(nodes, before):
    """Each repeated part: a text that leads to it, and one that it matches."""
    for place, (kind, value) in enumerate(nodes):
        lead = before + "".join(map(_sample, nodes[:place]))
        if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            _least, most, inside = value
            if most >= MANY:
                yield lead, "".join(map(_sample, inside))
                for branch in _branches(inside):
                    yield lead, "".join(map(_sample, branch))
            yield from _repeats(list(inside), lead)
        elif kind is op.SUBPATTERN:
            yield from _repeats(list(value[-1]), lead)
        elif kind is op.BRANCH:
            for branch in value[1]:
                yield from _repeats(list(branch), lead)
        elif kind in (op.ASSERT, op.ASSERT_NOT):
            yield from _repeats(list(value[1]), lead)


def _branches(nodes):
    for kind, value in nodes:
        if kind is op.BRANCH:
            yield from value[1]
        elif kind is op.SUBPATTERN:
            yield from _branches(value[-1])


def _sample(node):
    """A text that the part matches, with as little as it needs and at least one of each."""
    kind, value = node
    if kind is op.LITERAL:
        return chr(value)
    if kind is op.NOT_LITERAL:
        return "a" if value != ord("a") else "b"
    if kind is op.ANY:
        return "a"
    if kind is op.IN:
        return _member(value)
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        return "".join(map(_sample, value[2])) * min(max(1, value[0]), MANY)
    if kind is op.SUBPATTERN:
        return "".join(map(_sample, value[-1]))
    if kind is op.BRANCH:
        return "".join(map(_sample, value[1][0]))
    return ""


def _member(members):
    if members[0][0] is op.NEGATE:
        taken = {value for kind, value in members[1:] if kind is op.LITERAL}
        return next(sign for sign in "a .1b-" if ord(sign) not in taken)
    kind, value = members[0]
    if kind is op.RANGE:
        return chr(value[0])
    return MEMBERS.get(value, "a") if kind is op.CATEGORY else chr(value)
