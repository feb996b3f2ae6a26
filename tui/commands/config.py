"""Your settings: your name, theme and panes, keys, tags and statuses, and who publishes.

Try:
  copydesk config edit          open the file in $EDITOR, made if need be
  copydesk config show          what holds now, and what is wrong
  copydesk config show --keys   the actions of the desk and their keys
  copydesk config path          where the file is
"""

import argparse
import os
import sys
from pathlib import Path

from tui.commands.errors import CommandError
from tui.commands.parsing import add_word, name_words
from tui.settings import Problem, Settings, config_path, load_settings, login_name

FALLBACK_EDITOR = "vi"
PATH_HELP = """\
Where the file of settings is, whether it is there or not.

Try:
  copydesk config path
  COPYDESK_CONFIG=mine.toml copydesk config path   another file for once
"""
SHOW_HELP = """\
The settings in force, defaults marked, and what is wrong with the file, by line; 1 if anything is.

Try:
  copydesk config show
  copydesk config show --keys   every action of the desk, its name and the keys it has now
"""
EDIT_HELP = """\
Open the file of settings in $EDITOR, made with every setting as a comment where there is none; it is checked
afterwards.

Try:
  copydesk config edit
  EDITOR=nano copydesk config edit
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the words that may follow `copydesk config`."""
    words = parser.add_subparsers(dest="word", metavar="WORD", required=True)
    add_word(words, "path", "print where the file is", PATH_HELP).set_defaults(run=_path)
    show = add_word(words, "show", "print the settings in force, defaults marked", SHOW_HELP)
    show.add_argument("--keys", action="store_true", help="the actions of the desk with their keys instead")
    show.set_defaults(run=_show)
    add_word(words, "edit", "open the file in $EDITOR, then check it", EDIT_HELP).set_defaults(run=_edit)
    name_words(words)


def run(args: argparse.Namespace) -> int:
    """Do what the word after `config` asks for."""
    return int(args.run(args))


def problems_of(settings: Settings) -> tuple[Problem, ...]:
    """All that is wrong with the settings, theme and keys held against what the desk has; in order of lines."""
    return _in_force(settings).problems


def _in_force(settings: Settings) -> Settings:
    """The settings with only what holds."""
    if not settings.keys and settings.desk.theme is None:
        return settings
    from tui.desk.configuring import in_force

    return in_force(settings)


def _path(args: argparse.Namespace) -> int:
    from tui.story.sanitise import sanitise_line

    # For a program the path as it is, for a terminal nothing that would command it.
    print(sanitise_line(str(config_path())) if sys.stdout.isatty() else config_path())
    return 0


def _show(args: argparse.Namespace) -> int:
    settings = load_settings()
    if args.keys:
        _print_keys(settings)
    else:
        from tui.settings.showing import shown

        print(shown(_in_force(settings), login_name()), end="")
    return _tell(settings)


def _print_keys(settings: Settings) -> None:
    from tui.desk.keyboard.actions import ACTIONS
    from tui.desk.keyboard.keymap import with_keys
    from tui.desk.keyboard.keys import show_keys

    for action in with_keys(ACTIONS, settings.keys).actions:
        keys = " ".join(map(show_keys, action.keys))
        print(f"{action.id:<22}{keys:<16}{action.title}")


def _tell(settings: Settings) -> int:
    """Print what is wrong; the exit status that follows from it."""
    from tui.story.sanitise import sanitise_line

    problems = problems_of(settings)
    for problem in problems:
        print(sanitise_line(f"copydesk: {config_path()}: {problem}"), file=sys.stderr)
    return 1 if problems else 0


def _edit(args: argparse.Namespace) -> int:
    path = config_path()
    if not sys.stdin.isatty() or not sys.stdout.isatty():
        raise CommandError(f"config edit needs a terminal: the file is {path}")
    _make(path)
    import shlex
    import subprocess

    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or FALLBACK_EDITOR
    try:
        done = subprocess.run([*shlex.split(command), str(path)], check=False)
    except (OSError, ValueError) as error:
        raise CommandError(f"{command} cannot be started: set EDITOR to your editor ({error})") from None
    if done.returncode:
        raise CommandError(f"{command} failed with status {done.returncode}")
    return _tell(load_settings())


def _make(path: Path) -> None:
    """Make the file, for its owner alone, with every setting in it as a comment; one that is there stays."""
    from tui.settings.template import TEMPLATE

    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    except OSError as error:
        raise CommandError(f"{path} cannot be made: {error.strerror or error}") from None
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(TEMPLATE)
