"""What is said about a line of a file, in words with which somebody can mend it."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from pages.events.sentences import sentence
from pages.events.upload.proposal import Note

WORDS = {
    Note.NO_TITLE: gettext_lazy("The title is missing."),
    Note.NO_DATE: gettext_lazy("The date is missing."),
    Note.NOT_A_DATE: gettext_lazy("“{about}” is no date. Please write it like 14.05.2026."),
    Note.NOT_A_TIME: gettext_lazy("“{about}” is no time. Please write it like 18:15."),
    Note.NO_BEGINNING: gettext_lazy("There is an end, but no beginning."),
    Note.NO_LENGTH: gettext_lazy("It ends when it begins. Leave the end empty if it is open."),
    Note.YEAR: gettext_lazy("“{about}”: please check the year."),
    Note.BACKWARDS: gettext_lazy("The last day lies before the first day."),
    Note.ENDS_FIRST: gettext_lazy("The end lies before the beginning."),
    Note.TOO_LONG: gettext_lazy("It would last more than 60 days."),
    Note.UNREADABLE: gettext_lazy("This entry cannot be read."),
    Note.TOO_MANY_DATES: gettext_lazy("It has more than 100 dates that follow no rule that we know."),
    Note.TWICE: gettext_lazy("It stands in the file twice."),
    Note.NEXT_DAY: gettext_lazy("It ends on the next day."),
    Note.PAST: gettext_lazy("It is over already."),
    Note.CUT: gettext_lazy("The title is too long and was cut."),
    Note.OTHER_TITLES: gettext_lazy("Single dates have a title of their own, which is not taken over."),
}


def words(remark):
    """One sentence."""
    if remark.note is Note.SINGLE_DATES:
        count = int(remark.about)
        said = ngettext(
            "We have no words for its rule: it becomes one single date.",
            "We have no words for its rule: it becomes %(number)d single dates.",
            count,
        )
        return said % {"number": count}
    if remark.note is Note.CANCELLED:
        count = int(remark.about)
        said = ngettext(
            "One date is cancelled and is left out.",
            "%(number)d dates are cancelled and are left out.",
            count,
        )
        return said % {"number": count}
    said = str(WORDS[remark.note])
    if remark.about and "{about}" not in said:
        return f"{remark.about}: {said}"
    return said.replace("{about}", remark.about)


def when(proposal):
    """Its first dates and series as sentences, with what is left out."""
    said = [sentence(rule) for rule in proposal.rules[:3]]
    if len(proposal.rules) > 3:
        more = len(proposal.rules) - 3
        said.append(ngettext("and one more date", "and %(number)s more dates", more) % {"number": more})
    if proposal.left_out:
        days = [date_format(day, "SHORT_DATE_FORMAT") for day in proposal.left_out[:3]]
        days += ["…"] if len(proposal.left_out) > 3 else []
        said.append(_("not on %(days)s") % {"days": ", ".join(days)})
    return said
