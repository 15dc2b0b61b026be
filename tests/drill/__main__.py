"""`make drill NAME=editors`: one of the long drills; without a name, which there are.

A drill is a module beside this one with a `main()` that prints what it saw and answers with the exit code.
"""

import importlib
import pkgutil
import sys

import tests.drill


def drills():
    """Each drill by its name: the modules that are neither tests nor parts of others."""
    names = [found.name for found in pkgutil.iter_modules(tests.drill.__path__)]
    found = {name: importlib.import_module(f"tests.drill.{name}") for name in names if _is_drill(name)}
    return {name: module for name, module in found.items() if hasattr(module, "main")}


def _is_drill(name):
    return not name.startswith(("test_", "_"))


def main(names):
    known = drills()
    if not names or set(names) - set(known):
        for name, module in known.items():
            print(f"  make drill NAME={name:<11} {(module.__doc__ or '').splitlines()[0]}")
        return 2 if names else 0
    return max(known[name].main() for name in names)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
