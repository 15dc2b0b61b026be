"""Bricks that say where in an issue the chosen entries stand. Which ones these are is kept with the issue."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blocks.groups import CENTRE


class SectionBlock(blocks.StructBlock):
    """The place of all entries of one kind. It shows nothing by itself where none was chosen."""

    title = blocks.CharBlock(
        label=_("title"),
        required=False,
        default="",
        max_length=120,
        help_text=_("Empty: the usual one, in every language."),
    )

    class Meta:
        template = "blocks/section.html"
        group = CENTRE
        label_format = "{title}"

    def get_context(self, value, parent_context=None):
        """`parts` in the context of the page are its sections by the number of their brick."""
        context = super().get_context(value, parent_context)
        return {**context, "section": context.get("parts", {}).get(context.get("id"))}


class EventsBlock(SectionBlock):
    """Where the events stand."""

    class Meta:
        icon = "date"
        label = _("Chosen events")
        description = _("Here stand the events that are ticked in the list, with their dates.")


class ServicesBlock(SectionBlock):
    """Where the services stand."""

    class Meta:
        icon = "list-ul"
        label = _("Chosen services")
        description = _("Here stand the services that are ticked in the list.")


class AnnouncementsBlock(SectionBlock):
    """Where the announcements stand."""

    class Meta:
        icon = "info-circle"
        label = _("Chosen announcements")
        description = _("Here stand the announcements that are ticked in the list.")


class PagesBlock(SectionBlock):
    """Where all other pages stand."""

    class Meta:
        icon = "doc-empty"
        label = _("Other chosen pages")
        description = _("Here stand all other pages that are ticked in the list.")
