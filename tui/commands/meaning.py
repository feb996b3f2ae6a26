"""Whether sentences are compared by meaning as well: the flag, else the settings."""

import argparse
import sys
from typing import TYPE_CHECKING

from tui.settings import load_settings

if TYPE_CHECKING:
    from tui.compare.scoring.semantic import Meaning
    from tui.desk.process.jobs import Meant


def add_meaning_option(parser: argparse.ArgumentParser) -> None:
    """The option of every command that compares."""
    parser.add_argument(
        "--semantic", action="store_true", help="compare sentences by meaning as well (needs copydesk[semantic])"
    )


def meant(args: argparse.Namespace) -> "Meant | None":
    """How the desk's worker is to compare by meaning, None if it is not: the flag or the settings ask for it."""
    from tui.desk.process.jobs import Meant

    wanted = load_settings().compare
    return Meant(wanted.semantic_model) if getattr(args, "semantic", False) or wanted.semantic else None


def meaning_of(args: argparse.Namespace) -> "tuple[Meaning | None, int]":
    """The sentence model, None where it is not asked for or not to be had; and the exit status so far.

    Where it was asked for and cannot be had, one line on standard error says so and the status is 1.
    """
    wanted = load_settings().compare
    if not (args.semantic or wanted.semantic):
        return None, 0
    from tui.compare.scoring.semantic import Meaning, SemanticUnavailable

    try:
        meaning = Meaning(wanted.semantic_model)
        meaning.vectors(["ready"])
    except SemanticUnavailable as error:
        print(f"copydesk: {error}; compared without", file=sys.stderr)
        return None, 1
    return meaning, 0
