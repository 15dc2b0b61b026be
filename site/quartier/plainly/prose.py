"""PURE: rich text as it is stored, to the parts that the rules read."""

from html.parser import HTMLParser

from quartier.plainly.engine.sentences import HEADING, ITEM, PARAGRAPH, Part

KINDS = {"li": ITEM, "p": PARAGRAPH, "div": PARAGRAPH, "blockquote": PARAGRAPH}
KINDS |= {f"h{level}": HEADING for level in range(1, 7)}
BOLD = {"b", "strong"}


class _Reader(HTMLParser):
    """Collects the parts of a text, with what is bold in each."""

    def __init__(self):
        super().__init__()
        self.parts = []
        self._begin(PARAGRAPH)

    def _begin(self, kind):
        self.kind, self.text, self.bold, self.bold_since = kind, "", [], None

    def finish(self, following=PARAGRAPH):
        self._end_bold()
        if self.text.strip():
            self.parts.append(Part(self.text, self.kind, tuple(self.bold)))
        self._begin(following)

    def _end_bold(self):
        if self.bold_since is not None:
            self.bold.append((self.bold_since, len(self.text)))
            self.bold_since = None

    def handle_starttag(self, tag, attrs):
        if tag in KINDS:
            self.finish(KINDS[tag])
        elif tag == "br":
            self.text += "\n"
        elif tag in BOLD:
            self.bold_since = len(self.text)

    def handle_endtag(self, tag):
        if tag in KINDS:
            self.finish()
        elif tag in BOLD:
            self._end_bold()

    def handle_data(self, data):
        self.text += data


def parts_of(html: str) -> list[Part]:
    """Paragraphs, headings and entries of lists, in their order."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.finish()
    return reader.parts
