"""A way to the newsletter that fits anywhere."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blocks.groups import CENTRE


class NewsletterSignUpBlock(blocks.StructBlock):
    """One field and a button. Where no page with the newsletter is published, nothing is shown."""

    title = blocks.CharBlock(
        label=_("title"),
        required=False,
        default="",
        max_length=120,
        help_text=_("Empty: “Our newsletter”."),
    )

    class Meta:
        template = "blocks/newsletter_sign_up.html"
        icon = "mail"
        group = CENTRE
        label = _("Sign up for the newsletter")
        label_format = "{title}"
        description = _("A field for the e-mail address and a button. Nothing to look after.")
        preview_value = {"title": _("Once a month by mail")}
