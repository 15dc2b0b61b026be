"""The inspector's tools: a real browser, and the demo centre running as it would for visitors."""

import os
import shutil
from pathlib import Path

import pytest

from tests.browser.running import DemoSite

HERE = Path(__file__).parent
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--font-render-hinting=none",
    "--force-device-scale-factor=1",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": ARGUMENTS}


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The demo centre, with an Arabic copy of each page so that right-to-left can be judged."""
    site = DemoSite(tmp_path_factory.mktemp("demo"))
    site.install()
    site.start()
    yield site
    site.stop()


@pytest.fixture
def visitor(new_context, site):
    """Opens an address of the demo centre, in a browser with `options`."""
    return lambda path="/de/", **options: Visit(new_context(**options), site, path)


class Visit:
    """One page, looked at by one reader."""

    def __init__(self, context, site, path):
        self.context, self.site = context, site
        self.complaints, self.requests = [], []
        self.page = context.new_page()
        self.page.on("console", self._listen)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.response = self.page.goto(f"{site.url}{path}", wait_until="load")

    def _listen(self, message):
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    @property
    def foreign_requests(self):
        own = (self.site.url, "data:", "blob:", "about:")
        return [address for address in self.requests if not address.startswith(own)]
