"""One page of the demo centre, looked at by one reader in a real browser."""

import shutil
from pathlib import Path

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
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]


def missing_tools():
    """What has to be installed before a browser can look; empty when everything is there."""
    tools = {
        "Chromium": CHROMIUM,
        "Java": shutil.which("java"),
        "the npm packages of tests/browser (make tools)": (HERE / "node_modules/ical.js").exists(),
    }
    return [name for name, there in tools.items() if not there]


class Visit:
    """Opens an address and keeps what the browser asked for and complained of."""

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
