"""Words as a search sees them: small or capital, with or without accents, in any ending. No framework.

A word has a *fold* (no accents, ä as ae), a *stem* (Snowball's, by language), and a *head* and a *tail*: what
it looks like as the first or, in German, the last part of a longer word.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

import snowballstemmer

LONGEST, SHORTEST_PART = 60, 4
MARKS = "\u00ad\u200c\u200d\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670"
WORD = re.compile(rf"[^\W_](?:[{MARKS}]*['’ʼ‘ʻ]?[^\W_])*[{MARKS}]*")
STEMMERS = {"de": "german", "en": "english", "tr": "turkish", "ar": "arabic", "ru": "russian", "fr": "french"}
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
# Letters that people type one for the other, and that Unicode does not take apart.
LOOKALIKES = str.maketrans("ıةىکیٱہґєыøłđ", "iهيكياهгеиold") | str.maketrans({"œ": "oe", "æ": "ae"})
LOOKALIKES |= str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)
GERMAN_ENDING = re.compile(r"(ungen|ung|en|er|es|em|e|n|(?<=[aioy])s)$")
UKRAINIAN_ENDING = re.compile(
    r"(ами|ями|ого|ому|ими|ові|еві|ів|ах|ях|ам|ям|ою|ею|ем|ом|ии|оі|их|им|іх|а|я|у|ю|и|і|е|о|ь)$"
)
STOP_WORDS = {
    "de": """
        aber als am an auch auf aus bei bin bis bist brauche das dass dem den der des die dies diese
        diesem diesen dieser doch du durch ein eine einem einen einer eines er es etwas für gibt habe
        haben habt hast hat ich ihr ihre ihrem ihren ihrer im in ist ja kann kannst können man mehr mein
        meine mich mir mit möchte nach nicht noch nur ob oder ohne seid sich sie sind so suche um und uns
        unser unsere unserem unseren unserer vom von vor wann war warum was wenn wer werden wie will wir
        wird wo zu zum zur zwischen über
    """,
    "en": """
        a about am an and are as at be but by can do for from has have how i if in is it its me my no not
        of on or our so that the their them there they this to was we what when where which who will with
        you your
    """,
    "tr": "bir bu da daha de gibi ile ise için mi mu nasıl ne nerede o ve veya ya",
    "fr": """
        à au aux avec ce ces comment dans de des du elle en est et il ils je la le les leur ma mes mon ne
        nous on ou où par pas pour qu quand que qui sa se ses son sont sur un une vous
    """,
    "pl": "a ale co czy dla do gdzie i ja jak jest kiedy ma mi na nie o od po są się to w we z za ze że",
    "ru": "а в во вы где для до и из как когда ли мне мы на не о об от по с со что это я",
    "fa": "آن از است این با به برای چه در را که کجا ما من و یا",
    "ar": "أن أو إلى التي الذي على عن في كل كيف لا ما مع من هذا هذه هل هو هي و يا",
    "uk": "а але в ви вони від він для до з за зі й ми на не по про та те у це цей що як є і",
}


class Form(NamedTuple):
    """One word in the forms by which it is found."""

    fold: str
    stem: str
    head: str
    tail: str


def base(language: str) -> str:
    """The language whose grammar holds: "de" for "de-simple"."""
    return language.split("-")[0]


def words(text: str):
    """The words of a text with their places, as regular expression matches; "Bewohner*innen" is one word."""
    for match in WORD.finditer(text):
        before = text[match.start() - 1 : match.start()] if match.start() else ""
        if not (before and before in "*:_" and match[0] in ("in", "innen")):
            yield match


def forms(text: str, language: str) -> dict[Form, str]:
    """Each word of a text once, by its form, as it is written there: small letters rather than capitals."""
    found: dict[Form, str] = {}
    for match in words(text):
        form = form_of(match[0], language)
        if form.fold:
            found[form] = max(found.get(form, ""), match[0])
    return found


def answers(said: Form, asked: Form) -> bool:
    """Whether a word that is said is the one asked for in any ending, or has it as first or last part."""
    starts = len(asked.head) >= SHORTEST_PART and said.fold.startswith(asked.head)
    ends = len(asked.tail) >= SHORTEST_PART and (
        said.fold.endswith(asked.head) or said.tail.endswith(asked.tail)
    )
    return asked.fold == said.fold or asked.stem == said.stem or starts or ends


def joined(text: str) -> str:
    """Hyphenated words, written as one: "Reparatur-Café" becomes "ReparaturCafé"."""
    return re.sub(r"(?<=[^\W\d_])[-‐‑](?=[^\W\d_])", "", text)


def is_stop_word(fold: str, language: str) -> bool:
    """Whether a word says nothing about what a page is about."""
    return fold in _stop_words(base(language))


@lru_cache(maxsize=20_000)
def form_of(word: str, language: str) -> Form:
    language = base(language)
    fold = folded(word, language)
    stem = _stem(word, fold, language)
    if language != "de":
        return Form(fold, stem, stem if fold.startswith(stem) and len(stem) >= SHORTEST_PART else fold, "")
    head = GERMAN_ENDING.sub("", fold)
    head = head if len(head) >= SHORTEST_PART else fold
    return Form(fold, stem, head, _without_umlauts(head))


def folded(word: str, language: str) -> str:
    """Small letters without accents; German umlauts as two letters."""
    text = unicodedata.normalize("NFC", word).casefold()
    if base(language) == "de":
        text = text.translate(UMLAUTS)
    letters = (char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return re.sub(r"[\W_ـʼ]", "", "".join(letters)).translate(LOOKALIKES)[:LONGEST]


def _stem(word, fold, language):
    if language == "uk":
        return (len(fold) > 4 and UKRAINIAN_ENDING.sub("", fold)) or fold
    if language not in STEMMERS:
        return fold
    if language == "tr":
        word = word.replace("İ", "i").replace("I", "ı")
    # Snowball's German knows "ae"; the others want their letters untouched.
    source = fold if language in ("de", "en") else unicodedata.normalize("NFC", word).lower()[:LONGEST]
    # A stemmer keeps the word in itself while it works, so each call has its own: there may be threads.
    return folded(snowballstemmer.stemmer(STEMMERS[language]).stemWord(source), language) or fold


def _without_umlauts(fold):
    """ "haeus" as "haus": a plural is found as the last part of another word."""
    return fold.replace("ae", "a").replace("oe", "o").replace("ue", "u")


@lru_cache
def _stop_words(language):
    return {folded(word, language) for word in STOP_WORDS.get(language, "").split()}
