"""What an issue tells of dates is written down when it is sent."""

from pages.newsletters.contents import entries
from pages.newsletters.corrections.dates import rows_of
from pages.newsletters.models import Told


def note(mailing, issue, now):
    """Every date that the mailing tells of, as it is at this moment. Safe to repeat."""
    names = {(date.event, date.original) for entry in entries(issue, now) for date in entry.dates}
    Told.objects.bulk_create(
        [
            Told(
                mailing=mailing,
                event=event,
                original=original,
                state=row.state,
                starts=row.starts,
                ends=row.ends,
                is_whole_day=row.is_whole_day,
                room_id=row.room_id,
            )
            for (event, original), row in rows_of(names).items()
        ],
        ignore_conflicts=True,
    )
