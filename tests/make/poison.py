"""A house in which every text is poisoned, past all forms: as an import or a migration could leave it."""

from itertools import cycle

from django.apps import apps
from django.db import models

from blocks.field import BlockField
from pages.wording import WordingField
from tests.make import bricks

SHORT = ['"><img evil>', "<img evil>", "'><img evil>", "<svg/evil>", "</p><b evil>", "<a evil>"]
LONG = [
    '<script evil>alert(1)</script><img src=x evil onerror=alert(1)>"><svg evil onload=alert(1)>',
    "' evil onmouseover='alert(1)' \" evil onfocus=\"alert(1)\" autofocus x=`evil` {{7*7}}{% debug %}",
    '<noscript><p title="</noscript><img src=x evil onerror=alert(1)>"></noscript>',
    '<svg></p><style><a id="</style><img src=1 evil onerror=alert(1)>"></style></svg>',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 evil&gt;">',
    "</title></textarea></style></script></noscript></template><img evil><!--><img evil>--!><img evil>",
    '<a href="jav&#x09;ascript:alert(1)" evil>x</a><a href=" &#14;  javascript:alert(1)">y</a>',
    '<iframe srcdoc="<img evil>" src="data:text/html,<script>alert(1)</script>" evil></iframe>',
    '<form evil action="javascript:alert(1)"><button formaction="javascript:alert(1)">x</button></form>',
    "<p>]]><img evil><![CDATA[<img evil>]]>&lt;img evil&gt;&amp;lt;img evil&amp;gt;<b/evil></p>",
    "Zeile\r\nX-EVIL:1\r\nSUMMARY:x\r\n\r\n<img evil>\u2028X-EVIL:2\u0085X-EVIL:3",
]
ADDRESSES = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    " javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    'https://evil.example/"><img evil>',
]
MAILS = ['"><img/evil>@evil.example', "x@evil.example<img/evil>"]
ROOMS = ("home", "standard", "services", "events", "partners", "volunteering", "enquiries", "announcements")
MORE = (
    "newsletters",
    "values",
    "passages",
    "easy",
    "people",
    "places",
    "centre",
    "pictures",
    "topics",
    "letters",
)
OURS = {*ROOMS, *MORE}
FOR_PROGRAMS = {
    *("slug", "path", "url_path", "clean_name", "field_type", "colour", "region", "language", "uid", "etag"),
    *("file_hash", "filter_spec", "focal_point_key", "field", "kind", "digest", "ticket", "dismissed"),
    *("choices_worded", "languages", "weekdays", "positions", "state"),
}
"""Names that programs have made and compare: no text, and never shown as one."""


class Poison:
    """Each text in another way; the same in every run."""

    def __init__(self):
        self.short, self.long, self.addresses, self.mails = map(cycle, (SHORT, LONG, ADDRESSES, MAILS))
        self.tainted = 0

    def text(self, longest=None):
        """As long as the column allows."""
        if longest and longest < 100:
            return next(self.short)[:longest]
        return next(self.long)[:longest]

    def stream(self, block, things, addresses):
        """Every brick that may stand there, with poison in every place where one can type."""
        with_poison = type("Anywhere", (), {"get": lambda _self, *_names: next(self.addresses)})()
        addresses.setattr(bricks, "ADDRESSES", with_poison)
        return [
            {"type": name, "value": bricks.laid(name, things, self.text), "id": f"{name}-{place}"}
            for place, name in enumerate(block.child_blocks)
            if name in bricks.BRICKS
        ]

    def everywhere(self):
        """Into every text of every row of our own, past forms, models and signals."""
        for model in apps.get_models():
            label = model._meta.app_label
            if label in OURS or model._meta.label == "wagtailcore.Page":
                for row in model._base_manager.all():
                    self._row(model, row)

    def _row(self, model, row):
        fields = {field.attname: self._field(field, row) for field in model._meta.local_concrete_fields}
        fields = {name: value for name, value in fields.items() if value is not None}
        if fields:
            self.tainted += len(fields)
            model._base_manager.filter(pk=row.pk).update(**fields)

    def _field(self, field, row):
        if field.primary_key or field.name in FOR_PROGRAMS or field.choices or field.unique:
            return None
        if isinstance(field, WordingField):
            return {code: self.text() for code in ("de", "en", "ar")}
        if isinstance(field, models.URLField):
            return next(self.addresses)
        if isinstance(field, models.EmailField):
            return next(self.mails) if getattr(row, field.attname) else None
        if isinstance(field, models.CharField | models.TextField) and not isinstance(field, BlockField):
            return self.text(field.max_length)
        return None
