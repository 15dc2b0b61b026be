"""The files that the database names: where they lie, and that all of them come along."""

from django.core.files.storage import default_storage

from quartier.backups.manifest import File, is_harmless


def shelf(storage):
    """How a backup calls a place for files: the public one, or the one that residents send to."""
    return "media" if storage is default_storage else "private"


def named(found):
    """Each file once, with its storage, in order: from fields of models and the names in their columns."""
    each = {(shelf(field.storage), name): field.storage for field, name in found}
    return [(place, name, storage) for (place, name), storage in sorted(each.items(), key=lambda one: one[0])]


def pack(writer, found, missing, wanted):
    """Put files into a backup. What has vanished since the database was read is named, and that is all."""
    for place, name, storage in wanted:
        if not is_harmless(place, name):
            missing.append([place, name])
            continue
        told = _packed(writer, place, name, storage)
        if told is None:
            missing.append([place, name])
        else:
            found.append(File(**told, shelf=place, name=name))


def _packed(writer, place, name, storage):
    """What the manifest tells of a file that was put in; None if it is not there, or is cut off meanwhile."""
    try:
        with storage.open(name, "rb") as file:
            return writer.add(f"{place}/{name}", file.size, file, _moment(storage, name))
    except (FileNotFoundError, EOFError):
        return None


def _moment(storage, name):
    try:
        return storage.get_modified_time(name)
    except (NotImplementedError, FileNotFoundError):
        return None
