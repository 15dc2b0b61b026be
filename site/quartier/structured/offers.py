"""What services and events tell alike: who runs them, for whom, for how much."""

from blocks.goal import goal
from pages.offers.choices import Cost
from pages.phrasing import listed
from quartier.structured.centre import itself
from quartier.structured.partner import named


def provider(page):
    """The centre, or the partner, if everybody may know of the page about it."""
    if not page.partner_id:
        return itself()
    partner = goal(page.partner)
    return named(partner, page.partner.original.website) if partner else None


def offers(page):
    """Prices in euros; none where one has to ask."""
    if page.cost in (Cost.FREE, Cost.DONATION):
        yield _offer(0, page.get_cost_display())
    elif page.cost == Cost.FIXED:
        for price, about in ((page.price, ""), (page.reduced_price, _reduced(page))):
            if price is not None:
                yield _offer(price, listed([about, page.get_price_per_display()]))


def _reduced(page):
    return str(page._meta.get_field("reduced_price").verbose_name)


def _offer(price, about):
    return {"@type": "Offer", "price": f"{price:.2f}", "priceCurrency": "EUR", "description": about}


def audience(group):
    return {"@type": "Audience", "audienceType": str(group.name)}
