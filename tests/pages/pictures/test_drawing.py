from threading import Event, Thread

import pytest
from django.db import connection

from pages.pictures.drawing import alone


@pytest.mark.django_db(transaction=True)
def test_who_comes_second_waits_until_the_first_has_drawn():
    drawn, second_is_here = [], Event()

    def second():
        second_is_here.set()
        with alone("1.abc.fill-420x315.webp"):
            drawn.append("second")
        connection.close()

    other = Thread(target=second)
    with alone("1.abc.fill-420x315.webp"):
        other.start()
        second_is_here.wait()
        other.join(0.2)
        drawn.append("first")
    other.join(10)

    assert drawn == ["first", "second"]


@pytest.mark.django_db
def test_another_picture_need_not_wait():
    with alone("1.abc.fill-420x315.webp"), alone("2.abc.fill-420x315.webp"):
        pass
