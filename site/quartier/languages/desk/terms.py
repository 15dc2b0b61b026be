"""All terms of the house in all its languages, on one screen."""

from dataclasses import dataclass
from itertools import groupby

from django import forms
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from pages.centre.models import Centre
from pages.phrasing import capital
from pages.wording import LONGEST_LINE, direction
from quartier.languages import terms

ON_A_PAGE = 25


class Wish(forms.Form):
    """The query string; whatever makes no sense in it was not asked for."""

    sprache = forms.ChoiceField(required=False)
    fehlt = forms.ChoiceField(choices=[("1", "")], required=False)
    art = forms.ChoiceField(required=False)
    p = forms.IntegerField(min_value=1, max_value=9999, required=False)

    def __init__(self, query, languages, kinds):
        super().__init__({name: query.get(name, "").replace("\0", "") for name in self.base_fields})
        self.fields["sprache"].choices, self.fields["art"].choices = languages, kinds
        self.full_clean()
        self.asked = {name: self.cleaned_data.get(name) or "" for name in self.fields}

    def query(self, **other):
        said = {name: value for name, value in {**self.asked, **other}.items() if value}
        return "&".join(f"{name}={value}" for name, value in said.items())


@dataclass(frozen=True)
class Box:
    """Where one types a term in one language: what is stored now, and what is shown or was typed."""

    code: str
    language: str
    stored: str
    text: str
    is_long: bool

    @property
    def direction(self):
        return direction(self.code)


@dataclass(frozen=True)
class Row:
    """One term with a box for each language, and what went wrong with it."""

    term: terms.Term
    boxes: list[Box]
    fault: str = ""

    @property
    def label(self):
        return capital(str(self.term.field.verbose_name))


class TermsMenuItem(MenuItem):
    """Shown to everyone who may change any of them."""

    def is_shown(self, request):
        return any(terms.may_change(request.user, field.model) for field in terms.fields())


class TermsView(WagtailAdminTemplateMixin, TemplateView):
    """What is missing stands out; each term is saved on its own."""

    template_name = "wagtailadmin/languages/terms.html"
    page_title = gettext_lazy("Terms in all languages")
    header_icon = "globe"
    fault = (None, "", {})

    def dispatch(self, request, *args, **kwargs):
        may = {field: terms.may_change(request.user, field.model) for field in terms.fields()}
        self.fields = [field for field in may if may[field]]
        if not self.fields:
            raise PermissionDenied
        spoken = Centre.for_request(request).languages
        self.languages = [pair for pair in settings.LANGUAGES if pair[0] in spoken]
        self.kinds = [*_kinds(self.fields).items()]
        self.wish = Wish(request.GET, self.languages, self.kinds)
        return super().dispatch(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        term = terms.term(request.POST.get("term", ""), request.user)
        if not term:
            messages.error(request, _("This term does not exist any more."))
            return self._back()
        codes = [code for code, _name in self.languages if f"text-{code}" in request.POST]
        shown = {code: terms.cleaned(request.POST.get(f"shown-{code}", "")) for code in codes}
        typed = {code: terms.cleaned(request.POST[f"text-{code}"]) for code in codes}
        try:
            is_new = terms.save(term, shown, typed, request.user)
        except terms.ChangedMeanwhileError:
            said = _("Somebody else has changed this meanwhile. Nothing was saved; please look at it again.")
            return self._again(term, said, typed)
        except terms.TooLongError:
            said = _("A text here has at most %(number)d characters.") % {"number": term.field.longest}
            return self._again(term, said, typed)
        if is_new:
            messages.success(request, _("“%(term)s” is saved.") % {"term": term.own})
        return self._back()

    def _back(self):
        return HttpResponseRedirect(f"{self.request.path}?{self.wish.query()}")

    def _again(self, term, said, typed):
        self.fault = (term.key, said, typed)
        messages.error(self.request, said)
        return self.render_to_response(self.get_context_data())

    def get_context_data(self, **kwargs):
        codes = (
            [self.wish.asked["sprache"]] if self.wish.asked["sprache"] else [c for c, _n in self.languages]
        )
        found = [
            term
            for field in self.fields
            if self.wish.asked["art"] in ("", _kind(field))
            for term in terms.terms(field, self.request.user)
            if not self.wish.asked["fehlt"] or term.missing(codes) or term.key == self.fault[0]
        ]
        pages = Paginator(found, ON_A_PAGE).get_page(self.wish.asked["p"] or 1)
        rows = [self._row(term, codes) for term in pages]
        groups = groupby(rows, key=lambda row: capital(str(row.term.field.model._meta.verbose_name_plural)))
        return super().get_context_data(
            **kwargs,
            pages=pages,
            groups=[(heading, list(group)) for heading, group in groups],
            languages=self.languages,
            kinds=self.kinds,
            asked=self.wish.asked,
            earlier=self.wish.query(p=pages.number - 1) if pages.has_previous() else "",
            later=self.wish.query(p=pages.number + 1) if pages.has_next() else "",
        )

    def _row(self, term, codes):
        key, said, typed = self.fault
        typed, said = (typed, said) if key == term.key else ({}, "")
        boxes = [
            Box(
                code,
                name,
                term.wording.get(code, ""),
                typed.get(code, term.wording.get(code, "")),
                term.field.longest > LONGEST_LINE,
            )
            for code, name in self.languages
            if code in codes
        ]
        return Row(term, boxes, said)


def _kind(field):
    return field.model._meta.label_lower


def _kinds(fields):
    return {_kind(field): capital(str(field.model._meta.verbose_name_plural)) for field in fields}
