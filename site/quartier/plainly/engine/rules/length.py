"""Rules 01 and 16: short sentences, short lines. Rule 18 for a row of things that should be a list."""

from quartier.plainly.engine.findings import ERROR, HINT, Mark

LONGEST_LINE = 60
"""Characters, as Netzwerk Leichte Sprache and DIN SPEC 33429 advise."""
MOST_IN_A_ROW = 3


def too_long(sentence, options):
    """01: more words than the level allows."""
    few, many = options.level.words
    count = len(sentence.words)
    if count > few:
        yield Mark("01", sentence.start, sentence.end, weight=ERROR if count > many else HINT)


def wide_line(sentence, options):
    """16: one sentence stands on one line; said where the words alone are not too many already."""
    if len(sentence.text) > LONGEST_LINE and len(sentence.words) <= options.level.words[0]:
        yield Mark("16", sentence.start, sentence.end)


def row_of_things(sentence, _options):
    """18: four things or more, with commas and one "und"."""
    run, begin = 0, None
    for token in sentence.tokens:
        if token.text == "," and run % 2 == 1:
            run += 1
        elif token.low in ("und", "oder", "sowie") and run >= 2 * MOST_IN_A_ROW - 1 and run % 2 == 1:
            run = 2 * MOST_IN_A_ROW
        elif token.is_kind("NN", "NE") and run % 2 == 0:
            begin = token.start if run == 0 else begin
            run += 1
            if run == 2 * MOST_IN_A_ROW + 1:
                yield Mark("18", begin, token.end, reason="list")
        elif token.is_kind("ADJ", "ART", "PPOSAT", "CARD") and run % 2 == 0:
            continue
        else:
            run = 1 if token.is_kind("NN", "NE") else 0
            begin = token.start
