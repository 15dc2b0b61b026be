"""All published pages in all languages of the house: what the overview counts and shows."""

from collections import Counter
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.utils.functional import cached_property
from django.utils.text import capfirst
from wagtail.models import Page, get_page_models
from wagtail.permissions import policy_registry

from blocks.originals import originals
from pages.base import BasePage
from quartier.languages.desk.rights import Rights
from quartier.languages.desk.ways import Cell, called
from quartier.languages.states import State, standings

URGENT = [State.OLDER, State.MACHINE, State.IN_WORK, State.NONE, State.CURRENT]
"""What waits for somebody first; of the same kind what waits longest."""


@dataclass
class Row:
    """One page with its cells."""

    page: Page
    kind: str
    standings: dict

    def urgency(self, codes):
        return min(_urgency(self.standings[code]) for code in codes)


def _urgency(standing):
    since = standing.since if standing.state in (State.OLDER, State.MACHINE) else None
    return URGENT.index(standing.state), since.timestamp() if since else 0


class Pages:
    """The originals of a house that readers can find: three queries, however many there are."""

    def __init__(self, codes):
        self.codes = codes

    @cached_property
    def rows(self):
        kinds = self.kinds
        found = originals(Page.objects.live().filter(depth__gt=1, alias_of=None))
        found = found.filter(content_type__in=kinds).select_related("locale").order_by("path")
        pages = list(found)
        known = standings(pages)
        return [Row(page, kinds[page.content_type_id], known[page.translation_key]) for page in pages]

    @cached_property
    def kinds(self):
        """Content type to what editors call such a page."""
        models = [model for model in get_page_models() if issubclass(model, BasePage)]
        types = ContentType.objects.get_for_models(*models)
        return {kind.pk: capfirst(str(model._meta.verbose_name)) for model, kind in types.items()}

    @property
    def kinds_used(self):
        used = {row.page.content_type_id for row in self.rows}
        return sorted(((str(pk), self.kinds[pk]) for pk in used), key=lambda kind: kind[1])

    @property
    def parts(self):
        """The pages right below the home page that have pages below them."""
        return [
            (row.page.path, row.page.title) for row in self.rows if row.page.depth == 3 and row.page.numchild
        ]

    @cached_property
    def summary(self):
        """For each language how many pages there are, and how many in each state."""
        lines = []
        for code in self.codes:
            rows = [row for row in self.rows if row.page.locale.language_code != code]
            counts = Counter(row.standings[code].state for row in rows)
            lines.append({"name": called(code), "code": code, "all": len(rows), "states": _told(counts)})
        return lines

    def chosen(self, language="", state="", kind="", part=""):
        """Those that are asked for, the most urgent first, and the languages to show of them."""
        codes = [language] if language else self.codes
        rows = [row for row in self.rows if not kind or str(row.page.content_type_id) == kind]
        rows = [row for row in rows if row.page.path.startswith(part)]
        rows = [row for row in rows if not state or any(row.standings[c].state == state for c in codes)]
        return sorted(rows, key=lambda row: row.urgency(codes)), codes

    def missing(self, code):
        """The rows of those that are not in a language at all."""
        return [row for row in self.rows if row.standings[code].state == State.NONE]


def _told(counts):
    others = [(state, counts[state]) for state in URGENT[:-1] if counts[state]]
    return [(State.CURRENT, counts[State.CURRENT]), *others]


def with_cells(rows, codes, user):
    """The rows of one page of the overview with their cells: as many queries for all as for one."""
    rights = Rights(user, [row.page for row in rows], codes)
    for row in rows:
        row.cells = [_cell(row, code, rights) for code in codes]
    return rows


def _cell(row, code, rights):
    if code == row.page.locale.language_code:
        return None
    standing = row.standings[code]
    return Cell(code, standing, row.page, rights.may_work_on(row.page, code, standing))


def changeable(user, numbers):
    """Those of these pages that a user may change: one query, and those of the policy."""
    policy = policy_registry.get_by_type(Page)
    found = policy.instances_user_has_permission_for(user, "change").filter(pk__in=numbers)
    return set(found.values_list("pk", flat=True))
