"""An issue of the newsletter, as something that one reads."""

from quartier.structured.centre import itself
from quartier.structured.pictures import for_sharing
from quartier.structured.plain import said, told_of, without_gaps
from quartier.templatetags.prose import filled


def issue(page, house):
    """Nothing while nobody has published it."""
    published, changed = page.original.first_published_at, page.last_published_at
    if published is None:
        return None
    return without_gaps(
        {
            **told_of(page, "Article", "issue"),
            "headline": said(filled(page.title), page.foreign),
            "datePublished": published.isoformat(timespec="seconds"),
            "dateModified": changed and changed.isoformat(timespec="seconds"),
            "image": for_sharing(page.picture),
            "author": itself(),
            "publisher": itself(),
        }
    )
