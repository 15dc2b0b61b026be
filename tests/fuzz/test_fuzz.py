"""The short round: some hundred requests, always the same. `make fuzz` is the long one."""

from django.core.handlers.wsgi import WSGIHandler

from tests.fuzz.asking import Asking
from tests.fuzz.door import Answer, Door, Request
from tests.fuzz.knowing import learn
from tests.fuzz.trying import attempt
from tests.make import secrets
from tests.make.street import house

REQUESTS, SEED, SECONDS = 350, 20261126, 2


def test_nothing_that_is_sent_breaks_the_house(home, own_files):
    house(home, secrets.open_to_everybody)
    door = Door(WSGIHandler(), "testserver")
    known = learn(door, most=60)

    result = attempt(door, Asking(known, SEED), range(REQUESTS), SECONDS)

    assert result.is_sound, str(result)
    assert {"200", "302", "400", "404", "405"} <= set(result.statuses)
    assert any(method == "POST" for _path, method, _fields in known.forms)


def test_what_breaks_is_told_with_the_number_that_repeats_it():
    """The canary."""

    class Broken:
        def knock(self, request):
            if request.method == "POST":
                raise ValueError("broken")
            return Answer(500 if request.query else 200, {}, b"", 3 if request.method == "HEAD" else 0, 0)

    known = learn(Door(lambda environ, start: start("200 OK", []) or [b""], "testserver"))
    known.forms.append(("/de/", "POST", [("q", "")]))
    asking = Asking(known, SEED)

    result = attempt(Broken(), asking, range(200), SECONDS)

    assert not result.is_sound
    number = int(result.broken[0].partition(":")[0])
    assert asking.request(number) == Asking(known, SEED).request(number) != Request("/")
    assert any("ValueError" in each for each in result.broken)
    assert any("500 at" in each for each in result.broken)
    assert result.slow
