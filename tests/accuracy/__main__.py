"""Prints the accuracy tables: `.venv/bin/python -m tests.accuracy [overlap] [conflict]`."""

import importlib
import sys

PARTS = ("overlap", "conflict")


def main() -> None:
    """The tables that are asked for, all of them otherwise."""
    for part in sys.argv[1:] or PARTS:
        importlib.import_module(f"tests.accuracy.{part}.tables").print_tables()


if __name__ == "__main__":
    main()
