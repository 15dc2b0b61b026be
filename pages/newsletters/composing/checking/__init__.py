"""What to look at before an issue is sent: what must not go out so, and what one should know."""

from pages.newsletters.composing.checking.findings import ERROR, INFO, WARNING, Finding
from pages.newsletters.composing.checking.issue import check

__all__ = ["ERROR", "INFO", "WARNING", "Finding", "check"]
