"""The keyboard, when standard input has been read as an article."""

import os

from tui.commands.errors import CommandError


def keyboard_from_terminal() -> None:
    """Make the controlling terminal the standard input, if that is not a terminal already.

    Raises:
        CommandError: the process has no controlling terminal.
    """
    if os.isatty(0):
        return
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        raise CommandError("the desk needs a keyboard: use `copydesk compare` to print the findings instead") from None
    os.dup2(terminal, 0)
    os.close(terminal)
