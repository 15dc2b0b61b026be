from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from quartier.plainly.measuring import HELD_OUT, OTHERS, TUNING, sample, tally


def test_the_sample_has_enough_sentences_and_each_rule_is_in_it():
    sentences = [each for name in (TUNING, HELD_OUT, OTHERS) for each in sample(name)]

    rules = {rule for each in sentences for rule in each.rules}
    assert len(sentences) >= 400
    assert len([each for each in sentences if not each.rules]) >= 100
    assert rules == {*(f"{number:02}" for number in range(1, 15)), "16", "18"}


def test_no_sentence_is_both_tuned_on_and_held_out():
    tuned, *others = ({each.part.text for each in sample(name)} for name in (TUNING, HELD_OUT, OTHERS))

    assert not tuned & set.union(*others)


@pytest.mark.parametrize(
    ("name", "precision", "recall"), [(TUNING, 0.96, 0.96), (HELD_OUT, 0.98, 0.98), (OTHERS, 0.95, 0.91)]
)
def test_the_rules_find_what_they_found_when_they_were_measured(name, precision, recall):
    counts = tally(sample(name))

    assert counts.precision() >= precision
    assert counts.recall() >= recall


def test_the_command_prints_a_table_for_each_part():
    said = StringIO()

    call_command("plainly", "--measure", stdout=said)

    table = said.getvalue()
    assert "Held out: 140 sentences" in table
    assert table.count("precision") == 3
    assert table.count("\nall ") == 3


def test_the_command_asks_what_it_should_do():
    with pytest.raises(CommandError, match="--measure"):
        call_command("plainly")
