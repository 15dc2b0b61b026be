"""Pages, published, with as little as they need."""

from pages.standard.models import StandardPage


def plain_page(parent, title="Über uns", **fields):
    """A published plain page below `parent`; `body` as [(brick, value), …]."""
    return parent.add_child(instance=StandardPage(title=title, **fields))
