"""The list of what an issue tells of, as a few lines that one ticks, shortens and puts in order."""

from django.utils import timezone
from wagtail.admin.panels import InlinePanel, Panel
from wagtail.models import Page

from blocks.goal import chosen
from blocks.in_full import in_full
from pages.newsletters.kinds import EVENTS, kind_of
from pages.newsletters.periods import period
from pages.newsletters.spoken import dates_in_short
from pages.newsletters.timing import dates
from pages.wording import spoken_by_the_house


class ItemsPanel(InlinePanel):
    """Shows each row by what its page is called, all of them looked up at once."""

    class BoundPanel(InlinePanel.BoundPanel):
        template_name = "wagtailadmin/newsletters/items_panel.html"

        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            if self.form is None:
                return
            spoken = spoken_by_the_house()
            rows = [*self.children, self.empty_child]
            for child in rows:
                child.form.fields["short"].widget.spoken = spoken
            known = told_of([_number(child.form) for child in self.children], self.instance)
            for child in rows:
                child.told = known.get(_number(child.form))
                child.chooser = "" if child.told else _chooser(child.form)


class WayInPanel(Panel):
    """The way from the form to what could go in besides; it needs an issue that has been kept."""

    is_about_facts = True

    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtailadmin/newsletters/way_in.html"

        def is_shown(self):
            return bool(self.instance.pk)


def _chooser(form):
    """The field in which a page is chosen; empty, since what was sent for it leads nowhere."""
    field = form["about"]
    return field.field.widget.render(field.html_name, None, {"id": field.auto_id})


def _number(form):
    """Of the page that a row is about; None while none is chosen or nonsense was sent."""
    value = str(form["about"].value() or "")
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 10 else None


def told_of(numbers, issue) -> dict[int, dict]:
    """What stands in a row for each page: title, kind, dates, and whether readers will get to see it.

    The number of queries does not depend on how many there are.
    """
    numbers = list(dict.fromkeys(filter(None, numbers)))
    pages = [page for page in chosen(Page.objects.all(), numbers) if page]
    full = in_full([page.original for page in pages])
    keys = [page.translation_key for page in pages if kind_of(page) == EVENTS and page.shown]
    now = timezone.now()
    when = dates(keys, *period(issue, now), now) if keys else {}
    return {page.pk: _told(page, full[page.original.pk], when) for page in pages}


def _told(page, original, when):
    return {
        "page": original,
        "kind": original.specific_class._meta.verbose_name,
        "dates": dates_in_short(when.get(page.translation_key, ())),
        "is_public": page.shown is not None,
    }
