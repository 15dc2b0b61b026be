"""A link to a page of the site or to an address elsewhere, used inside other bricks."""

import re

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, URLValidator
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail_localize.segments import OverridableSegmentValue

from blocks.blanks import blanks
from blocks.goal import GoalBlock, goal

PHONE = re.compile(r"\d{3}|\+?(?:[\s()/.-]*\d){5,}[\s()/.-]*", re.ASCII)
"""At least five digits, or a short number such as 112."""

HERE = re.compile(r"/(?![/\\])|[#?]")
UNSEEN = re.compile(r"[\0- ]")


def stays_here(address: str) -> bool:
    """Whether an address leads to a page of this site; browsers take `//x` for another host."""
    return bool(HERE.match(UNSEEN.sub("", address)))


def href(address: str) -> str:
    """What a browser needs: `tel:` for a phone number, `mailto:` for a mail address, else the address itself.

    Raises ValidationError for anything that is none of the three.
    """
    address = address.strip().removeprefix("mailto:").removeprefix("tel:")
    if PHONE.fullmatch(address):
        return f"tel:{digits(address)}"
    if "@" in address and "/" not in address:
        EmailValidator()(address)
        return f"mailto:{address}"
    URLValidator(schemes=["http", "https"])(address)
    return address


def digits(phone: str) -> str:
    """A phone number as a telephone dials it; the (0) of "+49 (0) 30" is for people at home."""
    if phone.strip().startswith("+"):
        phone = re.sub(r"\(\s*0\s*\)", "", phone)
    return re.sub(r"[^\d+]", "", phone)


class LinkAddressBlock(blocks.CharBlock):
    """An address that is the same in all languages, unless a translator knows a better one."""

    def get_translatable_segments(self, value):
        return [OverridableSegmentValue("", value)] if value else []

    def restore_translated_segments(self, value, segments):
        return segments[0].data if segments else value


class LinkValue(blocks.StructValue):
    """Where a link leads today."""

    @property
    def goal(self):
        return goal(self.get("page"))

    @property
    def href(self):
        """The address for a browser; empty where the page is not published and no address was given."""
        if self.goal:
            return self.goal.url or ""
        try:
            return href(self.get("address") or "")
        except ValidationError:
            return ""

    @property
    def is_ready(self):
        """Whether readers can see it: it leads somewhere, and no blank in its text waits to be filled."""
        return bool(self.href) and not blanks(self.get("text") or "")

    @property
    def sign(self):
        """The icon for a link that opens something else than a page."""
        return {"tel": "phone", "mailto": "mail"}.get(self.href.partition(":")[0], "")


class LinkBlock(blocks.StructBlock):
    """A page of this site, or an address."""

    page = GoalBlock(label=_("page of this site"), required=False)
    address = LinkAddressBlock(
        label=_("or an address"),
        required=False,
        default="",
        max_length=500,
        search_index=False,
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
        errors = {name: ValidationError(text) for name, text in self._faults(value)}
        if errors:
            raise StructBlockValidationError(block_errors=errors)
        return value

    def _faults(self, value):
        page, address = value.get("page"), value.get("address")
        if page and address:
            yield "address", _("Please choose a page or type an address, not both.")
        elif address:
            try:
                href(address)
            except ValidationError:
                yield (
                    "address",
                    _(
                        "This is no web address, mail address or phone number. Web addresses begin with https://."
                    ),
                )
        elif not page and not self.meta.may_be_empty:
            yield "page", _("Please say where the link leads.")
