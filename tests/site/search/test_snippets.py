from quartier.search.snippets import excerpt, marked

LONG = (
    "Am Anfang steht viel. " * 20 + "Dann kommt das Nähcafé am Freitag. " + "Und noch viel mehr danach. " * 20
)


def test_an_excerpt_is_the_line_that_says_most_of_the_words():
    both = "Wer mag, kann im Garten nähen, wenn die Sonne scheint und es nicht zu kalt ist."

    assert excerpt(f"Wir nähen.\n{both}\nEin Garten.", {"naehen", "garten"}, "de") == both


def test_a_short_line_brings_those_after_it_along():
    assert excerpt("Vorher\nNähen\nKochen\nSingen", {"naehen"}, "de") == "Nähen · Kochen · Singen"


def test_an_excerpt_without_any_of_the_words_is_the_beginning():
    assert excerpt("Erste Zeile\nZweite Zeile", {"garten"}, "de") == "Erste Zeile · Zweite Zeile"


def test_a_long_line_is_cut_around_the_word_at_the_ends_of_words():
    cut = excerpt(LONG, {"naehcafe"}, "de")

    assert "Nähcafé" in cut
    assert cut.startswith("… ")
    assert cut.endswith(" …")
    assert len(cut) <= 224
    assert set(cut.split()) <= {"…", *LONG.split()}


def test_a_line_without_blanks_is_cut_anywhere():
    assert len(excerpt("x" * 5000, {"x"}, "de")) <= 224


def test_nothing_said_has_an_empty_excerpt():
    assert excerpt("", {"garten"}, "de") == ""


def test_pieces_put_together_are_the_text_again():
    pieces = marked("Der Garten, „Gärten“!", {"garten"}, "de")

    assert pieces == [("Der ", False), ("Garten", True), (", „Gärten“!", False)]


def test_arabic_is_marked_with_its_vowel_signs():
    assert marked("خِيَاطَة", {"خياطه"}, "ar") == [("خِيَاطَة", True)]
