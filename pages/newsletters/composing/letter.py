"""What a mail says in one language, part by part: written out once as HTML, once as plain text. No framework.

Words that are `SafeString`s are HTML in which other languages are marked; all others are as somebody typed
them. Addresses are absolute.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Link:
    """Where it leads, and words that name the goal; `language` is theirs, where it is not the reader's."""

    url: str
    words: str
    language: str = ""
    is_personal: bool = False


@dataclass(frozen=True)
class Prose:
    """Running text as clean HTML: paragraphs, lists, bold, links."""

    html: str
    kind: str = "prose"


@dataclass(frozen=True)
class Heading:
    """A title that somebody put into the text; `level` is 2 to 4."""

    words: str
    level: int
    kind: str = "heading"


@dataclass(frozen=True)
class Figure:
    """A picture that everybody may see. `alt` is empty where it only decorates; sizes are those on screen."""

    src: str
    width: int
    height: int
    alt: str = ""
    language: str = ""
    caption: str = ""
    credit: str = ""
    kind: str = "figure"


@dataclass(frozen=True)
class Buttons:
    """One to three large links, the strongest first."""

    links: tuple[Link, ...]
    kind: str = "buttons"


@dataclass(frozen=True)
class When:
    """One date: the day and time, and in words what has become of it; `is_off` where it does not happen."""

    words: str
    states: tuple[str, ...] = ()
    place: str = ""
    is_off: bool = False


@dataclass(frozen=True)
class Tile:
    """The day that stands large beside an event, or above it: it only repeats what its dates say."""

    month: str
    day: str
    is_above: bool = False


@dataclass(frozen=True)
class Entry:
    """One page that is told of; its title is the link. `more` says how many dates are not told here."""

    link: Link
    text: str = ""
    language: str = ""
    tile: Tile | None = None
    dates: tuple[When, ...] = ()
    more: str = ""
    facts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Part:
    """Entries below a title, or bricks; `language` is that of the title or the bricks."""

    title: str = ""
    language: str = ""
    entries: tuple[Entry, ...] = ()
    bricks: tuple[Prose | Heading | Figure | Buttons, ...] = ()


@dataclass(frozen=True)
class Sender:
    """Who writes, and how one reaches them: what § 5 DDG asks for, and links to the rest."""

    name: str
    address: tuple[str, ...] = ()
    phone: str = ""
    dials: str = ""
    mail: str = ""
    home: str = ""
    logo: Figure | None = None
    links: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Letter:
    """The whole mail. `text_language` is that of title and lead, where it is not the reader's."""

    language: str
    direction: str
    is_easy: bool
    subject: str
    preheader: str
    title: str
    lead: str
    text_language: str
    picture: Figure | None
    parts: tuple[Part, ...]
    sender: Sender
    on_the_web: Link | None
    colour: str
    why: str = ""
    choices: tuple[Link, ...] = field(default=())
