"""Whether the files of pictures and documents are where the database thinks they are."""

from itertools import groupby
from pathlib import PurePosixPath

from django.core.files.storage import default_storage
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from quartier.operations.doctor.finding import broken, good, look

NAMED = 5


def look_at(patience):
    kept = [
        *_names(get_image_model()),
        *_names(get_document_model()),
    ]
    sized = _names(get_image_model().get_rendition_model())
    found = [*_lost(kept, patience), *_unsized(sized, patience), *_nobodys(sized)]
    yield from found or [good(_("The files of all pictures and documents are there."))]


def _names(model):
    return sorted(model.objects.exclude(file="").values_list("file", flat=True))


def missing(names, patience):
    """Those of these files that are not there; each folder is read once."""
    found = []
    for folder, there in groupby(names, lambda name: str(PurePosixPath(name).parent)):
        present = _files(folder)
        found += [name for name in patience.each(there) if PurePosixPath(name).name not in present]
    return found


def _files(folder):
    try:
        return set(default_storage.listdir(folder)[1])
    except FileNotFoundError:
        return set()


def _lost(kept, patience):
    if lost := missing(kept, patience):
        says = ngettext_lazy(
            "{number} file of a picture or document is gone: {names}.",
            "{number} files of pictures and documents are gone: {names}.",
            len(lost),
        )
        remedy = _("Take them from a backup, or upload them again.")
        yield broken(says, remedy, number=len(lost), names=", ".join(lost[:NAMED]))


def _unsized(sized, patience):
    if lost := missing(sized, patience):
        says = ngettext_lazy(
            "{number} smaller version of a picture is gone.",
            "{number} smaller versions of pictures are gone.",
            len(lost),
        )
        yield look(says, _("They are made anew when somebody asks for them."), number=len(lost))


def _nobodys(sized):
    """Only in folders in which sized pictures lie and nothing else."""
    folders = {str(PurePosixPath(name).parent) for name in sized}
    present = {str(PurePosixPath(folder) / name) for folder in folders for name in _files(folder)}
    if stray := present - set(sized):
        says = ngettext_lazy(
            "{number} smaller version of a picture lies there for nothing.",
            "{number} smaller versions of pictures lie there for nothing.",
            len(stray),
        )
        yield look(
            says,
            _("They only take room: delete them, or leave them ({names})."),
            number=len(stray),
            names=", ".join(sorted(stray)[:NAMED]),
        )
