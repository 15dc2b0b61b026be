"""Partners and funders: who works with the centre, who pays for what, and for how long."""

from pages.partners.models.funding import Funding
from pages.partners.models.index import PartnerIndexPage
from pages.partners.models.partner import Kind, PartnerPage

__all__ = ["Funding", "Kind", "PartnerIndexPage", "PartnerPage"]
