#!/usr/bin/env python
"""Run a Django command with the project's source roots on the path."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "site"))

if __name__ == "__main__":
    from django.core.management import execute_from_command_line

    from quartier.settings.faults import outage_told_plainly, told_plainly

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quartier.settings.dev")
    with told_plainly(), outage_told_plainly("--traceback" in sys.argv):
        execute_from_command_line(sys.argv)
