from itertools import pairwise

import pytest

from pages.easy.sentences import ends


def lines(text):
    cuts = [0, *ends(text), len(text)]
    return [text[start:end].strip() for start, end in pairwise(cuts)]


@pytest.mark.parametrize(
    "text",
    [
        "Kommen Sie herein. | Wir freuen uns!",
        "Haben Sie Fragen? | Dann rufen Sie an.",
        "Am 3. Mai ist das Fest. | Alle sind da.",
        "Wir sind im 1. Stock. | 2 Räume sind frei.",
        "Fragen Sie Dr. Müller. | Er hilft Ihnen.",
        "Sie können z. B. Deutsch lernen. | Das kostet nichts.",
        "Sie können z.B. Deutsch lernen.",
        "Es gibt Tee usw. | Wir haben auch Kuchen.",
        "Es gibt Kaffee usw. Kuchen kommt später.",
        "Das war im Jahr 2026. | Seitdem ist viel passiert.",
        "Er sagt: „Kommen Sie!“ | Dann geht er.",
        "Wir kommen um 9. | Sie kommen später.",
        "Das Gesetz steht in § 4 Abs. 2 Satz 1.",
        "Die Adresse ist www.haus.example und nichts sonst.",
        "Ja.",
        "",
    ],
)
def test_every_sentence_begins_a_line_and_nothing_else_does(text):
    wanted = [line.strip() for line in text.split("|")]

    assert lines(text.replace(" | ", " ")) == wanted
