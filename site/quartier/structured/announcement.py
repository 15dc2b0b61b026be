"""An announcement: when it was made known, and until when it holds."""

from django.utils import timezone

from pages.feeds.names import absolute
from pages.wording import plain
from quartier.structured.centre import itself
from quartier.structured.pictures import for_sharing
from quartier.structured.plain import said, told_of, without_gaps


def announcement(page, house):
    about = told_of(page, "NewsArticle", "announcement")
    changed = page.original.last_published_at
    date = page.told_of
    return without_gaps(
        {
            **about,
            "name": None,
            "headline": said(plain(page.headline), page.headline_language),
            "image": for_sharing(page.picture),
            "datePublished": _moment(page.told_since),
            "dateModified": _moment(changed),
            "expires": _moment(page.ends),
            "publisher": itself(),
            "about": date and {"@id": f"{absolute(date.url)}#event"},
        }
    )


def _moment(at):
    return timezone.localtime(at).isoformat() if at else None
