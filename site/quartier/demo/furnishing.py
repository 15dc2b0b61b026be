"""What stands ready before there are pages: pictures, documents, topics, people, places, opening hours."""

from django.apps import apps
from django.core.files import File

from quartier.demo.notation.faults import Fault, at, take
from quartier.demo.notation.files import read

CREDIT = "Nachbarschaftshaus am Lindenplatz (CC0)"
# In this order: a room stands in a place.
SNIPPETS = {
    "topics.yaml": "topics.Topic",
    "audiences.yaml": "topics.Audience",
    "opening_hours.yaml": "centre.OpeningHours",
    "people.yaml": "people.Person",
    "places.yaml": "places.Place",
    "rooms.yaml": "places.Room",
}


def hang_pictures(folder, filler, user):
    """The pictures of pictures.yaml, which names them; each with the part that must stay in view."""
    model = apps.get_model("pictures.Picture")
    for key, values in read(folder / "pictures.yaml").items():
        with at("pictures.yaml", key), _opened(folder, values) as file:
            focal = values.pop("focal", None)
            picture = model(uploaded_by_user=user, file=File(file, name=f"{key}{_suffix(file)}"))
            if focal and not picture.is_svg():
                values |= _focal_point(*focal)
            filler.fill(picture, {"credit": CREDIT, **values})
            picture._set_image_file_metadata()
            picture.save()
            filler.shelf.put(key, picture)


def _focal_point(left, top, width, height):
    middle = {"focal_point_x": left + width // 2, "focal_point_y": top + height // 2}
    return {**middle, "focal_point_width": width, "focal_point_height": height}


def file_documents(folder, filler, user):
    """The documents of files.yaml, in the folder files beside it."""
    model = apps.get_model("pictures.File")
    for key, values in read(folder / "files.yaml").items():
        with at("files.yaml", key), _opened(folder / "files", values) as file:
            document = model(uploaded_by_user=user, file=File(file, name=f"{key}{_suffix(file)}"))
            filler.fill(document, values)
            document._set_document_file_metadata()
            document.save()
            filler.shelf.put(key, document)


def _opened(folder, values):
    name = take(values, "file")
    try:
        return (folder / name).open("rb")
    except FileNotFoundError:
        raise Fault(f"there is no file “{name}”", "file") from None


def _suffix(file):
    return f".{file.name.rpartition('.')[2]}"


def lay_out_snippets(folder, filler):
    """What is kept once and shown on many pages, without content of its own."""
    for name, label in SNIPPETS.items():
        for values in read(folder / name, list):
            key = values.pop("key", None) or values.get("slug")
            with at(name, key):
                thing = filler.fill(apps.get_model(label)(), values)
                thing.save()
                filler.shelf.put(key, thing)
