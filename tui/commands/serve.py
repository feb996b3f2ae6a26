"""The same desk in a web browser on this machine. Only this machine can reach it, and only with the address printed.

Every browser window is a desk of its own, on the same store. ctrl-c ends all of them. Needs the extra
copydesk[serve]; `copydesk doctor` says how to add it.

Try:
  copydesk serve coverage/                    print an address for the browser
  copydesk serve coverage/ --port 8123        on a port of your choice
  ssh -L 8123:127.0.0.1:8123 newsdesk         through a tunnel, from afar
"""

import argparse
import os
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path

from tui.commands.errors import CommandError
from tui.commands.open import add_desk_options
from tui.commands.sources import add_source_options
from tui.story.sanitise import sanitise_line

PORT = 8000
MISSING = "serving the desk needs copydesk[serve], which is not installed: `copydesk doctor` says how to add it"
_ROOT = Path(__file__).resolve().parents[2]


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the operands and options of `copydesk serve`."""
    parser.add_argument("sources", nargs="+", metavar="SOURCE", help="a file, a folder, or a web address")
    parser.add_argument("--port", type=_port, default=PORT, metavar="N", help=f"the port to listen on ({PORT}; 0: any)")
    add_source_options(parser)
    add_desk_options(parser)
    parser.set_defaults(usage_error=parser.error)


def run(args: argparse.Namespace) -> int:
    """Serve the desk until interrupted.

    Raises:
        CommandError: textual-serve is missing, a file is not there, or the port is taken.
    """
    if "-" in args.sources:
        args.usage_error("standard input cannot be served: save it as a file and name that")
    if args.plain:
        args.usage_error("--plain is for terminals: the desk in a browser is drawn")
    for source in args.sources:
        if "://" not in source and not os.path.lexists(source):
            raise CommandError(f"{sanitise_line(source)}: no such file or folder: check the path")
    try:
        from tui.desk.browser import BusyPortError, DeskServer
    except ImportError:
        raise CommandError(MISSING) from None
    # The desks find the program wherever they are started from.
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))
    server = DeskServer(desk_command(args.sources, args), args.port)
    try:
        server.run(lambda address: print(f"the desk is at {address}  (ctrl-c ends it)", flush=True))
    except BusyPortError as error:
        raise CommandError(f"port {args.port} cannot be used ({error}): choose another with --port") from None
    return 0


def desk_command(sources: Sequence[str], args: argparse.Namespace) -> str:
    """The command that opens the desk on the sources, as one line for a shell in which no name means anything."""
    words = [sys.executable, "-P", "-m", "tui", "open"]
    if args.store:
        words += ["--store", str(Path(args.store).absolute())]
    if args.panes:
        words += ["--panes", str(args.panes)]
    if getattr(args, "theme", None):
        words += ["--theme", args.theme]
    if getattr(args, "semantic", False):
        words.append("--semantic")
    words += ["--keep-duplicates"] * args.keep_duplicates + ["--allow-private"] * args.allow_private
    return shlex.join([*words, "--", *sources])


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 <= int(text) <= 65_535:
        raise argparse.ArgumentTypeError(f"{text} is not a port: give a number from 0 to 65535")
    return int(text)
