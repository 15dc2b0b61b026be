"""The search page: /de/suche/?q=Nähen&art=standardpage&seite=2."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from django import forms
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.paginator import Paginator
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse, translate_url
from django.utils.http import urlencode
from django.utils.translation import get_language, gettext, ngettext
from django.views.decorators.http import require_safe

from pages.phrasing import capital
from quartier.context import House
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


class Elsewhere:
    """What was found among the pages that are not translated: below the first part of the others."""

    def __init__(self, found, kinds, part, request):
        self.found = [(one, [hit for hit in one.hits if hit.kind in kinds]) for one in found]
        self.is_alone, self.is_shown, self.request = not part.object_list, part.number == 1, request

    @property
    def count(self):
        return sum(len(hits) for _one, hits in self.found)

    @cached_property
    def results(self):
        """By language, as many of each as stand on a part of a list."""
        if not self.is_shown:
            return []
        return [each for one, hits in self.found for each in results(hits[:PER_PAGE], one, self.request)]

    @cached_property
    def further(self):
        """The languages in which there is more: code, name, and where they are searched."""
        more = [one.language for one, hits in self.found if len(hits) > PER_PAGE and self.is_shown]
        return [
            (code, dict(settings.LANGUAGES)[code], translate_url(reverse("search"), code)) for code in more
        ]


@require_safe
def search(request):
    """Always an answer: an empty question shows the form, a part beyond the end the last one.

    In a language that the house does not speak it is the answer in its own.
    """
    if get_language() not in House.of(request).languages:
        there = translate_url(request.get_full_path(), settings.LANGUAGE_CODE)
        return HttpResponseRedirect(there)
    asked, kind, number = SearchForm(request.GET).read()
    question = asked[:LONGEST_QUESTION].strip()
    found = find(question, get_language())
    everything = [hit for one in (found, *found.elsewhere) for hit in one.hits]
    models = {hit.kind: ContentType.objects.get_for_id(hit.kind).model for hit in everything}
    kind = kind if kind in models.values() else ""
    kinds = {key for key, name in models.items() if not kind or name == kind}
    hits = [hit for hit in found.hits if hit.kind in kinds]
    paginator = Paginator(hits, PER_PAGE)
    part = paginator.get_page(number)
    elsewhere = Elsewhere(found.elsewhere, kinds, part, request)
    context = {
        "heading": _heading(question, len(hits) + elsewhere.count),
        "question": question,
        "found_at": "search",
        "same": urlencode({"q": question, **({"art": kind} if kind else {})}),
        "elsewhere": elsewhere,
        "too_long": len(asked) > LONGEST_QUESTION,
        "found": found,
        "kinds": _kinds(everything, question, kind),
        "pages": part,
        "numbers": paginator.get_elided_page_range(part.number, on_each_side=1, on_ends=1),
        "query": urlencode({"q": question, **({"art": kind} if kind else {})}) + "&",
        "results": results(part.object_list, found, request),
    }
    response = render(request, "search/search.html", context)
    if question:  # what somebody looks for is nobody else's business: no copy of it is kept
        response.headers["Cache-Control"] = "private, no-cache"
    return response


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
