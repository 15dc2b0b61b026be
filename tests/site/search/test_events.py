"""Events are found by what stands on them, and the excerpt says when they are."""

import time_machine

from tests.make.events import calendar, event, line
from tests.make.places import room


def test_an_event_is_found_by_its_day_and_its_room(home, client):
    with time_machine.travel("2026-11-25 12:00+01:00", tick=False):
        event(
            calendar(home),
            "Nähcafé",
            lines=[line("2026-12-03", frequency="weekly")],
            room=room("Seminarraum"),
        )

    by_day = client.get("/de/suche/?q=donnerstag").content.decode()
    by_room = client.get("/de/suche/?q=seminarraum").content.decode()

    assert "Jeden" in by_day or "jeden" in by_day
    assert "/de/veranstaltungen/n" in by_day
    assert "/de/veranstaltungen/n" in by_room


def test_an_audience_that_gets_another_name_is_found_on_events(home, client):
    with time_machine.travel("2026-11-25 12:00+01:00", tick=False):
        made = event(calendar(home), "Nähcafé", audiences=["kinder"])
    audience = made.audiences.get()

    audience.name = {"de": "Schulkinder"}
    audience.save()

    assert "/de/veranstaltungen/n" in client.get("/de/suche/?q=schulkinder").content.decode()
