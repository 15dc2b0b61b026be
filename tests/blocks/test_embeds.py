import pytest

from blocks.embeds import map_frame, map_page, player

YOUTUBE = "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"
UUID = "9c9de5e8-0a1e-484a-b099-e80766180a6d"


@pytest.mark.parametrize(
    ("typed", "address", "owner"),
    [
        ("https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=4s", YOUTUBE, "YouTube"),
        ("https://www.youtube.com/watch?list=x&v=dQw4w9WgXcQ", YOUTUBE, "YouTube"),
        ("https://m.youtube.com/watch?v=dQw4w9WgXcQ", YOUTUBE, "YouTube"),
        ("https://youtu.be/dQw4w9WgXcQ?si=x", YOUTUBE, "YouTube"),
        ("https://www.youtube.com/shorts/dQw4w9WgXcQ", YOUTUBE, "YouTube"),
        ("https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ", YOUTUBE, "YouTube"),
        ("https://vimeo.com/76979871", "https://player.vimeo.com/video/76979871?dnt=1", "Vimeo"),
        (
            "https://vimeo.com/76979871/8272103f6e",
            "https://player.vimeo.com/video/76979871?dnt=1&h=8272103f6e",
            "Vimeo",
        ),
        (f"https://framatube.org/w/{UUID}", f"https://framatube.org/videos/embed/{UUID}", "framatube.org"),
        (
            f"https://tube.example.org/videos/watch/{UUID}",
            f"https://tube.example.org/videos/embed/{UUID}",
            "tube.example.org",
        ),
    ],
)
def test_a_film_is_shown_by_a_player_without_tracking(typed, address, owner):
    assert player(typed, ["framatube.org", "tube.example.org"]) == (address, owner)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "http://youtu.be/dQw4w9WgXcQ",
        "javascript:https://youtu.be/dQw4w9WgXcQ",
        "https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ",
        "https://evil.example/?https://youtu.be/dQw4w9WgXcQ",
        "https://a b/w/12345678",
        "https://shop.example/w/12345678",
        "https://framatube.org.evil.example/w/12345678",
        "https://evil.example;script-src *//w/12345678",
        "https://вест.example/w/12345678",
        "https://youtu.be/\u0661\u0662\u0663\u0664\u0665\u0666",
    ],
)
def test_other_addresses_have_no_player(typed):
    assert player(typed, ["framatube.org"]) is None


def test_a_map_shows_about_six_hundred_metres_around_the_place():
    assert map_frame(52.48721, 13.42503) == (
        "https://www.openstreetmap.org/export/embed.html"
        "?bbox=13.42103%2C52.48521%2C13.42903%2C52.48921&layer=mapnik&marker=52.48721%2C13.42503"
    )


def test_the_place_can_be_found_without_the_map():
    there = map_page(52.48721, 13.42503, "")
    searched = map_page(None, None, "Lindenplatz 3\n12345 Berlin")

    assert there == "https://www.openstreetmap.org/?mlat=52.48721&mlon=13.42503#map=18/52.48721/13.42503"
    assert searched == "https://www.openstreetmap.org/search?query=Lindenplatz%203%2012345%20Berlin"
