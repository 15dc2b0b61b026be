"""The rules in friendly words, for those who write."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from quartier.plainly.engine.findings import ERROR
from quartier.plainly.reading import Found

AROUND = 90
"""Characters of a sentence that are shown on each side of a marked place."""


@dataclass(frozen=True)
class Words:
    """What a rule is called, and why it helps."""

    title: str | Promise
    why: str | Promise


RULES = {
    "01": Words(
        _("Short sentences"),
        _("Short sentences are read with ease. Can you make two of this one?"),
    ),
    "02": Words(
        _("Say who does it"),
        _("This sentence is in the passive. Say who does something: “We open the door” is easier."),
    ),
    "03": Words(
        _("No genitive"),
        _("Many people do not understand the genitive. With “von” it is easier."),
    ),
    "04": Words(
        _("Say it as it is"),
        _("“Could” and “would” leave open what is true. Say what is, or what somebody can do."),
    ),
    "05": Words(
        _("Divide long words"),
        _("A long word is easier to read in parts. Use the same sign in the whole text."),
    ),
    "06": Words(_("Numbers as digits"), _("Digits are found and understood faster than words.")),
    "07": Words(
        _("Easy numbers"),
        _("High numbers are hard to picture. Often “many” or “few” says enough."),
    ),
    "08": Words(
        _("Say what is"),
        _("“Not” is easily overlooked. Say it positively, or make the word bold."),
    ),
    "09": Words(_("No abbreviations"), _("Write the words in full. Not everybody knows the short form.")),
    "10": Words(
        _("No special signs"),
        _("Signs make reading hard, and voices read them aloud in odd ways. Words are better."),
    ),
    "11": Words(
        _("One thought a sentence"),
        _("Here are two thoughts in one sentence. Make a sentence of each."),
    ),
    "12": Words(
        _("Present, or “have done”"),
        _("This form of the past is hard to read. “Wir haben gekocht” is easier than “wir kochten”."),
    ),
    "13": Words(
        _("Known words"),
        _("Not everybody knows this word. Take an easier one, or explain it."),
    ),
    "14": Words(
        _("Speak to your readers"),
        _("“Man” could be anybody. Say “Sie”: then readers know that you mean them."),
    ),
    "16": Words(_("Short lines"), _("This sentence does not fit on one line. A shorter one does.")),
    "18": Words(_("Headings and lists"), _("A list shows at a glance what belongs together.")),
    "19": Words(
        _("The same word for the same thing"),
        _("Above you used another word for it. With one word nobody wonders whether it is something else."),
    ),
    "20": Words(
        _("A picture for each section"), _("A picture tells what the section is about, before one reads.")
    ),
    "21": Words(
        _("Read by people who need it"),
        _("Only people who need Leichte Sprache can tell whether a text is easy."),
    ),
}
REASONS = {
    ("07", "roman"): _("Many people cannot read Roman numerals. Take digits."),
    ("07", "percent"): _("Percentages are hard to picture. Say “half of all” or “many”."),
    ("07", "decimal"): _("Numbers with a comma are hard to picture. Can you round it?"),
    ("11", "clause"): _(
        "This sentence has a subordinate clause. Make two sentences of it, or ask a question."
    ),
    ("18", "headings"): _("Many sentences without a heading. Headings help to find what one is looking for."),
    ("21", "older"): _("The text has been changed since people who need Leichte Sprache have read it."),
}
QUIET = {
    "01": _("This sentence is long. Could it be two?"),
    "08": _("“Not” is easily overlooked. Perhaps it can be said positively."),
}
"""What is said on pages in plain German, where it differs."""


def told(found: Found, language: str) -> dict:
    """One finding in words, with the marked place in its sentence; for templates."""
    finding = found.finding
    words = RULES[finding.rule]
    quiet = QUIET.get(finding.rule) if language == "de" else None
    return {
        "rule": finding.rule,
        "is_error": finding.severity == ERROR,
        "title": words.title,
        "why": quiet or REASONS.get((finding.rule, finding.reason), words.why),
        "proposal": finding.proposal,
        "is_bold": finding.reason == "bold",
        "rather": "" if finding.proposal else finding.rather,
        "place": found,
        "length": finding.end - finding.start,
        "marked": found.text[finding.start : finding.end],
        **_excerpt(found),
    }


def _excerpt(found):
    """The sentence in three pieces: before, the marked place, after."""
    start, end = found.finding.sentence
    finding, text = found.finding, found.text
    if finding.end - finding.start >= end - start:
        return {"before": _first(text[start:end]), "at": "", "after": ""}
    before, after = text[start : finding.start], text[finding.end : end]
    return {
        "before": f"…{before[-AROUND:]}" if len(before) > AROUND else before,
        "at": text[finding.start : finding.end],
        "after": _first(after),
    }


def _first(text):
    return f"{text[:AROUND]}…" if len(text) > AROUND else text


def summary(errors: int, hints: int, is_complete: bool = True) -> str:
    """How much was found, in one or two sentences."""
    unread = "" if is_complete else gettext("The end of the text could not be read just now.")
    if not errors + hints:
        return unread or gettext("Nothing found: this reads well.")
    serious = ngettext("%(number)d place should be changed.", "%(number)d places should be changed.", errors)
    light = ngettext("%(number)d hint.", "%(number)d hints.", hints)
    said = [(serious, errors), (light, hints)]
    return " ".join([*(words % {"number": number} for words, number in said if number), unread]).strip()


def school_year(wiener: float | None) -> str:
    """What the Wiener Sachtextformel means, in one sentence."""
    return _meaning(wiener, WIENER)


def ease(lix: float | None) -> str:
    """What LIX means, in one sentence."""
    return _meaning(lix, LIX)


def _meaning(score, scale):
    """Of the number as it is shown, rounded: two pages with the same number mean the same."""
    if score is None:
        return ""
    return next((words for limit, words in scale if round(score) < limit), scale[-1][1])


WIENER = [
    (4, pgettext_lazy("Wiener Sachtextformel", "Easy: a child in primary school can read this.")),
    (6, pgettext_lazy("Wiener Sachtextformel", "Rather easy: as in school years 4 and 5.")),
    (9, pgettext_lazy("Wiener Sachtextformel", "Medium: as in a newspaper, from school year 6 on.")),
    (12, pgettext_lazy("Wiener Sachtextformel", "Hard: many will stop reading.")),
    (99, pgettext_lazy("Wiener Sachtextformel", "Very hard: like a letter from an office.")),
]
LIX = [
    (30, pgettext_lazy("LIX", "Very easy, like a book for children.")),
    (40, pgettext_lazy("LIX", "Easy, like a story.")),
    (50, pgettext_lazy("LIX", "Medium, like a newspaper.")),
    (60, pgettext_lazy("LIX", "Hard, like a specialist book.")),
    (999, pgettext_lazy("LIX", "Very hard, like a law.")),
]
