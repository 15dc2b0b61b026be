"""The smallest centre there is: one site, one home page. For the browser: the whole demo centre."""

import os

import pytest
from django.core.cache import cache
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.recorder import MigrationRecorder
from django.utils.translation import activate
from playwright.sync_api import expect
from wagtail.models import Page, Site

from pages.centre.models.centre import Centre, choices_of_languages
from pages.home.models import HomePage
from tests.browser.running import DemoSite, demo_house
from tests.browser.visiting import ARGUMENTS, CHROMIUM, Visit, missing_tools
from tests.make.house import plant
from tests.sharing import Sharing

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright runs an event loop of its own
expect.set_options(timeout=20_000)  # as long as for a click: a busy machine may need more than five seconds


# A file that is handed out ends its request late; that must not close the connection a test still holds.
BaseDatabaseWrapper.close_if_unusable_or_obsolete = lambda self: None


def pytest_addoption(parser):
    parser.addoption(
        "--with-database",
        action="store_true",
        help="leave out tests that may not ask the database: they say nothing new of another one",
    )


def pytest_collection_modifyitems(config, items):
    """Without a browser, leave out what needs one, and say so; where everything is installed, never."""
    if missing_tools() and not os.environ.get("CI"):
        _leave_out(config, items, lambda item: item.get_closest_marker("browser"))
    if config.option.with_database:
        _leave_out(config, items, lambda item: not _may_ask_the_database(item))


def _leave_out(config, items, unwanted):
    left_out = [item for item in items if unwanted(item)]
    items[:] = [item for item in items if not unwanted(item)]
    config.hook.pytest_deselected(items=left_out)


def _may_ask_the_database(item):
    """Whether pytest-django opens the database to it. To all others it is closed: asking is an error."""
    return item.get_closest_marker("django_db") or "django_db_setup" in item.fixturenames


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    return Sharing(config, log)


def pytest_sessionfinish(session, exitstatus):
    """That nothing needs a browser, or none is there, is no failure: the header says so."""
    if exitstatus == pytest.ExitCode.NO_TESTS_COLLECTED and session.config.option.markexpr == "browser":
        session.exitstatus = pytest.ExitCode.OK


def pytest_report_header():
    if missing := missing_tools():
        return f"NO BROWSER TESTS: please install {', '.join(missing)}"
    return None


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Plant what Wagtail's own migrations would have planted; tests skip them (see pyproject).

    The idea is django-cast's.
    """
    with django_db_blocker.unblock():
        MigrationRecorder(connection).ensure_schema()  # wagtail-localize asks it
        plant()


@pytest.fixture(autouse=True)
def _nothing_remembered():
    """Numbers of pictures and pages come again in the next test, and what is cached under them must not.

    Nor the language of its last reader.
    """
    cache.clear()
    activate("de")


@pytest.fixture
def own_files(settings, tmp_path):
    """A folder for pictures and documents in which no other test has left anything."""
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def home(db):
    """The published home page of "Haus am Park", at /de/."""
    plant()
    page = Page.get_first_root_node().add_child(instance=HomePage(title="Haus am Park", slug="haus"))
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": "testserver", "root_page": page, "site_name": "Haus am Park"},
    )
    codes = [code for code, _name in choices_of_languages()]
    # Past the signals: nobody has switched a language on here, so tests may make its Locale themselves.
    Centre.objects.bulk_create([Centre(site=Site.objects.get(is_default_site=True), languages=codes)])
    return page


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": ARGUMENTS}


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory, worker_id):
    """The demo centre, in all its languages: for each worker one of its own, since some write in it."""
    own = tmp_path_factory.getbasetemp()
    house = demo_house(own if worker_id == "master" else own.parent)
    site = DemoSite(tmp_path_factory.mktemp("demo"))
    site.move_into(house)
    site.start()
    yield site
    site.stop()


@pytest.fixture
def visitor(new_context, demo_site):
    """Opens an address of the demo centre, in a browser with `options`."""
    return lambda path="/de/", **options: Visit(new_context(**options), demo_site, path)
