from concurrent.futures import ThreadPoolExecutor, wait
from threading import Event

import pytest
from django.core.exceptions import ValidationError
from wagtail import blocks

from blocks.guarded import GuardedStream
from tests.make.bricks import STREAMS


class SlowBlock(blocks.CharBlock):
    """Takes its time over a draft."""

    def clean(self, value):
        if self.is_deferred_validation and not drafting.is_set():
            drafting.set()
            go_on.wait(5)
        return super().clean(value)


drafting, go_on = Event(), Event()


def test_a_draft_that_is_being_saved_lets_nobody_publish_an_unfinished_page():
    stream = GuardedStream([("title", SlowBlock(required=True))])
    unfinished = stream.to_python([{"type": "title", "value": ""}])

    with ThreadPoolExecutor(2) as editors:
        draft = editors.submit(stream.clean_deferred, unfinished)
        drafting.wait(5)
        publishing = editors.submit(stream.clean, unfinished)
        wait([publishing], timeout=0.2)
        go_on.set()

    assert len(draft.result()) == 1
    with pytest.raises(ValidationError):
        publishing.result()


def test_every_stack_is_guarded():
    assert all(isinstance(stream, GuardedStream) for stream in STREAMS)
