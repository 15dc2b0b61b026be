"""How tests are shared out among workers: each to who is free, but those of one house to one worker."""

from xdist.scheduler import LoadScopeScheduling

SHARING_A_HOUSE = {
    "tests/browser/test_every_address.py",
    "tests/browser/test_every_language.py",
    "tests/drill/test_lines.py",
    "tests/drill/test_outages.py",
    "tests/site/demo/test_contents.py",
    "tests/site/demo/test_year.py",
}
"""Files whose tests share what takes long to make. They come first: nobody waits for them at the end."""


class Sharing(LoadScopeScheduling):
    """Hands out one test at a time; all of a file, if its tests share a house.

    Marks would say the same (`xdist_group`), but with pytest 9.2 they do not reach who hands out.
    """

    def _split_scope(self, nodeid):
        file = nodeid.partition("::")[0]
        return file if file in SHARING_A_HOUSE else nodeid
