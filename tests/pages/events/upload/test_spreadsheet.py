"""A table as people write it becomes events, or says what is wrong in which line."""

from contextlib import suppress
from datetime import date

import pytest

from pages.events.sentences import sentence
from pages.events.upload.proposal import Note, TooManyEventsError, packed, unpacked
from pages.events.upload.spreadsheet import NoTableError, read

TODAY = date(2026, 11, 25)
HEAD = "Titel;Datum;Von;Bis;Raum;Beschreibung\n"


def told(text, encoding="utf-8"):
    """Each line as one reads it."""
    proposed = read(text.encode(encoding), TODAY)
    return [f"{each.number} {each.title}: {sentence(each.rules[0])}" for each in proposed.events]


def faults(text):
    return [(each.number, each.remark.note, each.remark.about) for each in read(text.encode(), TODAY).faults]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "cp1252", "utf-16"])
@pytest.mark.parametrize("sign", [";", ",", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_program_writes_tables_in_its_own_way(encoding, sign, end):
    table = f"Titel;Datum;Von;Bis;Raum{end}Nähcafé;14.05.2027;18:15;20:00;Saal{end}".replace(";", sign)

    assert told(table, encoding) == ["2 Nähcafé: Freitag, 14. Mai 2027, 18:15–20 Uhr"]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("14.05.2027;18:15;20:00", "Freitag, 14. Mai 2027, 18:15–20 Uhr"),
        ("14.5.27;18.15;20.00", "Freitag, 14. Mai 2027, 18:15–20 Uhr"),
        ("2027-05-14;18:15:00;20:00:00", "Freitag, 14. Mai 2027, 18:15–20 Uhr"),
        ("Fr, 14. 5. 2027;18:15 Uhr;20 Uhr", "Freitag, 14. Mai 2027, 18:15–20 Uhr"),
        ("14.05.2027;18;", "Freitag, 14. Mai 2027, ab 18 Uhr"),
        ("14.05.2027;;", "Freitag, 14. Mai 2027"),
        ("14.05.2027;20:00;24:00", "Freitag, 14. Mai 2027, 20–24 Uhr"),
        ("29.02.2028;10;12", "Dienstag, 29. Februar 2028, 10–12 Uhr"),
    ],
)
def test_days_and_times_are_written_in_many_ways(row, said):
    (line,) = told(f"Titel;Datum;Von;Bis\nChor;{row}\n")

    assert line.removeprefix("2 Chor: ").replace("\xa0", " ") == said


@pytest.mark.parametrize(
    "head", ["Veranstaltung;Wann;Beginn;Ende", "Title;Date;From;Until", "*Name:;TAG ;Start Time;end-time"]
)
def test_columns_have_many_names(head):
    assert len(told(f"\n{head}\nChor;14.05.2027;18:15;20:00\n")) == 1


def test_columns_stand_in_any_order_and_unknown_ones_do_no_harm():
    assert told("Notiz,Datum,Titel\nx,14.05.2027,Chor,noch mehr\n")[0].startswith("2 Chor: Freitag")


def test_a_text_over_several_lines_is_one_event_and_lines_are_counted_as_they_stand():
    text = HEAD + '"Chor";14.05.2027;18;20;Saal;"Wir singen.\n\nKommen Sie!"\n\n;15.05.2027\n'

    proposed = read(text.encode(), TODAY)

    assert [each.text for each in proposed.events] == ["Wir singen.\n\nKommen Sie!"]
    assert [each.number for each in proposed.faults] == [6]


def test_several_days_have_a_last_one():
    (each,) = read(b"Titel;Datum;Bis Datum\nFest;14.05.2027;16.05.2027\n", TODAY).events

    assert each.rules[0].more_days == 2


@pytest.mark.parametrize(
    ("row", "note", "about"),
    [
        (";14.05.2027;18;20", Note.NO_TITLE, ""),
        ("Chor;;18;20", Note.NO_DATE, ""),
        ("Chor;morgen;18;20", Note.NOT_A_DATE, "morgen"),
        ("Chor;31.02.2027;18;20", Note.NOT_A_DATE, "31.02.2027"),
        ("Chor;14/05/2027;18;20", Note.NOT_A_DATE, "14/05/2027"),
        ("Chor;14.05.9999;18;20", Note.YEAR, "14.05.9999"),
        ("Chor;0001-01-01;18;20", Note.YEAR, "0001-01-01"),
        ("Chor;14.05.2027;abends;20", Note.NOT_A_TIME, "abends"),
        ("Chor;14.05.2027;25:00;", Note.NOT_A_TIME, "25:00"),
        ("Chor;14.05.2027;24:00;", Note.NOT_A_TIME, "24:00"),
        ("Chor;14.05.2027;18:60;", Note.NOT_A_TIME, "18:60"),
        ("Chor;14.05.2027;;20", Note.NO_BEGINNING, ""),
        ("Chor;14.05.2027;18;18", Note.NO_LENGTH, ""),
        ("Chor;14.05.2027;20;18", Note.ENDS_FIRST, ""),
        ("Chor;١٤.٠٥.٢٠٢٧;18;20", Note.NOT_A_DATE, "١٤.٠٥.٢٠٢٧"),
        ("Chor;" + "9" * 10_000 + ";18;20", Note.NOT_A_DATE, "9" * 59 + "…"),
    ],
)
def test_what_is_wrong_is_said_with_the_line(row, note, about):
    assert faults(f"{HEAD}Gut;01.06.2027;10;11\n{row}\n") == [(3, note, about)]


@pytest.mark.parametrize(
    ("row", "note"), [("14.05.2027;20;2", Note.NEXT_DAY), ("14.05.2020;20;21", Note.PAST)]
)
def test_what_may_be_a_slip_is_said(row, note):
    (each,) = read(f"{HEAD}Chor;{row}".encode(), TODAY).events

    assert [remark.note for remark in each.remarks] == [note]


def test_what_stands_there_twice_is_made_once():
    row = "Chor;14.05.2027;18;20;Saal;\n"

    assert faults(HEAD + row + "Tanz;14.05.2027;18;20;Saal;\n" + row) == [(4, Note.TWICE, "Chor")]


NO_TABLES = {
    "nothing": b"",
    "blanks": b"\n\n  \n",
    "zeros": b"\0" * 10_000,
    "a letter": b"Liebe Leute,\nhier ist das Programm.",
    "no date": b"Titel;Raum\nChor;Saal\n",
    "signs": bytes(range(256)) * 100,
    "one long line": b"x" * 2_000_000,
    "quotes": b'"' * 2_000_000,
    "signs only": b";" * 2_000_000,
}


@pytest.mark.parametrize("data", NO_TABLES.values(), ids=NO_TABLES)
def test_what_is_no_table_is_none(data):
    with pytest.raises(NoTableError):
        read(data, TODAY)


HOSTILE = {
    "an open quote": HEAD.encode() + b'"' + b"x" * 1_000_000,
    "many quotes": HEAD.encode() + b'"a;' * 300_000,
    "a hundred thousand rows": HEAD.encode() + b"Chor;14.05.2027;18;20;;\n" * 80_000,
    "as many different ones": HEAD.encode() + b"".join(b"Chor %d;14.05.2027\n" % n for n in range(90_000)),
    "as many columns": HEAD.encode() + b";" * 1_900_000,
    "zeros between": HEAD.encode() + b"C\0h\0o\0r;14.05.2027\n",
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_table_is_read_to_its_end_or_refused(data):
    with suppress(TooManyEventsError):
        read(data, TODAY)


def test_formulas_and_tricks_are_plain_text():
    (each,) = read(f"{HEAD}=1+1 <b>\u202ex{{{{7*7}}}};14.05.2027;18;20;;<script>".encode(), TODAY).events

    assert (each.title, each.text) == ("=1+1 x{{7*7}}", "")


def test_what_was_shown_is_what_is_made():
    events = read(f"{HEAD}Chor;14.05.2027;18;20;Saal;Hallo\nFest;1.6.2027;;;;".encode(), TODAY).events

    again = unpacked(packed(events))

    assert again == events
