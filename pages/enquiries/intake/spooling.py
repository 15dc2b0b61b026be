"""A form is read although the disk has no place for its files: what was typed is not lost."""

from django.core.files.uploadhandler import (
    MemoryFileUploadHandler,
    SkipFile,
    TemporaryFileUploadHandler,
)

from pages.outage import cause_of


def read_with_what_there_is(request) -> list:
    """Read the post; the names of the fields whose files had to be dropped."""
    if not hasattr(request, "_files"):
        request.lost_files = []
        request.upload_handlers = [MemoryFileUploadHandler(request), DroppingHandler(request)]
    request.POST  # noqa: B018 (this reads it)
    return getattr(request, "lost_files", [])


class DroppingHandler(TemporaryFileUploadHandler):
    """Leaves out a file that cannot be written, and goes on with the next field."""

    def new_file(self, *args, **kwargs):
        self._or_drop(super().new_file, *args, **kwargs)

    def receive_data_chunk(self, raw_data, start):
        self._or_drop(super().receive_data_chunk, raw_data, start)

    def _or_drop(self, write, *args, **kwargs):
        try:
            write(*args, **kwargs)
        except OSError as fault:
            if cause_of(fault) is None:
                raise
            self.request.lost_files.append(self.field_name)
            raise SkipFile from fault
