"""The demo centre, served as in earnest with its worker beside it, on whatever ground a drill gives it."""

import os
import shutil
from contextlib import contextmanager
from pathlib import Path

from tests.browser.running import DemoSite
from tests.drill.people import Editor, Sender, Visitor


class House(DemoSite):
    """Where it is served, and who comes. `ground` are the servers that it stands on."""

    def __init__(self, folder, ground=()):
        super().__init__(folder)
        told = {"DJANGO_SETTINGS_MODULE": "tests.drill.settings", "BEHIND_PROXY": "true"}
        self.environment |= told
        for thing in ground:
            self.environment |= thing.environment

    def furnish(self):
        """The demo; where DEMO names a folder with one on SQLite, a copy of that (quicker)."""
        ready = os.environ.get("DEMO")
        if ready and "DATABASE_URL" not in self.environment:
            shutil.copytree(ready, self.folder, dirs_exist_ok=True)
            self.manage("migrate", "-v0")
            self.manage("collectstatic", "--noinput", "-v0")
        else:
            self.install()

    def reader(self):
        return Visitor(self.url)

    def editor(self, name="redaktion"):
        editor = Editor(self.url)
        editor.log_in(name, self.logins()[name])
        return editor

    def sender(self, path):
        return Sender(self.url).fill(path)


@contextmanager
def served(folder, ground=()):
    """The house, furnished and served until the drill is over."""
    house = House(Path(folder), ground)
    house.furnish()
    house.start()
    try:
        yield house
    finally:
        house.stop()
