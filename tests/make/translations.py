"""Pages in other languages, as translators leave them."""

from tests.make.languages import locale


def published(page, **changes):
    """Publish a page with changes, as the form does; the page as it then is."""
    page = type(page).objects.get(pk=page.pk)
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def draft_in(code, page):
    """A copy of a page in another language that nobody has published yet."""
    draft = page.copy_for_translation(locale(code), copy_parents=True)
    return type(page).objects.get(pk=draft.pk)


def translated(page, code="ar", **texts):
    """The published translation of a published page, written by a person in the ordinary form."""
    return published(draft_in(code, page), **{"title": f"{page.title} ({code})", **texts})
