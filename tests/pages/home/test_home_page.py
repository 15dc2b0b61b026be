import time_machine

from tests.make.centre import opening_hours


@time_machine.travel("2026-05-11 10:00+02:00", tick=False)
def test_the_home_page_says_whether_the_house_is_open(client, home):
    opening_hours("Haus")

    html = client.get("/de/").content.decode()

    assert "Jetzt geöffnet" in html
    assert "bis 18 Uhr" in html


@time_machine.travel("2026-05-11 10:00+02:00", tick=False)
def test_an_editor_may_leave_that_out(client, home):
    opening_hours("Haus")
    home.shows_today = False
    home.save()

    assert "Jetzt geöffnet" not in client.get("/de/").content.decode()
