"""What the inspector asks of a page. Each answers with a list of faults."""

import json
import subprocess
from pathlib import Path

from tests.browser.walking import Walk

HERE = Path(__file__).parent
AXE = HERE / "node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

INSIDE = HERE / "checks.js"


def breaks_accessibility_rules(page, but=()):
    """What axe-core objects to, and what it cannot decide: both have to be empty. `but` are left out."""
    page.evaluate(AXE.read_text())
    options = {"runOnly": RULES, "preload": False, "resultTypes": ["violations", "incomplete"]}
    options["rules"] = {rule: {"enabled": False} for rule in but}
    found = page.evaluate("options => axe.run(document, options)", options)
    return [
        f"{kind}: {rule['id']}: {node['target']} {node.get('failureSummary', '')[:200]}"
        for kind in ("violations", "incomplete")
        for rule in found[kind]
        for node in rule["nodes"]
    ]


def overflows(page):
    """Texts that stick out of the window, wherever they do not scroll in themselves (WCAG 1.4.10)."""
    return _inside(page, "overflows()")


def cuts_text(page):
    """Boxes that hide a part of their text once readers space it out (WCAG 1.4.12)."""
    _inside(page, "spaceOut()")
    return _inside(page, "cutTexts()")


def small_targets(page, smallest=24):
    """Controls outside running text that are hard to hit (WCAG 2.5.8), in CSS pixels."""
    return _inside(page, f"smallTargets({smallest})")


PARTS_OF_A_DATE = 4


def keyboard_faults(page):
    """Walk with Tab: everything reached, nothing a trap, each stop visibly focused, the skip link first."""
    wanted = set(_inside(page, "numberControls()"))
    walk, stops, faults, parts = Walk(page), [], [], 0
    for _step in range(len(wanted) * 2 + 5):
        page.keyboard.press("Tab")
        here = walk.stop()
        stop = here["number"]
        if stop is None or (stops and stop == stops[0]):
            break
        if stops and stop == stops[-1] and parts < PARTS_OF_A_DATE and here["isDate"]:
            parts += 1
            continue
        if stops and stop == stops[-1]:
            faults.append(f"trap at stop {stop}")
            break
        stops.append(stop)
        parts = 0
        if not walk.shows_focus(here["box"]):
            faults.append(f"no visible focus on {_describe(page)}")
        if len(stops) == 1 and not page.evaluate("() => document.activeElement.matches('a[href^=\"#\"]')"):
            faults.append(f"the first stop is no skip link but {_describe(page)}")
    missed = wanted - {int(stop) for stop in stops}
    names = "number => document.querySelector(`[data-walk='${number}']`).outerHTML.slice(0, 120)"
    return faults + [f"never reached: {page.evaluate(names, number)}" for number in sorted(missed)]


def _inside(page, call):
    page.evaluate(INSIDE.read_text())
    return page.evaluate(f"() => window.inspector.{call}")


def _describe(page):
    return page.evaluate("() => document.activeElement.outerHTML.slice(0, 120)")


def html_faults(folder):
    """What the Nu HTML checker calls an error or a warning in the .html files of a folder."""
    jar = next((HERE / "node_modules/vnu-jar").rglob("vnu.jar"))
    files = sorted(str(path) for path in Path(folder).glob("*.html"))
    done = subprocess.run(
        ["java", "-jar", str(jar), "--format", "json", "--stdout", "--exit-zero-always", *files],
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    messages = json.loads(done.stdout)["messages"]
    return [
        f"{found.get('url', '')}:{found.get('lastLine')}: {found['message']} {found.get('extract', '')}"
        for found in messages
        if found["type"] == "error" or found.get("subType") == "warning"
    ]
