import pytest

from tests.make.copies import Reader, watched


@pytest.fixture
def own_folder(settings, tmp_path):
    settings.DATA_DIR, settings.KEEP_PAGES = tmp_path, True
    return tmp_path


@pytest.fixture
def reader(home, own_folder):
    """Somebody who reads the house through one process, while another one may change it."""
    with watched():
        yield Reader()


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """Around a change: it is in the database for good, and whatever waits for that has happened."""
    return lambda: django_capture_on_commit_callbacks(execute=True)
