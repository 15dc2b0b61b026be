import pytest
from wagtail.images.models import Filter

from pages.pictures.encoding import QuickFormatOperation
from pages.pictures.uses import Use

CARD = Use((420, 840), "", shape=(4, 3))
PLAIN = Use((480, 800, 1280), "")


@pytest.mark.parametrize(
    ("use", "size", "crops"),
    [
        (CARD, (1600, 1067), ["fill-420x315", "fill-840x630"]),
        (CARD, (840, 630), ["fill-420x315", "fill-840x630"]),
        (CARD, (700, 600), ["fill-420x315", "fill-840x630"]),
        (CARD, (500, 400), ["fill-420x315"]),
        (CARD, (30, 20), ["fill-420x315"]),
        (CARD, (4000, 200), ["fill-420x315"]),
        (PLAIN, (3000, 2000), ["width-480", "width-800", "width-1280"]),
        (PLAIN, (900, 2000), ["width-480", "width-800"]),
        (PLAIN, (1100, 700), ["width-480", "width-800", "width-1280"]),
        (PLAIN, (100, 100), ["width-480"]),
        (Use(box=(400, 200)), (30, 20), ["max-400x200"]),
    ],
)
def test_a_picture_is_cut_into_the_sizes_that_it_can_fill(use, size, crops):
    assert use.crops(*size) == crops


def test_avif_is_not_encoded_with_more_patience_than_a_small_server_has():
    assert [type(step) for step in Filter("width-480|format-avif").filter_operations] == [
        QuickFormatOperation
    ]
