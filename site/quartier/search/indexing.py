"""Keeps the words of each published page, in one way that holds for SQLite and PostgreSQL alike."""

from django.db import transaction
from django.utils.translation import override

from blocks.blanks import filled
from blocks.reading import lend
from pages.words import base, forms, is_stop_word, joined
from quartier.search.models import Mention, PlainText, Word

LONGEST = Word._meta.get_field("spelling").max_length


@transaction.atomic
def index(page, original=None):
    """Note what is read on a page now; nothing, if it is not published.

    On a translation the facts of its original are read: of `original`, where that is not saved yet.
    """
    forget(page)
    if not page.live:
        return
    page = _with_facts(page, original or page.original)
    language = page.locale.language_code
    lines = _lines(page)
    title = _forms(filled(page.title), language)
    text = {
        form: spelling
        for form, spelling in _forms("\n".join(lines), language).items()
        if not is_stop_word(form.fold, language)
    }
    words = _words({**text, **title}, base(language))
    titled = {form.fold for form in title}
    mentions = [Mention(word_id=pk, page_id=page.pk, in_title=fold in titled) for fold, pk in words.items()]
    Mention.objects.bulk_create(mentions, ignore_conflicts=True)
    PlainText.objects.update_or_create(page_id=page.pk, defaults={"text": "\n".join(lines)})


def lines_of(page):
    """What is read on a published page, a line per paragraph."""
    return _lines(_with_facts(page, page.original))


def _with_facts(page, original):
    """A translation as it is read: with the facts of its original."""
    if original.pk != page.pk:
        page = type(page).objects.select_related("locale").get(pk=page.pk)
        lend(original, page)  # not to the one that somebody is about to save
    return page


def _lines(page):
    with override(page.locale.language_code):
        return list(page.texts_to_find())


def forget(page):
    """Nobody finds this page any more; words that only it said are gone."""
    mentions = Mention.objects.filter(page_id=page.pk)
    words = list(mentions.values_list("word_id", flat=True))
    mentions.delete()
    Word.objects.filter(pk__in=words, mentions=None).delete()
    PlainText.objects.filter(page_id=page.pk).delete()


def _forms(text, language):
    """Each word of a text, and the hyphenated ones as a whole too."""
    return {**forms(joined(text), language), **forms(text, language)}


def _words(forms, language):
    """The key of each word, by fold; new ones are noted."""
    known = Word.objects.filter(language=language, fold__in={form.fold for form in forms})
    keys = dict(known.values_list("fold", "pk"))
    new = [
        Word(language=language, fold=form.fold, stem=form.stem, tail=form.tail, spelling=spelling[:LONGEST])
        for form, spelling in forms.items()
        if form.fold not in keys
    ]
    if new:
        Word.objects.bulk_create(new, ignore_conflicts=True)
        keys = dict(known.all().values_list("fold", "pk"))
    return keys
