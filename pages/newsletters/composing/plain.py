"""A mail as plain text, written to be read: short lines, addresses unbroken on lines of their own."""

from django.utils.translation import gettext as _

from pages.letters.writing import sendable
from pages.newsletters.composing.html import TURNS
from pages.newsletters.composing.lines import ProseReader, underlined, wrapped
from pages.phrasing import labelled, listed, without_colon
from pages.wording import plain


def written(letter) -> str:
    """In the active language, which is that of the letter."""
    return TextWriter(letter).written()


def said(words) -> str:
    """Words as text on one line; those that are HTML without their elements."""
    text = plain(words) if hasattr(words, "__html__") else str(words)
    return " ".join(TURNS.sub("", sendable(text)).split())


class TextWriter:
    """Writes one part of a letter after the other, and counts the links in running text."""

    def __init__(self, letter):
        self.letter, self.numbers = letter, 1

    def written(self):
        parts = [self._opening(), *map(self._part, self.letter.parts), self._foot()]
        blocks = ("\n".join(lines).strip("\n") for lines in parts)
        return "\n\n\n".join(filter(None, blocks)) + "\n"

    def _opening(self):
        letter = self.letter
        lines = self._link(letter.on_the_web) if letter.on_the_web else []
        lines += ["", *self._wrapped(letter.sender.name), "", "", *underlined(said(letter.title), "=")]
        return [*lines, *(["", *self._wrapped(letter.lead)] if letter.lead else [])]

    def _part(self, part):
        lines = underlined(said(part.title), "-") if part.title else []
        for entry in part.entries:
            lines += ["", *self._entry(entry)]
        for brick in part.bricks:
            lines += ["", *getattr(self, f"_{brick.kind}")(brick)]
        return lines

    def _entry(self, entry):
        lines = self._wrapped(entry.link.words)
        for date in entry.dates:
            lines += self._wrapped(self._date(date))
        for words in (entry.more, *entry.facts, entry.text):
            lines += self._wrapped(words) if words else []
        return [*lines, entry.link.url]

    def _date(self, date):
        """What has become of it comes first: it is heard before one takes down the day."""
        words = listed([said(date.words), said(date.place)])
        return labelled(listed(map(said, date.states)), words) if date.states else words

    def _prose(self, brick):
        reader = ProseReader(self.numbers, self.letter.is_easy)
        reader.feed(TURNS.sub("", sendable(str(brick.html))))
        reader.close()
        self.numbers += len(reader.links)
        return reader.lines

    def _heading(self, brick):
        return underlined(said(brick.words), "-") if brick.level == 2 else self._wrapped(brick.words)

    def _figure(self, brick):
        lines = self._wrapped(labelled(_("Picture"), said(brick.alt))) if brick.alt else []
        return [*lines, *(self._wrapped(brick.caption) if brick.caption else [])]

    def _buttons(self, brick):
        return [line for link in brick.links for line in self._link(link)]

    def _link(self, link):
        address = link.url.removeprefix("mailto:").removeprefix("tel:")
        return [*self._wrapped(f"{without_colon(said(link.words))}:"), address]

    def _foot(self):
        letter, sender = self.letter, self.letter.sender
        lines = ["--", *self._wrapped(letter.why), ""]
        for link in letter.choices:
            lines += [*self._link(link), ""]
        for words in (sender.name, *sender.address):
            lines += self._wrapped(words)
        lines += [self._kept_straight(words) for words in (sender.phone, sender.mail) if words]
        lines += [sender.home]
        for link in sender.links:
            lines += ["", *self._link(link)]
        return lines

    def _wrapped(self, words):
        return wrapped(said(words), self.letter.is_easy)

    def _kept_straight(self, words):
        """A number or address within a text that is written from the right."""
        words = said(words)
        return f"\u2066{words}\u2069" if self.letter.direction == "rtl" else words
