"""The command line: finds out which command is meant, runs it, and turns its outcome into an exit status.

Exit status: 0 fine, 1 something asked for could not be done, 2 wrong usage, 130 interrupted, 141 the
reader of the output went away. Each command lives in its own module of `tui.commands`, imported only
when it is the one called.
"""

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from tui import __version__
from tui.commands.errors import CommandError
from tui.commands.parsing import HelpFormatter, Parser


@dataclass(frozen=True, slots=True)
class Command:
    """One word of the command line: the module that implements it and the line that `--help` shows."""

    module: str
    summary: str


COMMANDS = {
    "open": Command("tui.commands.open", "read articles side by side (the word may be left out)"),
    "sample": Command("tui.commands.sample", "the desk on a sample story that comes with copydesk"),
    "compare": Command("tui.commands.compare", "print what the articles share and where they differ"),
    "pairs": Command("tui.commands.pairs", "judge pairs of passages from a JSON Lines file"),
    "fetch": Command("tui.commands.fetch", "save articles from the web as Markdown"),
    "serve": Command("tui.commands.serve", "the desk in a browser on this machine"),
    "claims": Command("tui.commands.claims", "list, export and keep the claims you tagged"),
    "config": Command("tui.commands.config", "your settings: where they are, what holds, change them"),
    "doctor": Command("tui.commands.doctor", "what may keep copydesk from working here"),
}
_STORE_HELP = "--store FILE names the file of claims (else COPYDESK_STORE, else your data folder)."
_TAKES_VALUE = {"--panes", "--format", "-o", "--output", "--story", "--urls", "--port", "--theme"}


def _tell(message: str) -> None:
    """Say something on standard error, whatever names are in it."""
    from tui.story.sanitise import sanitise_line

    print(sanitise_line(message), file=sys.stderr)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line `argv` (default: that of the process) and return the exit status."""
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        status = _run(words)
        sys.stdout.flush()
        return status
    except CommandError as error:
        _tell(f"copydesk: {error}")
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The interpreter flushes standard output once more at exit; give it somewhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except OSError as error:
        _tell(f"copydesk: {error.filename or 'the output'} cannot be used: {error.strerror or error}")
        return 1
    except Exception as error:
        if isinstance(error, ModuleNotFoundError) and error.name and not error.name.startswith("tui"):
            _tell(f"copydesk: {error.name.partition('.')[0]} is not installed: `copydesk doctor` says how to add it")
            return 1
        from tui.desk.crash import crash_sentence, log_crash

        print(crash_sentence(log_crash()), file=sys.stderr)
        return 1


def _run(words: list[str]) -> int:
    store, words = take_store(words)
    name, rest = split_command(words)
    if name is None:
        return _without_command(rest, store)
    module, parser = parser_of(name)
    args = parser.parse_intermixed_args(rest) if name not in ("claims", "config") else parser.parse_args(rest)
    args.store = store
    return int(module.run(args))


def parser_of(name: str) -> tuple[ModuleType, Parser]:
    """The module of a command and the parser of its words."""
    module = importlib.import_module(COMMANDS[name].module)
    parser = Parser(
        prog=f"copydesk {name}",
        description=module.__doc__,
        epilog=_STORE_HELP,
        formatter_class=HelpFormatter,
        allow_abbrev=False,
    )
    module.configure(parser)
    return module, parser


def take_store(words: Sequence[str]) -> tuple[Path | None, list[str]]:
    """The file named by `--store`, wherever it stands before a "--", and the words without it.

    Raises:
        SystemExit: no file follows; the usage has been explained, the status is 2.
    """
    store: Path | None = None
    rest: list[str] = []
    left = iter(words)
    for word in left:
        if word == "--":
            rest += [word, *left]
        elif word == "--store":
            store = _store_path(next(left, ""))
        elif word.startswith("--store="):
            store = _store_path(word.removeprefix("--store="))
        else:
            rest.append(word)
    return store, rest


def split_command(words: Sequence[str]) -> tuple[str | None, list[str]]:
    """The command meant by `words` and the words left for it.

    The first word that is no option is the command if it is the name of one; else the command is
    "open". Without such a word it is None.
    """
    skip = False
    for index, word in enumerate(words):
        if skip:
            skip = False
        elif word == "--":
            return "open", list(words)
        elif word.startswith("-") and word != "-":
            skip = word in _TAKES_VALUE
        elif word in COMMANDS:
            return word, [*words[:index], *words[index + 1 :]]
        else:
            return "open", list(words)
    return None, list(words)


def _store_path(name: str) -> Path:
    if not name or Path(name).is_dir():
        global_parser().error(f"--store needs the name of a file{f', {name} is a folder' if name else ''}")
    return Path(name)


def _without_command(words: list[str], store: Path | None) -> int:
    parser = global_parser()
    args, unknown = parser.parse_known_args(words)
    if args.version:
        print(f"copydesk {__version__}")
        return 0
    if args.help:
        parser.print_help()
        return 0
    from tui.commands.open import resume

    status = resume(unknown, store)
    if status is None:
        parser.print_help(sys.stderr)
        return 2
    return status


def global_parser() -> argparse.ArgumentParser:
    """The parser of a command line without a command."""
    width = max(map(len, COMMANDS))
    commands = "\n".join(f"  {name:<{width}}  {command.summary}" for name, command in COMMANDS.items())
    parser = Parser(
        prog="copydesk",
        usage="copydesk [COMMAND] [SOURCE ...] [OPTION ...]",
        description="Read several newsrooms' coverage of one story side by side; tag the claims you check.",
        epilog=f"""commands:
{commands}

A source is a file (.txt, .md, .html), a folder with the articles of one story, a web address, or - for
standard input. Without any word the story you had open last is opened again.

examples:
  copydesk sample                       try it on a sample story
  copydesk coverage/                    open all articles of a folder
  copydesk ap.txt reuters.md bbc.html   open three files
  copydesk open coverage/ --plain       in lines, on any terminal
  copydesk compare coverage/            print the findings instead
  copydesk COMMAND --help               say more about one command

{_STORE_HELP}""",
        formatter_class=HelpFormatter,
        add_help=False,
        allow_abbrev=False,
    )
    parser.add_argument("-h", "--help", action="store_true", help="show this help")
    parser.add_argument("--version", action="store_true", help="show the version")
    return parser
