"""What the files say of one page, or of one piece of reusable content, in another language."""

from dataclasses import dataclass

from wagtail.models import Locale

from quartier.demo.notation.faults import Fault, at
from quartier.demo.notation.files import read

NOT_TEXTS = ["older", "machine"]
PASSAGES = "passages.yaml"


@dataclass
class Leaf:
    """The texts of one thing in one language, and how they came about."""

    file: str
    locale: Locale
    values: dict

    @property
    def is_older(self):
        """Whether it was written before the original became what it is now."""
        return self._tick("older")

    @property
    def is_machine_made(self):
        return self._tick("machine")

    def _tick(self, name):
        value = self.values.get(name, False)
        if not isinstance(value, bool):
            raise Fault("here belongs true or false", self.file, name)
        return value

    def texts(self, model):
        """Field name to text. Facts are a fault: they stand with the original."""
        known = [name for name in model.texts if not model._meta.get_field(name).one_to_many]
        if unknown := [name for name in self.values if name not in {*known, *NOT_TEXTS}]:
            raise Fault(f"no text of this page: {', '.join(unknown)}; known: {', '.join(sorted(known))}")
        return {name: value for name, value in self.values.items() if name in known}


def leaves_of_pages(folder, plan):
    """The translations of each page of the plan, by its address."""
    found = {}
    for locale, place in _tongues(folder):
        for path in sorted((place / "pages").rglob("*.yaml")):
            name = path.relative_to(place / "pages").with_suffix("").as_posix()
            file = f"translations/{place.name}/pages/{name}.yaml"
            address = "/" if name == "home" else f"/{name}/"
            with at(file):
                if address not in plan:
                    raise Fault("there is no page that this translates")
                found.setdefault(address, []).append(Leaf(file, locale, read(path)))
    return found


def leaves_of_passages(folder):
    """The translations of each piece of reusable content, by its key."""
    found = {}
    for locale, place in _tongues(folder):
        if (place / PASSAGES).exists():
            file = f"translations/{place.name}/{PASSAGES}"
            for key, values in read(place / PASSAGES).items():
                found.setdefault(key, []).append(Leaf(f"{file} → {key}", locale, values))
    return found


def _tongues(folder):
    """The languages that have a folder of their own, and this folder."""
    for place in sorted(folder.glob("translations/*/")):
        yield Locale.objects.get_or_create(language_code=place.name)[0], place
