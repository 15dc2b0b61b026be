"""The pages, from one file each: first all of them as empty rooms, then what stands in each."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.utils import timezone
from wagtail.models import Page, get_page_models

from quartier.demo.dating import EARLY, LATER, LATEST, SOON, date_publication, moment
from quartier.demo.notation.days import moment as moment_of
from quartier.demo.notation.faults import Fault, at, take
from quartier.demo.notation.files import read
from quartier.demo.notation.filling import may_lead_to_pages
from quartier.demo.programme import note_changes
from quartier.demo.translating.leaves import leaves_of_pages, leaves_of_passages
from quartier.demo.translating.publishing import Interpreter
from quartier.operations.founding import open_house

NOT_FIELDS = ["type", "order", "menu", "changes", "earlier", "published", "draft"]


@dataclass
class Sheet:
    """One page as its file describes it."""

    file: str
    address: str
    parent: str
    values: dict

    @property
    def model(self):
        models = {model._meta.label: model for model in get_page_models()}
        with at("type"):
            if self.values.get("type") not in models:
                raise Fault(f"there is no kind of page “{self.values.get('type')}”, but: {', '.join(models)}")
        return models[self.values["type"]]

    def fields(self, leading):
        """The values of what may lead to pages, or of all else; a key that is no field is a fault."""
        known = {*self.model.facts, *self.model.texts}
        if unknown := [name for name in self.values if name not in {*known, *NOT_FIELDS}]:
            raise Fault(f"unknown: {', '.join(unknown)}; known: {', '.join(sorted(known))}")
        if not self.values.get("title"):
            raise Fault("this is missing", "title")
        mine = {name: value for name, value in self.values.items() if name in known}
        return {name: value for name, value in mine.items() if may_lead_to_pages(self.model, name) == leading}


def sheets(folder):
    """All pages, each after its parent and in the order of the menu."""
    found = [_sheet(folder, path) for path in folder.rglob("*.yaml")]
    return sorted(
        found, key=lambda sheet: (sheet.address.count("/"), sheet.values.get("order", 0), sheet.file)
    )


def _sheet(folder, path):
    values = read(path)
    place = path.relative_to(folder).with_suffix("")
    values.setdefault("slug", place.name)
    if place == Path("home"):
        return Sheet("pages/home.yaml", "/", "", values)
    above = "/".join(["", *place.parent.parts, ""]) if place.parent.parts else "/"
    return Sheet(f"pages/{place}.yaml", f"{above}{place.name}/", above, values)


def build(folder, filler, user):
    """Each page without what may lead to pages, so that this can be any of them; the site that they form."""
    plan, site = sheets(folder), None
    if not plan or plan[0].address != "/":
        raise Fault("there is no home.yaml", "pages")
    for number, sheet in enumerate(plan):
        with at(sheet.file):
            page = sheet.model(live=False, owner=user, show_in_menus=bool(sheet.values.get("menu")))
            page.first_published_at = _opened(sheet, number, len(plan), filler.today)
            filler.assign(page, sheet.fields(leading=False))
            if sheet.parent:
                _put_below(filler.shelf.get(Page, sheet.parent), page)
            else:
                site = open_house(page, settings.SITE_URL)
            filler.shelf.put(sheet.address, page)
    return plan, site


def _put_below(parent, page):
    if not type(page).can_create_at(parent):
        raise Fault(f"this kind of page cannot stand below a {type(parent).__name__}")
    parent.add_child(instance=page)


def furnish(plan, filler, user):
    """Set the bricks of each page and what else leads to pages, and publish it as an editor would.

    A page that said something else earlier says that at first.
    """
    for sheet in plan:
        with at(sheet.file):
            page = _page(sheet, filler)
            filler.assign(page, sheet.fields(leading=True))
            with at("changes"):
                note_changes(page, sheet.values.get("changes", []), filler, user)
            with at("earlier"):
                filler.assign(page, sheet.values.get("earlier", {}))
            if sheet.values.get("draft"):
                page.save_revision(user=user)
            else:
                _publish(page, user, page.first_published_at)


def translate(plan, folder, filler, user):
    """Publish what is written in other languages, and between older and newer texts the original anew."""
    leaves = leaves_of_pages(folder, {sheet.address for sheet in plan})
    interpreter = Interpreter(filler, user)
    for sheet in plan:
        page, mine = _page(sheet, filler), leaves.get(sheet.address, [])
        opened, day = page.first_published_at, SOON
        interpreter.translate(page, [leaf for leaf in mine if leaf.is_older], moment(opened, EARLY))
        if earlier := sheet.values.get("earlier"):
            filler.assign(page, {name: sheet.values[name] for name in earlier})
            _publish(page, user, moment(opened, LATER))
            day = LATEST
        interpreter.translate(page, [leaf for leaf in mine if not leaf.is_older], moment(opened, day))


def _page(sheet, filler):
    return sheet.model.objects.get(pk=filler.shelf.get(Page, sheet.address).pk)


def _publish(page, user, day):
    """As an editor would, on that day; what begins only later waits for it, as it does in earnest."""
    page.save_revision(user=user).publish(user=user)
    if day <= timezone.now():
        date_publication(page, day)


def lay_out_passages(folder, filler, user):
    """Reusable content, which may lead to pages and stand on them, in all its languages."""
    leaves, interpreter = leaves_of_passages(folder), Interpreter(filler, user)
    for values in read(folder / "passages.yaml", list):
        with at("passages.yaml"):
            key = take(values, "key")
        with at("passages.yaml", key):
            passage = filler.fill(apps.get_model("passages.Passage")(live=False), values)
            passage.save()
            passage.save_revision(user=user).publish(user=user)
            filler.shelf.put(key, passage)
        interpreter.translate(passage, leaves.pop(key, []), timezone.now())
    if leaves:
        raise Fault(f"there is no passage “{next(iter(leaves))}”", "translations")


def _opened(sheet, number, pages, today):
    """As written; else the last half year, evenly: a house does not open all its rooms on one day."""
    if written := sheet.values.get("published"):
        with at("published"):
            return moment_of(written, today)
    return timezone.now() - timedelta(days=180 - 175 * number // pages, hours=number % 7)
