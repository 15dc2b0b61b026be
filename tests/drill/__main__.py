"""`make drill NAME=editors`: one of the long drills; without a name, which there are.

A drill is a module beside this one with a `main()` that prints what it saw and answers with the exit code.
"""

import ast
import importlib
import os
import sys
from pathlib import Path

import django


def drills():
    """Each drill by its name, with the first line of what it says of itself."""
    parsed = {path.stem: ast.parse(path.read_text()) for path in sorted(Path(__file__).parent.glob("*.py"))}
    return {
        name: (ast.get_docstring(module) or "").partition("\n")[0]
        for name, module in parsed.items()
        if name != "__main__" and any(getattr(one, "name", "") == "main" for one in module.body)
    }


def main(names):
    known = drills()
    if not names or set(names) - set(known):
        for name, words in known.items():
            print(f"  make drill NAME={name:<11} {words}")
        return 2 if names else 0
    sys.path.insert(0, "site")
    os.environ["DJANGO_SETTINGS_MODULE"] = "quartier.settings.test"  # of this process; sites have their own
    django.setup()
    return max(importlib.import_module(f"tests.drill.{name}").main() or 0 for name in names)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
