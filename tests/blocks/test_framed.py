from tests.make.bricks import laid, stack
from tests.make.pages import plain_page


def framed(client, page):
    """Where frames of a page may come from, by its policy; the parts of a policy have no order."""
    policy = client.get(page.url).headers["Content-Security-Policy"]
    return next(part.split()[1:] for part in policy.split(";") if part.split()[0] == "frame-src")


def test_only_a_page_with_a_map_may_open_the_map(home, client):
    with_map = plain_page(home, title="Anfahrt", body=stack(("map", laid("map", text="Lindenplatz"))))
    without = plain_page(home, title="Über uns", body=stack(("text", "<p>Hallo</p>")))

    assert framed(client, with_map) == ["'self'", "https://www.openstreetmap.org"]
    assert framed(client, without) == ["'self'"]


def test_a_page_with_two_players_may_open_both(home, client):
    films = [
        ("video", {**laid("video", text="Film"), "address": address})
        for address in ("https://youtu.be/dQw4w9WgXcQ", "https://framatube.org/w/12345678")
    ]
    page = plain_page(home, title="Filme", body=stack(*films))

    assert framed(client, page) == ["'self'", "https://framatube.org", "https://www.youtube-nocookie.com"]
