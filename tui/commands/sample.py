"""Open the desk on a sample story that comes with copydesk.

Try:
  copydesk sample                 the first of them
  copydesk sample harbour-fire    the one of that name
  copydesk sample --plain         in lines, on any terminal
"""

import argparse

from tui import resources
from tui.commands.errors import CommandError
from tui.commands.open import add_desk_options, open_desk


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the operand and options of `copydesk sample`."""
    parser.add_argument("name", nargs="?", metavar="NAME", help=f"one of: {', '.join(resources.samples())}")
    add_desk_options(parser)


def run(args: argparse.Namespace) -> int:
    """Open the sample story of that name, or the first."""
    try:
        folder = resources.sample(args.name or DEFAULT)
    except FileNotFoundError as error:
        raise CommandError(str(error)) from None
    return open_desk([str(folder)], args)


DEFAULT = "iran-talks"
