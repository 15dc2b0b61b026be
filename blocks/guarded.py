"""A stack of bricks that one editor at a time has checked."""

from threading import RLock

from wagtail import blocks

GATE = RLock()


class GuardedStream(blocks.StreamBlock):
    """Wagtail notes "this is only a draft" on the blocks, which all threads share.

    Without the gate, somebody's autosave could let another one's faults be published at the same moment.
    """

    def clean(self, value):
        with GATE:
            return super().clean(value)

    def clean_deferred(self, value):
        with GATE:
            return super().clean_deferred(value)
