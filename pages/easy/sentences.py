"""Where a German sentence ends. No framework."""

import re

END = re.compile(r"[.!?…]+[\"”“»«’')]*(?=\s)")
BEFORE = re.compile(r"[^\s(„“\"»«]+$")
NEXT = re.compile(r"\s+[\"„“»«‚’'(]*(?P<word>[^\W_]+)")

NEVER = "dr prof nr hr fr st str tel abs art bzw ca inkl vgl geb"
"""After these the sentence goes on, as after a single letter."""

PERHAPS = "usw etc evtl ggf max min std mio mrd co jh"
"""After these, and after an ordinal, it ends only where the next word can begin nothing but a sentence."""

BEGINNINGS = """
    aber alle als am auch auf bei bitte da dabei danach dann das dazu der deshalb die dies diese dieser dort
    du ein eine er es fragen für gehen haben hier ich ihr im in ist jeder kommen können man mit möchten nach
    nur oder ohne rufen schreiben seit sie sind so und uns unser unsere vielleicht vom von vor wann warum was
    wenn wer wie wir wo wollen zu zum
"""
LONGEST_WORD = 30
LONGEST_ORDINAL = 3
"""Digits: "Mai 2026." may end a sentence, "3. Mai" does not."""


def ends(text: str) -> list[int]:
    """The places behind all sentences of a text but the last: so a break can stand there."""
    return [end.end() for end in END.finditer(text) if _is_end(text, end)]


def _is_end(text, end):
    following = NEXT.match(text, end.end())
    if not following or following["word"][0].islower():
        return False
    if set(end[0]) & set("!?"):
        return True
    word = BEFORE.search(text[max(0, end.start() - LONGEST_WORD) : end.start()])
    return not word or _is_end_after(word[0].rpartition(".")[2].casefold(), following["word"].casefold())


def _is_end_after(word, following):
    if word in NEVER.split() or (len(word) == 1 and word.isalpha()):
        return False
    is_ordinal = word.isdigit() and len(word) <= LONGEST_ORDINAL
    if is_ordinal or word in PERHAPS.split():
        return following in BEGINNINGS.split()
    return True
