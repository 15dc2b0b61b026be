"""What stands ready before there are pages: pictures, documents, topics, people, opening hours."""

from django.apps import apps
from django.core.files import File

from quartier.demo.faults import at
from quartier.demo.reading import read

CREDIT = "Zeichnung: Nachbarschaftshaus am Lindenplatz, frei verwendbar (CC0)"
SNIPPETS = {
    "topics.yaml": "topics.Topic",
    "opening_hours.yaml": "centre.OpeningHours",
    "people.yaml": "people.Person",
}


def hang_pictures(folder, filler, user):
    """The pictures of pictures.yaml, which names them; each with the part that must stay in view."""
    model = apps.get_model("pictures.Picture")
    for key, values in read(folder / "pictures.yaml").items():
        with at("pictures.yaml", key), (folder / values.pop("file")).open("rb") as file:
            focal = values.pop("focal", None)
            picture = model(uploaded_by_user=user, file=File(file, name=f"{key}{_suffix(file)}"))
            if focal and not picture.is_svg():
                left, top, width, height = focal
                values["focal_point_x"], values["focal_point_y"] = left + width // 2, top + height // 2
                values["focal_point_width"], values["focal_point_height"] = width, height
            filler.fill(picture, {"credit": CREDIT, **values})
            picture._set_image_file_metadata()
            picture.save()
            filler.shelf.put(key, picture)


def file_documents(folder, filler, user):
    """The documents of files.yaml, in the folder files beside it."""
    model = apps.get_model("pictures.File")
    for key, values in read(folder / "files.yaml").items():
        with at("files.yaml", key), (folder / "files" / values.pop("file")).open("rb") as file:
            document = model(uploaded_by_user=user, file=File(file, name=f"{key}{_suffix(file)}"))
            filler.fill(document, values)
            document._set_document_file_metadata()
            document.save()
            filler.shelf.put(key, document)


def _suffix(file):
    return f".{file.name.rpartition('.')[2]}"


def lay_out_snippets(folder, filler):
    """What is kept once and shown on many pages, without content of its own."""
    for name, label in SNIPPETS.items():
        for values in read(folder / name, list):
            key = values.pop("key", None) or values["slug"]
            with at(name, key):
                thing = filler.fill(apps.get_model(label)(), values)
                thing.save()
                filler.shelf.put(key, thing)
