"""A link to a page of the site or to an address elsewhere, used inside other bricks."""

import re

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, URLValidator
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

PHONE = re.compile(r"^\+?[\d\s()/.-]{5,}$")


def href(address: str) -> str:
    """What a browser needs: `tel:` for a phone number, `mailto:` for a mail address, else the address itself.

    Raises ValidationError for anything that is none of the three.
    """
    address = address.strip()
    if PHONE.match(address):
        return "tel:" + re.sub(r"[^\d+]", "", address)
    if "@" in address and "/" not in address:
        EmailValidator()(address)
        return f"mailto:{address}"
    URLValidator(schemes=["http", "https"])(address)
    return address


class LinkValue(blocks.StructValue):
    """Where a link leads, and what it is called when nobody named it."""

    @property
    def page(self):
        page = self.get("page")
        return page.localized if page and page.live else None

    @property
    def href(self):
        if self.page:
            return self.page.url
        try:
            return href(self.get("address") or "")
        except ValidationError:
            return ""


class LinkBlock(blocks.StructBlock):
    """A page of this site, or an address."""

    page = blocks.PageChooserBlock(label=_("page of this site"), required=False)
    address = blocks.CharBlock(
        label=_("or an address"),
        required=False,
        default="",
        max_length=500,
        help_text=_("A web address with https://, a mail address or a phone number."),
    )

    class Meta:
        icon = "link"
        value_class = LinkValue
        label = _("Link")
        may_be_empty = False

    def clean(self, value):
        value = super().clean(value)
        if self.is_deferred_validation:
            return value
        errors = {}
        if value.get("page") and value["address"]:
            errors["address"] = ValidationError(_("Please choose a page or type an address, not both."))
        elif value["address"]:
            try:
                href(value["address"])
            except ValidationError:
                errors["address"] = ValidationError(
                    _("This is no web address, mail address or phone number. Web addresses begin with https://.")
                )
        elif not value.get("page") and not self.meta.may_be_empty:
            errors["page"] = ValidationError(_("Please say where the link leads."))
        if errors:
            raise StructBlockValidationError(block_errors=errors)
        return value
