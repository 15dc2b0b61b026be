from tests.make.bricks import laid, stack
from tests.make.pages import plain_page


def test_only_a_page_with_a_map_may_open_the_map(home, client):
    with_map = plain_page(home, title="Anfahrt", body=stack(("map", laid("map", text="Lindenplatz"))))
    without = plain_page(home, title="Über uns", body=stack(("text", "<p>Hallo</p>")))

    policies = [client.get(page.url).headers["Content-Security-Policy"] for page in (with_map, without)]

    assert "frame-src 'self' https://www.openstreetmap.org;" in policies[0]
    assert "frame-src 'self';" in policies[1]


def test_a_page_with_two_players_may_open_both(home, client):
    films = [
        ("video", {**laid("video", text="Film"), "address": address})
        for address in ("https://youtu.be/dQw4w9WgXcQ", "https://framatube.org/w/12345678")
    ]
    page = plain_page(home, title="Filme", body=stack(*films))

    policy = client.get(page.url).headers["Content-Security-Policy"]

    assert "frame-src 'self' https://framatube.org https://www.youtube-nocookie.com;" in policy
