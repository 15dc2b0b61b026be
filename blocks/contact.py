"""Someone to turn to."""

from django.apps import apps
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blocks.groups import CENTRE
from blocks.together import ThingBlock


class PersonBlock(ThingBlock):
    """Someone of the centre, with a picture."""

    def __init__(self, **kwargs):
        super().__init__("people.Person", **kwargs)

    def things(self):
        return super().things().select_related("picture")


class ContactBlock(blocks.StructBlock):
    """A person with name, role, phone and mail, as they are kept in the list of people."""

    title = blocks.CharBlock(
        label=_("title"),
        required=False,
        default="",
        max_length=120,
        help_text=_("What one may ask this person about."),
    )
    person = PersonBlock(label=_("person"))

    class Meta:
        template = "blocks/contact.html"
        icon = "user"
        group = CENTRE
        label = _("Contact")
        description = _("A person with name, role, phone and mail. A changed number is right everywhere.")

    def get_preview_value(self):
        return self.normalize(
            {"title": _("Your contact"), "person": apps.get_model("people.Person").objects.first()}
        )
