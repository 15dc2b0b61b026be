"""Where copies lie: at hand in this process, in the folder of the machine, on the server of all machines."""

import time

from quartier.page_cache.folder import Folder
from quartier.page_cache.memory import Memory

A_MEGABYTE = 1024 * 1024
AT_HAND, AT_HAND_OF_MANY = 12 * A_MEGABYTE, 4 * A_MEGABYTE
ON_DISK, ON_DISK_OF_MANY = 512 * A_MEGABYTE, 64 * A_MEGABYTE


class Shelves:
    """Addresses that anybody can make up have a small room of their own, and displace no page."""

    def __init__(self, folder, server=None):
        further = [server] if server else []
        self._rooms = {
            False: [Memory(AT_HAND), Folder(folder / "pages", ON_DISK), *further],
            True: [Memory(AT_HAND_OF_MANY), Folder(folder / "many", ON_DISK_OF_MANY)],
        }

    def at_hand(self, asked):
        found = (memory.get(asked.name) for memory, *_others in self._rooms_of(asked))
        return next((copy for copy in found if copy is not None), None)

    def find(self, asked, state):
        """A copy that is true, else the newest of all; it is at hand from then on."""
        newest = None
        for memory, *others in self._rooms_of(asked):
            for shelf in (memory, *others):
                copy = shelf.get(asked.name)
                if copy is not None and (newest is None or copy.made > newest.made):
                    memory.put(asked.name, copy)
                    newest = copy
                if newest is not None and newest.is_true(state.version, time.time()):
                    return newest
        return newest

    def put(self, asked, copy):
        """That there is no such page is said in the small room: anybody can ask for many of that kind."""
        is_one_of_many = asked.is_one_of_many or not copy.status.startswith("200")
        if is_one_of_many != asked.is_one_of_many:
            self.drop(asked)
        for shelf in self._rooms[is_one_of_many]:
            shelf.put(asked.name, copy)

    def drop(self, asked):
        for room in self._rooms_of(asked):
            for shelf in room:
                shelf.drop(asked.name)

    def _rooms_of(self, asked):
        return [self._rooms[True]] if asked.is_one_of_many else [self._rooms[False], self._rooms[True]]

    def tidy(self):
        for _memory, folder, *_server in self._rooms.values():
            folder.tidy()

    def every(self):
        """Each copy that lies on the disk, and its name."""
        for _memory, folder, *_server in self._rooms.values():
            yield from folder.every()
