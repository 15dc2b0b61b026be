import pytest

from pages.words import folded, form_of, forms, is_stop_word, joined, words

ONE_WORD = [
    ("Beratung", "Beratungen", "de"),
    ("Haus", "Häuser", "de"),
    ("Häuser", "Haeuser", "de"),
    ("Küche", "Kuchen", "de"),
    ("Straße", "STRASSEN", "de"),
    ("Café", "Cafes", "de"),
    ("Bewohnerinnen", "Bewohner", "de"),
    ("freiwillige", "Freiwilligen", "de-simple"),
    ("courses", "course", "en"),
    ("centre’s", "centres", "en"),
    ("kurslarımız", "kurs", "tr"),
    ("İstanbul", "istanbul", "tr"),
    ("الخياطة", "خياطة", "ar"),
    ("خِيَاطَة", "خياطة", "ar"),
    ("أسرة", "اسرة", "ar"),
    ("курсів", "курси", "uk"),
    ("п'ять", "пʼять", "uk"),
    ("kurdî", "KURDI", "ku"),
]


@pytest.mark.parametrize(("one", "other", "language"), ONE_WORD)
def test_endings_accents_and_capitals_do_not_matter(one, other, language):
    assert form_of(one, language).stem == form_of(other, language).stem


@pytest.mark.parametrize(("one", "other"), [("Garten", "Gast"), ("Beratung", "Rat"), ("Chor", "Chef")])
def test_different_words_stay_different(one, other):
    assert form_of(one, "de").stem != form_of(other, "de").stem


@pytest.mark.parametrize(
    ("word", "fold"),
    [("Nähcafé", "naehcafe"), ("Größe", "groesse"), ("Nach\u00adbar", "nachbar"), ("Zoë", "zoe")],
)
def test_a_german_umlaut_is_two_letters(word, fold):
    assert form_of(word, "de").fold == fold


def test_a_turkish_word_is_found_on_a_german_keyboard():
    assert form_of("ırmağı", "tr").fold == form_of("irmagi", "tr").fold == "irmagi"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bewohner*innen und Nachbar:innen", ["Bewohner", "und", "Nachbar"]),
        ("„Kommt!“, sagte ’s Lieschen.", ["Kommt", "sagte", "s", "Lieschen"]),
        ("Mo–Fr 12:30 Uhr", ["Mo", "Fr", "12", "30", "Uhr"]),
        ("a_b\x00c", ["a", "b", "c"]),
        ("خِيَاطَة", ["خِيَاطَة"]),
        ("", []),
    ],
)
def test_words_are_told_apart(text, found):
    assert [match[0] for match in words(text)] == found


def test_each_word_is_taken_once_in_small_letters_if_there_are_any():
    found = forms("NÄHEN, Nähen, nähen", "de")

    assert list(found.values()) == ["nähen"]


def test_a_compound_with_a_hyphen_is_one_word_too():
    assert joined("Reparatur-Café, 10-12 Uhr") == "ReparaturCafé, 10-12 Uhr"


@pytest.mark.parametrize(("fold", "says_nothing"), [("fuer", True), ("uns", True), ("fest", False)])
def test_words_that_say_nothing_are_known(fold, says_nothing):
    assert is_stop_word(fold, "de-simple") is says_nothing


def test_a_word_of_endless_length_is_cut():
    assert len(form_of("x" * 100_000, "de").stem) <= 60


@pytest.mark.parametrize(
    ("language", "said", "typed"),
    [
        ("uk", "сім’я", ["сімʼя", "сім'я", "сімя", "СІМ’Я"]),
        ("tr", "Işık", ["ışık", "isik", "IŞIK", "İŞİK"]),
        ("ar", "الأطفال", ["الاطفال", "الأطْفَال", "الأطـفال", "الٱطفال"]),
        ("ar", "مكتبة", ["مكتبه", "مَكْتَبَة"]),
        ("ar", "مستشفى", ["مستشفي", "مستشفی"]),
        ("fa", "کتاب‌ها", ["كتابها", "کتابها"]),
        ("fa", "۱۲", ["12", "١٢"]),
        ("pl", "łódź", ["lodz", "Łódź"]),
        ("fr", "cœur", ["coeur", "CŒUR"]),
    ],
)
def test_letters_that_are_typed_one_for_the_other_are_one_word(language, said, typed):
    assert {folded(word, language) for word in typed} == {folded(said, language)}
