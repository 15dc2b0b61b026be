"""Many small stylesheets in the tree, one on the wire: for the site, paper, and pages that stand alone."""

import re
from pathlib import PurePosixPath

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

SHEETS = ("css/site.css", "css/parts.css", "css/print.css", "css/apart.css")
IMPORT = re.compile(r'@import "(?P<path>[^"]+)" layer\((?P<layer>\w+)\);\n?')
URL = re.compile(r'url\("(?P<path>\.\./[^"]+)"\)')
COMMENT = re.compile(r"/\*.*?\*/", re.S)
SPACE = re.compile(r"\s+")
AROUND = re.compile(r" ?([{};,]) ?")


class OneStylesheetStorage(CompressedManifestStaticFilesStorage):
    """On collectstatic, write each imported sheet into the sheet that imports it, in its layer."""

    def post_process(self, paths, dry_run=False, **options):
        for sheet in SHEETS:
            if sheet in paths and not dry_run:
                self._flatten(sheet)
                paths[sheet] = (self, sheet)
        yield from super().post_process(paths, dry_run, **options)

    def _flatten(self, sheet):
        with self.open(sheet) as file:
            flat = IMPORT.sub(self._inline, file.read().decode())
        self.delete(sheet)
        self._save(sheet, ContentFile(tight(flat).encode()))

    def _inline(self, found):
        path = PurePosixPath("css") / found["path"]
        with self.open(str(path)) as part:
            css = part.read().decode().strip()
        up = "../" * (len(path.parts) - 2)
        css = URL.sub(lambda url: f'url("{url["path"].removeprefix(up)}")', css)
        return f"@layer {found['layer']} {{ {css} }}\n"


def tight(css):
    """The same rules without comments, and without the spaces that only people need."""
    return AROUND.sub(r"\1", SPACE.sub(" ", COMMENT.sub("", css))).replace(";}", "}").strip()
