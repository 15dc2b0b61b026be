"""A file in a bucket, read from wherever one likes: to show a minute of a film, nobody fetches all of it."""

import io
from functools import partial

from django.core.files.base import File

PIECE = 64 * 1024


class Remote(io.RawIOBase):
    """Fetches what is read, and nothing before. Raises FileNotFoundError at once, StoreGoneError at any time.

    `asked` turns faults of the line into these two.
    """

    def __init__(self, client, bucket, key, asked):
        self._get = partial(client.get_object, Bucket=bucket, Key=key)
        self._asked = asked
        with asked():
            found = self._get()
        self.size, self._version = found["ContentLength"], found["ETag"]
        self._body, self._reached, self._at = found["Body"], 0, 0

    def readable(self):
        return True

    def seekable(self):
        return True

    def tell(self):
        return self._at

    def seek(self, offset, whence=io.SEEK_SET):
        """Costs nothing: only who reads from there asks the store again."""
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self.size}[whence]
        self._at = max(0, start + offset)
        return self._at

    def readinto(self, buffer):
        if self._at >= self.size:
            return 0
        with self._asked():
            if self._body is None or self._reached != self._at:
                self._turn()
            piece = self._body.read(len(buffer))
        buffer[: len(piece)] = piece
        self._at = self._reached = self._at + len(piece)
        return len(piece)

    def _turn(self):
        """Go on from another place, of the same version."""
        self._hang_up()
        self._body = self._get(Range=f"bytes={self._at}-", IfMatch=self._version)["Body"]
        self._reached = self._at

    def _hang_up(self):
        if self._body is not None:
            self._body.close()
            self._body = None

    def close(self):
        self._hang_up()
        super().close()


class RemoteFile(File):
    """What Django and Wagtail take for a file. Closed, it can be opened again."""

    def __init__(self, name, reach):
        self._reach = reach
        super().__init__(self._reached(), name)

    def _reached(self):
        return io.BufferedReader(self._reach(), PIECE)

    def open(self, mode=None, *args, **kwargs):
        if self.closed:
            self.file = self._reached()
        self.seek(0)
        return self
