"""A small house of its own files, and what is in it."""

from io import StringIO

import pytest
from django.core.management import call_command

from quartier.backups.making import make
from tests.make.demo import tiny_demo
from tests.make.house import plant


@pytest.fixture
def own_folder(settings, tmp_path):
    """DATA_DIR and all below it, for this test alone."""
    settings.DATA_DIR = tmp_path / "var"
    settings.DATA_DIR.mkdir()
    settings.MEDIA_ROOT = settings.DATA_DIR / "media"
    settings.BACKUP_DIR = settings.DATA_DIR / "backups"
    return settings.DATA_DIR


@pytest.fixture
def inhabited(own_folder, tmp_path, transactional_db):
    """A house with pages, people and pictures. The transactions are real: a snapshot is one of its own."""
    plant()
    call_command("demo", folder=tiny_demo(tmp_path / "demo"), stdout=StringIO())
    return own_folder


@pytest.fixture
def backup(inhabited, tmp_path):
    """The path of a backup of that house."""
    make(tmp_path / "one.tar")
    return tmp_path / "one.tar"
