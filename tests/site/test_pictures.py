import re
from datetime import date
from io import BytesIO

import pytest
import time_machine
from django.template import Context, Template
from django.utils.translation import override
from PIL import Image, ImageColor
from wagtail.images.rect import Rect

from pages.pictures.models import Consent, Picture
from pages.pictures.uses import USES
from pages.standard.models import StandardPage
from tests.make.pictures import picture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_files")]


def shown(image, use="card", more="", **words):
    return Template(f"{{% load pictures %}}{{% responsive picture '{use}' {more} %}}").render(
        Context({"picture": image, **words})
    )


def test_a_picture_is_offered_in_the_best_format_that_a_browser_knows():
    html = shown(picture(size=(900, 700)))

    assert re.findall(r'type="(.+?)"', html) == ["image/avif", "image/webp"]
    assert re.search(r'<img [^>]*src="/media/images/[^"]*\.jpg"', html)
    assert re.search(r'srcset="\S+\.avif 420w, \S+\.avif 840w"', html)


@pytest.mark.parametrize("use", USES)
def test_every_use_says_how_large_it_is_and_waits_until_it_is_near(use):
    html = shown(picture(size=(300, 200)), use)

    assert re.search(r'<img [^>]*height="\d+"[^>]*width="\d+"', html)
    assert 'loading="lazy"' in html
    assert 'decoding="async"' in html


@pytest.mark.parametrize("size", [(1000, 667), (300, 500), (61, 7)], ids=["broad", "tall", "tiny"])
@pytest.mark.parametrize("use", USES)
def test_each_size_that_is_promised_is_what_a_browser_gets(client, use, size):
    html = shown(picture(size=size), use)

    promised = [(url, int(width)) for url, width in re.findall(r"(/media/\S+) (\d+)w", html)]
    width, height, src = re.search(r'height="(\d+)".* src="([^"]+)" width="(\d+)"', html).group(3, 1, 2)
    alone = re.findall(r'srcset="(/media/[^ "]+)"', html)
    for url, width_ in [*promised, (src, int(width)), *((url, int(width)) for url in alone)]:
        with Image.open(BytesIO(client.get(url).getvalue())) as got:
            assert got.width == width_, url
            assert url != src or got.height == int(height)


def test_what_stands_at_the_top_is_loaded_first():
    html = shown(picture(), "hero", "eager=True")

    assert 'fetchpriority="high"' in html
    assert "lazy" not in html


def test_a_logo_at_the_top_does_not_push_ahead_of_the_picture():
    html = shown(picture(), "logo", "eager=True")

    assert "lazy" not in html
    assert "fetchpriority" not in html


def test_a_card_is_four_to_three_and_a_hero_four_to_five():
    image = picture(size=(1100, 1100))

    assert 'height="630"' in shown(image, "card")
    assert 'height="1100"' in shown(image, "hero")


@pytest.mark.parametrize(("focus", "colour"), [(337, "orange"), (850, "white")])
def test_the_important_part_stays_in_the_cut(client, focus, colour):
    image = picture(size=(900, 300))
    image.set_focal_point(Rect.from_point(focus, 112, 20, 20))
    image.save()

    url = re.search(r'src="([^"]+)"', shown(image, "portrait"))[1]

    with Image.open(BytesIO(client.get(url).getvalue())) as cut:
        seen, meant = cut.getpixel((150, 94)), ImageColor.getrgb(colour)
    assert all(abs(one - other) < 20 for one, other in zip(seen, meant, strict=True))


def test_a_small_picture_is_not_blown_up():
    html = shown(picture(size=(300, 200)), "wide")

    assert 'height="200"' in html
    assert 'width="300"' in html
    assert "640w" not in html


def test_a_transparent_logo_stays_transparent_even_for_old_browsers():
    assert re.search(r'src="[^"]+\.png"', shown(picture(), "logo"))


def test_the_picture_describes_itself():
    assert 'alt="Menschen tanzen im Hof"' in shown(picture())


def test_a_place_may_describe_the_picture_in_its_own_words():
    words = 'Das "Fest" & die Gäste'

    assert 'alt="Das &quot;Fest&quot; &amp; die Gäste"' in shown(picture(), more="alt=words", words=words)
    assert 'alt=""' in shown(picture(), more='alt=""')


def test_a_block_describes_the_picture_in_its_own_words_or_marks_it_as_decoration():
    described, decoration = picture(), picture()
    described.contextual_alt_text = "Das Fest im Juni"
    decoration.decorative = True

    assert 'alt="Das Fest im Juni"' in shown(described)
    assert 'alt=""' in shown(decoration)


def test_a_description_with_a_blank_gives_way_to_the_pictures_own(home):
    described = picture(alt="Menschen tanzen im Hof")
    described.contextual_alt_text = "Das Fest im [[Monat]]"

    assert 'alt="Menschen tanzen im Hof"' in shown(described)


def test_a_description_in_another_language_says_which():
    image = picture(alt={"de": "Menschen tanzen im Hof", "tr": "İnsanlar avluda dans ediyor"})

    with override("tr"):
        assert 'alt="İnsanlar avluda dans ediyor"' in shown(image)
        assert " lang=" not in shown(image)
    with override("ar"):
        assert re.search(r'alt="Menschen tanzen im Hof"[^>]* lang="de"', shown(image))
    with override("de-simple"):
        assert " lang=" not in shown(image)


def test_a_class_lands_on_the_frame():
    assert shown(picture(), more='class="card__picture"').startswith('<picture class="card__picture">')


def test_no_picture_is_no_markup():
    assert shown(None) == ""


def test_without_consent_nobody_is_shown():
    assert shown(picture(consent=Consent.MISSING)) == ""


def test_consent_ends_by_itself_on_the_day_after_its_last():
    image = picture(consent=Consent.GIVEN, consent_until=date(2026, 6, 30))

    with time_machine.travel("2026-06-30 23:30+02:00", tick=False):
        assert "<img" in shown(image)
    with time_machine.travel("2026-07-01 00:10+02:00", tick=False):
        assert shown(image) == ""


def test_a_lost_file_leaves_a_gap_and_a_line_for_the_operator(caplog):
    image = picture()
    image.file.storage.delete(image.file.name)

    assert shown(image) == ""
    assert f"picture {image.pk}" in caplog.text


def test_a_picture_costs_no_query_and_is_not_drawn_while_the_reader_waits(django_assert_num_queries):
    image = Picture.objects.get(pk=picture().pk)

    with django_assert_num_queries(0):
        shown(image)

    assert not image.renditions.exists()


def test_a_drawing_is_shown_as_it_is():
    html = shown(picture(name="logo.svg"), "logo")

    assert "<source" not in html
    assert re.search(r'<img [^>]*height="6"[^>]* src="/media/images/[^"]+\.svg" width="9"', html)


def test_another_focal_point_is_seen_at_once():
    image = picture(size=(900, 300))
    before = shown(image, "portrait")

    image.set_focal_point(image.get_rect())
    image.save()

    assert shown(image, "portrait") != before


@pytest.mark.parametrize("many", [2, 7])
def test_a_list_of_cards_costs_the_same_for_any_number(home, django_assert_num_queries, many):
    for number in range(many):
        home.add_child(instance=StandardPage(title=f"Seite {number}", picture=picture()))
    cards = Template(
        "{% load pictures %}{% prefetch_pictures pages %}"
        "{% for page in pages %}{% responsive page.picture 'card' %}{% endfor %}"
    )
    pages = list(StandardPage.objects.all())

    with django_assert_num_queries(1):
        html = cards.render(Context({"pages": pages}))

    assert html.count("<img") == many
