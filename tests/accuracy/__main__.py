"""Prints the accuracy tables, all of them or those named: `.venv/bin/python -m tests.accuracy [overlap] [language]`."""

import importlib
import sys
from collections.abc import Mapping

PARTS: Mapping[str, tuple[str, str]] = {
    "overlap": ("overlap.tables", "print_tables"),
    "conflict": ("conflict.__main__", "main"),
    "samples": ("samples.__main__", "main"),
    "html": ("html.tables", "print_tables"),
    "anchors": ("anchors.measure", "main"),
    "language": ("language.tables", "print_tables"),
}


def main() -> None:
    """The tables that are asked for, all of them otherwise."""
    asked = sys.argv[1:] or list(PARTS)
    unknown = [name for name in asked if name not in PARTS]
    if unknown:
        raise SystemExit(f"no table {unknown[0]}: there are {', '.join(PARTS)}")
    # Each part reads the words after the command for itself.
    sys.argv[1:] = []
    for name in asked:
        module, function = PARTS[name]
        getattr(importlib.import_module(f"tests.accuracy.{module}"), function)()


if __name__ == "__main__":
    main()
