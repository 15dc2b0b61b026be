"""The one kind of page."""

from wagtail.models import Page


class BarePage(Page):
    """A title, and nothing else."""

    template = "bare_page.html"
