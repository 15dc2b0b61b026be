import shutil
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

CATALOGUE = settings.ROOT / "site/locale/de/LC_MESSAGES/django.po"


def test_checking_the_catalogues_changes_nothing(monkeypatch):
    """Where gettext is missing, one sentence says so; elsewhere all words have their translation."""
    monkeypatch.chdir(settings.ROOT)
    before, said = CATALOGUE.read_bytes(), StringIO()

    if shutil.which("xgettext"):
        call_command("catalogues", check=True, stdout=said)
        assert "complete" in said.getvalue()
    else:
        with pytest.raises(CommandError, match="gettext"):
            call_command("catalogues", check=True)

    assert CATALOGUE.read_bytes() == before
