"""The keyboard, when standard input has been read as an article."""

import os
import sys

from tui.commands.errors import CommandError


def keyboard_from_terminal() -> None:
    """Make the controlling terminal the standard input, if that is not a terminal already.

    Raises:
        CommandError: the process has no controlling terminal.
    """
    if sys.stdin is not None and sys.stdin.isatty():
        return
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        raise CommandError(
            "the desk needs a keyboard: use `copydesk compare` to print the findings instead"
        ) from None
    os.dup2(terminal, 0)
    os.close(terminal)
    sys.stdin = sys.__stdin__ = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
