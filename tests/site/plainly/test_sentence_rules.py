"""Each rule by itself: what it marks in one sentence, and what it lets pass."""

import pytest

from quartier.plainly.engine.checking import check
from quartier.plainly.engine.sentences import Part
from quartier.plainly.measuring import part_of


def marked(rule, text, level="leicht", **options):
    """The words that a rule marks in a text; ** stands around what is bold."""
    part = part_of(text)
    found = check([part], level, **options).findings
    return [part.text[each.start : each.end] for each in found if each.rule == rule]


def proposed(rule, text, **options):
    """What a rule would put in the place of the first words that it marks."""
    found = check([part_of(text)], **options).findings
    return next((each.proposal for each in found if each.rule == rule), "nothing marked")


def weight(rule, text, level="leicht"):
    return next((each.severity for each in check([Part(text)], level).findings if each.rule == rule), None)


EIGHT = "Am Montag kochen wir im Haus eine Suppe."
NINE = "Am Montag kochen wir im Haus eine gute Suppe."
THIRTEEN = "Am Montag kochen wir im Haus mit allen Kindern eine sehr gute Suppe."
SIXTEEN = "Am Montag kochen wir im Haus mit allen Kindern und Eltern eine sehr große gute Suppe."
TWENTY_ONE = f"{SIXTEEN[:-1]} aus Kartoffeln und Möhren vom Markt."


@pytest.mark.parametrize(
    ("text", "leicht", "plain"),
    [
        (EIGHT, None, None),
        (NINE, "hint", None),
        (THIRTEEN, "error", None),
        (SIXTEEN, "error", "hint"),
        (TWENTY_ONE, "error", "error"),
    ],
)
def test_01_a_sentence_has_few_words_and_in_plain_german_some_more(text, leicht, plain):
    assert weight("01", text) == leicht
    assert weight("01", text, "plain") == plain


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Die Tür wird um 9 Uhr geöffnet.", "wird um 9 Uhr geöffnet"),
        ("Ihre Daten müssen gelöscht werden.", "gelöscht werden"),
        ("Der Kurs ist abgesagt worden.", "abgesagt worden"),
        ("Das Haus wurde am 3. Mai 1987 gebaut.", "wurde am 3. Mai 1987 gebaut"),
        ("Gesucht werden noch Helfer.", "Gesucht werden"),
        ("Das Kind, das abgeholt wird, wartet.", "abgeholt wird"),
    ],
)
def test_02_passive_is_marked_from_the_helper_to_the_participle(text, words):
    assert marked("02", text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Wir werden am Freitag kochen.",
        "Das Wetter wird schön.",
        "Samir wird Koch.",
        "Oma Hilde wird morgen 70.",
        "Das Kind wird bald gesund.",
        "Das Büro ist ab 9 Uhr geöffnet.",
        "Wir haben Suppe gekocht.",
        "Es wird bunt, und wir haben alles gekocht.",
    ],
)
def test_02_future_and_becoming_are_no_passive(text):
    assert marked("02", text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Die Leiterin des Vereins heißt Anna.", "des Vereins"),
        ("Wegen des Regens bleiben wir drinnen.", "Wegen des Regens"),
        ("Trotz der Kälte gehen wir raus.", "Trotz der Kälte"),
        ("Das ist das Haus der Nachbarn.", "Haus der Nachbarn"),
        ("Annas Kurs beginnt morgen.", "Annas Kurs"),
        ("Das Ende eines Kurses feiern wir.", "eines Kurses"),
    ],
)
def test_03_genitive_is_marked(text, words):
    assert marked("03", text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Die Frau hilft der alten Nachbarin.",
        "Das Buch gehört der Schule.",
        "Dieses Haus ist neu.",
        "Jonas Müller hilft.",
        "Der Kurs, der heute beginnt, ist voll.",
        "Wegen dem Regen bleiben wir drinnen.",
        "Der Kurs findet am Montag statt.",
        "Wir singen, während die Kinder malen.",
    ],
)
def test_03_dative_relative_clauses_and_names_in_s_are_no_genitive(text):
    assert marked("03", text) == []


@pytest.mark.parametrize(
    ("text", "proposal"),
    [
        ("Die Leiterin des Vereins heißt Anna.", "von dem Verein"),
        ("Die Tür des Hauses ist rot.", "von dem Haus"),
        ("Das ist der Schlüssel meines Bruders.", "von meinem Bruder"),
        ("Das ist das Haus der Nachbarn.", None),
    ],
)
def test_03_proposes_von_where_the_form_is_sure(text, proposal):
    assert proposed("03", text) == proposal


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sie könnten uns anrufen.", ["könnten"]),
        ("Ich würde gern mitmachen.", ["würde"]),
        ("Er sagt, er sei krank.", ["sei"]),
        ("Sie sollten früh da sein.", []),
        ("Wir wollten Sie einladen.", []),
        ("Möchten Sie mitmachen?", []),
        ("Seien Sie pünktlich.", []),
    ],
)
def test_04_subjunctive_is_marked_and_polite_forms_are_not(text, words):
    assert marked("04", text) == words


def test_04_proposes_the_plain_form():
    assert proposed("04", "Sie könnten uns anrufen.") == "können"
    assert proposed("04", "Dürfte ich mitkommen?") == "Darf"


@pytest.mark.parametrize(
    ("word", "divided"),
    [
        ("Nachbarschaftshilfe", "Nachbarschafts-Hilfe"),
        ("Öffnungszeiten", "Öffnungs-Zeiten"),
        ("Seniorenfrühstück", "Senioren-Frühstück"),
        ("Geburtstagskuchen", "Geburtstags-Kuchen"),
        ("Schuldnerberatungsstelle", "Schuldner-Beratungs-Stelle"),
        ("Mehrgenerationenhaus", "Mehr-Generationen-Haus"),
        ("Stadtteilfest", "Stadtteil-Fest"),
    ],
)
def test_05_a_long_compound_is_divided_where_its_parts_meet(word, divided):
    assert proposed("05", f"Das ist {word}.") == divided


@pytest.mark.parametrize(
    "word",
    [
        "Rollstuhl",
        "Haustür",
        "Sprechstunde",
        "Nachbarschafts-Hilfe",
        "Geburtstag",
        "Veranstaltung",
        "Gartenstraße",
    ],
)
def test_05_short_usual_and_divided_words_and_streets_stay(word):
    assert marked("05", f"Hier ist {word}.") == []


def test_05_one_sign_holds_in_the_whole_text():
    assert proposed("05", "Die Nachbarschaftshilfe hilft.", separator="·") == "Nachbarschafts·hilfe"
    assert proposed("05", "Das Eltern·café öffnet. Die Nachbarschaftshilfe hilft.") == "Nachbarschafts·hilfe"
    assert proposed("05", "Die Nachbarschaftshilfe hilft.") == "Nachbarschafts-Hilfe"


@pytest.mark.parametrize(
    ("text", "proposal"),
    [
        ("Der Kurs dauert zwei Stunden.", "2"),
        ("Zwölf Frauen sind da.", "12"),
        ("Das sind einundzwanzig Stufen.", "21"),
        ("Wir sind siebzehn Leute.", "17"),
        ("Wir laden zweihundertfünfzig Gäste ein.", "250"),
        ("Es gibt dreitausend Bücher.", "3000"),
        ("Rufen Sie zweimal an.", "2-mal"),
        ("Bitte acht geben auf die Stufe.", "nothing marked"),
        ("Ein Mensch hilft dem anderen.", "nothing marked"),
        ("Alle sind außer Rand und Band.", "nothing marked"),
    ],
)
def test_06_number_words_become_digits(text, proposal):
    assert proposed("06", text) == proposal


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Im Stadtteil leben 14.795 Menschen.", ["14.795"]),
        ("Das steht im Kapitel XII.", ["XII"]),
        ("Der Weg ist 2,5 Kilometer lang.", ["2,5"]),
        ("Mehr als 60 Prozent sind Frauen.", ["60 Prozent"]),
        ("Ein Stück Kuchen kostet 1,50 Euro.", []),
        ("Das Haus gibt es seit 1987.", []),
        ("Rufen Sie an: Telefon 03012345678.", []),
        ("Wir sind in 10115 Berlin.", []),
        ("Am 24.12.2026 ist zu.", []),
    ],
)
def test_07_hard_numbers_are_marked_and_prices_years_and_addresses_are_not(text, words):
    assert marked("07", text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sie müssen nicht anrufen.", ["nicht"]),
        ("Sie müssen **nicht** anrufen.", []),
        ("Sie brauchen keine Karte.", ["keine"]),
        ("Niemand muss allein essen.", ["Niemand"]),
        ("Die Nichte kommt.", []),
    ],
)
def test_08_a_negation_is_bold(text, words):
    assert marked("08", text) == words


@pytest.mark.parametrize(
    ("text", "proposal"),
    [
        ("Bringen Sie z. B. Kuchen mit.", "zum Beispiel"),
        ("Bringen Sie z.B. Kuchen mit.", "zum Beispiel"),
        ("Das Büro ist in der Parkstr. 5.", "Parkstraße"),
        ("Melden Sie sich bis Do. an.", "Donnerstag"),
        ("Fahren Sie mit dem ÖPNV.", "Bus und Bahn"),
        ("Das WC ist links.", "nothing marked"),
        ("So kommen Sie zu uns.", "nothing marked"),
        ("Schreiben Sie an info@z.b.example.", "nothing marked"),
    ],
)
def test_09_abbreviations_are_written_in_full(text, proposal):
    assert proposed("09", text) == proposal


@pytest.mark.parametrize(
    ("text", "words", "proposal"),
    [
        ("Kommen Sie am Dienstag (nur Frauen).", "(nur Frauen)", None),
        ("Alle Bewohner*innen sind eingeladen.", "Bewohner*innen", "Bewohnerinnen und Bewohner"),
        ("Liebe Nachbar:innen!", "Nachbar:innen", "Nachbarinnen und Nachbarn"),
        ("Kaffee & Kuchen sind da.", "&", "und"),
        ("Bringen Sie Mutter/Vater mit.", "/", " oder "),
        ("Das Café ist 10–12 Uhr offen.", "–", " bis "),
        ("Wir haben offen; kommen Sie!", ";", None),
    ],
)
def test_10_signs_become_words(text, words, proposal):
    assert marked("10", text) == [words]
    assert proposed("10", text) == proposal


@pytest.mark.parametrize(
    "text",
    ["Sehen Sie auf https://haus.example/a_b?c=1&d=2 nach.", "Um 10:30 Uhr ist offen.", "Er sagt: Ja."],
)
def test_10_addresses_and_times_are_no_signs(text):
    assert marked("10", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Wir kochen, weil das Spaß macht.",
        "Wenn Sie Fragen haben, rufen Sie an.",
        "Der Kurs, der heute beginnt, ist voll.",
        "Das ist der Raum, in dem wir singen.",
        "Kommen Sie, um andere kennenzulernen.",
        "Herr Kaya kocht und Frau Berger deckt den Tisch.",
        "Er kommt heute und bringt seine ganze Familie mit.",
    ],
)
def test_11_a_second_thought_is_told_once(text):
    assert len(marked("11", text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Sie können kommen oder anrufen.",
        "Kaffee und Kuchen sind da.",
        "Was können wir für Sie tun?",
        "Wie kommen Sie zu uns?",
        "Als Gast sind Sie willkommen.",
        "Mama, Papa und Kinder sind willkommen.",
        "Wir kochen und essen.",
        "Kommen Sie bis Montag.",
    ],
)
def test_11_questions_and_rows_are_one_thought(text):
    assert marked("11", text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Wir kochten zusammen Suppe.", ["kochten"]),
        ("Die Nachbarn halfen und wir arbeiteten.", ["halfen", "arbeiteten"]),
        ("Viele Menschen kamen.", ["kamen"]),
        ("Danach wurde er Leiter.", ["wurde"]),
        ("Das Haus wurde gebaut.", []),
        ("Das Fest war schön.", []),
        ("Wir hatten viele Gäste.", []),
        ("Wir warten auf Sie.", []),
        ("Die Karten kosten 5 Euro.", []),
    ],
)
def test_12_preterite_is_marked_and_war_and_hatte_pass(text, words):
    assert marked("12", text) == words


@pytest.mark.parametrize(
    ("text", "proposal"),
    [
        ("Das ist ein cooles Event.", "Fest"),
        ("Der Flyer liegt im Flur.", "Zettel"),
        ("Die Flyer liegen im Flur.", "Zettel"),
        ("Das Projekt ist niedrigschwellige Hilfe.", None),
        ("Wir fördern Solidarisierung.", None),
        ("Die Reparatur ist fertig.", "nothing marked"),
        ("Wir telefonieren oft.", "nothing marked"),
        ("Die Information steht hier.", "nothing marked"),
    ],
)
def test_13_hard_words_are_marked_with_a_simple_one_where_it_fits(text, proposal):
    assert proposed("13", text) == proposal


def test_13_a_word_that_the_glossary_explains_is_no_hard_word():
    assert marked("13", "Wir fördern Inklusion.") == ["Inklusion"]
    assert marked("13", "Wir fördern Inklusion.", glossary={"Inklusion": "Alle gehören dazu."}) == []


@pytest.mark.parametrize(
    ("text", "words"), [("Hier kann man essen.", ["man"]), ("Ein Mann kommt.", []), ("Manche kommen.", [])]
)
def test_14_man_is_marked(text, words):
    assert marked("14", text) == words


def test_16_a_line_is_short_even_where_the_words_are_few():
    wide = "Gemeinschaftsgärtnerinnen bepflanzen Gemeinschaftsgärten hinter Wohnhäusern."

    assert marked("16", wide) == [wide]
    assert marked("16", EIGHT) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Wir haben Tee, Kaffee, Saft und Wasser.", 1),
        ("Sie brauchen Stift, Papier, Schere und Kleber.", 1),
        ("Wir haben Tee, Kaffee und Saft.", 0),
    ],
)
def test_18_more_than_three_things_make_a_list(text, count):
    assert len(marked("18", text)) == count


@pytest.mark.parametrize("text", ["Die Nachbarschaftshilfe hilft.", "Wir kochten Suppe.", "Es sind zwei."])
def test_plain_german_leaves_long_words_preterite_and_number_words_alone(text):
    assert check([Part(text)], "plain").findings == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "…",
        "?!?!",
        "🎉🎉",
        "\u202e\u0000",
        "a" * 5000,
        "((((" * 200,
        "1" * 3000,
        "des des des",
    ],
)
def test_nonsense_is_read_without_a_fault(text):
    verdict = check([Part(text)])

    assert all(0 <= each.start <= each.end <= len(text) for each in verdict.findings)
