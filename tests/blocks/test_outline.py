import pytest

from blocks.outline import anchors, skips


@pytest.mark.parametrize(
    ("levels", "wrong"),
    [
        ([], []),
        ([2, 3, 4], []),
        ([2, 3, 4, 2, 3], []),
        ([4, 3, 2], [0]),
        ([2, 4], [1]),
        ([2, 4, 4], [1]),
        ([3, 2, 4, 2], [0, 2]),
    ],
)
def test_a_heading_is_at_most_one_level_below_the_one_before(levels, wrong):
    assert skips(levels) == wrong


@pytest.mark.parametrize(
    ("titles", "names"),
    [
        (["So kommen Sie zu uns"], ["so-kommen-sie-zu-uns"]),
        (["Öffnungszeiten & Größe"], ["oeffnungszeiten-groesse"]),
        (["Kosten", "Kosten", "Kosten"], ["kosten", "kosten-2", "kosten-3"]),
        (["Kosten", "Kosten 2", "Kosten"], ["kosten", "kosten-2", "kosten-3"]),
        (["Search", "???"], ["search-2", "abschnitt"]),
        (["مرحبا بكم"], ["مرحبا-بكم"]),
        (["_blank_", "<script>"], ["blank", "script"]),
    ],
)
def test_each_title_gets_a_name_of_its_own(titles, names):
    assert anchors(titles, taken={"search"}) == names
