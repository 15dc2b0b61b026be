"""A walk through a page with the Tab key: where one stands, and whether one sees it.

Dozens of stops on each of a hundred pages: so the browser is asked past Playwright, which is twice as quick.
"""

MARGIN = 8  # what is looked at around a control, in CSS pixels


class Walk:
    """The page that is walked through, ready before its first stop. Its controls are numbered already."""

    def __init__(self, page):
        self._browser = page.context.new_cdp_session(page)
        self._size = page.viewport_size
        self._ask("setOut()")

    def stop(self):
        """The control that has the focus: its number, whether it is a date, where it is in the document.

        Tab goes through day, month, year and the calendar of a date, while the control as a whole has the
        focus.
        """
        return self._ask("stop()")

    def shows_focus(self, box):
        """Compare the pixels around the focused control with and without its focus."""
        clip = self._around(box)
        if clip is None:
            return False
        # A machine that is very busy may be late with the picture: who saw no difference looks again.
        return self._differs(clip) or self._differs(clip)

    def _differs(self, clip):
        focused = self._picture(clip)
        self._ask("rest()")
        rested = self._picture(clip)
        self._ask("goOn()")
        return focused != rested

    def _around(self, box):
        left, top = max(box["left"] - MARGIN, 0), max(box["top"] - MARGIN, 0)
        width = min(box["width"] + 2 * MARGIN, self._size["width"] - left)
        height = min(box["height"] + 2 * MARGIN, self._size["height"] - top)
        if width <= 0 or height <= 0:
            return None
        left, top = left + box["scrolledX"], top + box["scrolledY"]
        return {"x": left, "y": top, "width": width, "height": height, "scale": 1}

    def _picture(self, clip):
        """As the browser packed it: the same pixels are always the same bytes."""
        how = {"format": "png", "optimizeForSpeed": True, "clip": clip}
        return self._browser.send("Page.captureScreenshot", how)["data"]

    def _ask(self, call):
        expression = f"window.inspector.{call}"
        answer = self._browser.send("Runtime.evaluate", {"expression": expression, "returnByValue": True})
        if fault := answer.get("exceptionDetails"):
            raise RuntimeError(f"{expression}: {fault}")
        return answer["result"].get("value")
