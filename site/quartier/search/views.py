"""The search page: /de/suche/?q=Nähen&art=standardpage&seite=2."""

from collections import Counter
from dataclasses import dataclass

from django import forms
from django.contrib.contenttypes.models import ContentType
from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import get_language, gettext, ngettext
from django.views.decorators.http import require_safe

from pages.phrasing import capital
from quartier.search.finding import find
from quartier.search.results import results

LONGEST_QUESTION = 200
PER_PAGE = 10


class SearchForm(forms.Form):
    """What the address asks for: words, kind of page, part of the list. Nonsense is left out."""

    q = forms.CharField(required=False)
    art = forms.CharField(required=False)
    seite = forms.IntegerField(required=False, min_value=1, max_value=100_000)

    def read(self):
        self.full_clean()
        said = self.cleaned_data
        return said.get("q", ""), said.get("art", ""), said.get("seite") or 1


@dataclass(frozen=True)
class Kind:
    """A kind of page among those found, how many there are, and the address that shows only them."""

    name: str
    count: int
    query: str
    chosen: bool


@require_safe
def search(request):
    """Always an answer: an empty question shows the form, a part beyond the end the last one."""
    asked, kind, number = SearchForm(request.GET).read()
    question = asked[:LONGEST_QUESTION].strip()
    found = find(question, get_language())
    models = {hit.kind: ContentType.objects.get_for_id(hit.kind).model for hit in found.hits}
    kind = kind if kind in models.values() else ""
    hits = [hit for hit in found.hits if not kind or models[hit.kind] == kind]
    paginator = Paginator(hits, PER_PAGE)
    part = paginator.get_page(number)
    context = {
        "heading": _heading(question, len(hits)),
        "question": question,
        "too_long": len(asked) > LONGEST_QUESTION,
        "found": found,
        "kinds": _kinds(found.hits, question, kind),
        "pages": part,
        "numbers": paginator.get_elided_page_range(part.number, on_each_side=1, on_ends=1),
        "query": urlencode({"q": question, **({"art": kind} if kind else {})}) + "&",
        "results": results(part.object_list, found.folds, request),
    }
    return render(request, "search/search.html", context)


def _heading(question, count):
    """The answer in one line, so that it is heard first: it is the title of the page too."""
    if not question:
        return gettext("What are you looking for?")
    if not count:
        return gettext("No hit for “%(question)s”") % {"question": question}
    heading = ngettext("%(count)d hit for “%(question)s”", "%(count)d hits for “%(question)s”", count)
    return heading % {"question": question, "count": count}


def _kinds(hits, question, chosen):
    """What one can narrow the list to; nothing, if all hits are of one kind."""
    counts = Counter(hit.kind for hit in hits)
    if len(counts) < 2:
        return []
    everything = Kind(gettext("Everything"), len(hits), urlencode({"q": question}), chosen=not chosen)
    kinds = ((ContentType.objects.get_for_id(key), count) for key, count in counts.most_common())
    return [
        everything,
        *(
            Kind(
                name=capital(kind.model_class().called(many=True)),
                count=count,
                query=urlencode({"q": question, "art": kind.model}),
                chosen=kind.model == chosen,
            )
            for kind, count in kinds
        ),
    ]
