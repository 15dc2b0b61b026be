"""How a notice is read in each language of the house, before it is published and afterwards."""

from dataclasses import dataclass

from django.utils.translation import override

from blocks.originals import at_or_below
from blocks.reading import mark
from pages.announcements import listing
from pages.announcements.banner import Banner
from pages.announcements.choices import Shown
from quartier.languages.desk.ways import called
from quartier.languages.machines import machine_for


@dataclass(frozen=True)
class Reading:
    """A notice in one language, in words that do not change with the language of whoever looks."""

    code: str
    label: str
    headline: str
    details: str
    foreign: str
    is_for_machine: bool = False

    @classmethod
    def of(cls, banner, code, is_for_machine=False):
        """The banner is in this language, and it is the active one."""
        label, headline = str(banner.kind.label), banner.page.headline
        return cls(code, label, headline, banner.details or "", banner.language, is_for_machine)


def readings(page, codes, now, by_machine=False) -> list[tuple[str, Reading]]:
    """Of a notice that is not saved: each language by its name, and what is read in it."""
    page.original, found = page, []
    for code in codes:
        with override(code):
            mark(page, code)
            translated = by_machine and bool(page.foreign and not page.sentence and machine_for(code))
            found.append(Reading.of(Banner(page, now), code, translated))
    return [(called(each.code), each) for each in found]


def running(house, now):
    """The announcements that stand out now, in the language of the desk: a list of banners."""
    return [Banner(page, now) for page in listing.told_together(_standing_out(house, now))]


def readings_of_running(house, now) -> dict:
    """By the key of each: its languages by name, with what is read there. A query for each language."""
    found = {}
    for code in house.languages:
        with override(code):
            for page in listing.told_together(_standing_out(house, now)):
                reading = Reading.of(Banner(page, now), code)
                found.setdefault(page.original.pk, []).append(reading)
    return {pk: [(called(each.code), each) for each in told] for pk, told in found.items()}


def _standing_out(house, now):
    shown = (Shown.EVERYWHERE, Shown.HOME)
    below = at_or_below([home.path for home in house.homes])
    return listing.current(now).filter(below, shown__in=shown, ends__isnull=False)
