"""The terminal: its size, what it is said to be able to do, and what it makes of the marks."""

import locale
import os
import re
import select
import sys
import termios
import time
import tty
from collections.abc import Iterator, Mapping

from tui.commands.health.finding import Finding, broken, fine, note
from tui.commands.plain import CANNOT_BE_DRAWN_ON
from tui.story.sanitise import sanitise_line

SMALLEST = (40, 12)
COMFORTABLE = (80, 24)
GLYPHS = "≈·─│▌…“”"
_ANSWER = re.compile(rb"\x1b\[\d+;(\d+)R")
_ANSWER_SECONDS = 1.0


def terminal() -> Iterator[Finding]:
    """What the desk will find; a pipe in place of a terminal is told, and the rest judged by the environment."""
    there = sys.stdin.isatty() and sys.stdout.isatty()
    if there:
        yield from size_of(os.get_terminal_size(sys.stdout.fileno()))
    else:
        yield note("no terminal here, the output or the input is a pipe: the desk needs one, the other commands do not")
    yield from kind_of(os.environ)
    yield encoding_of(locale.getlocale(locale.LC_CTYPE)[1] or locale.getencoding(), os.environ)
    if there and os.environ.get("TERM", "") not in CANNOT_BE_DRAWN_ON:
        yield width_of_marks(_measured_column())


def size_of(size: tuple[int, int]) -> Iterator[Finding]:
    """Whether there is room for the desk; `size` in cells."""
    width, height = size
    room = f"{width} by {height} cells"
    if not width or not height:
        yield note("the terminal does not say its size: 80 by 24 is taken, `stty cols 80 rows 24` tells it")
    elif width < SMALLEST[0] or height < SMALLEST[1]:
        yield broken(f"{room}: the desk needs {SMALLEST[0]} by {SMALLEST[1]} at least, make the window larger")
    elif width < COMFORTABLE[0] or height < COMFORTABLE[1]:
        yield note(f"{room}: the desk works there, with more ease from {COMFORTABLE[0]} by {COMFORTABLE[1]}")
    else:
        yield fine(f"{room}, room for {width // 37} articles side by side")


def kind_of(environment: Mapping[str, str]) -> Iterator[Finding]:
    """What TERM, colours, tmux and the line say."""
    name = sanitise_line(environment.get("TERM", ""))
    if name in CANNOT_BE_DRAWN_ON:
        said = f"TERM={name}" if name else "TERM is not set"
        yield note(
            f"{said}: the desk is read in lines, as with --plain; `export TERM=xterm-256color` where that is wrong"
        )
    else:
        yield _entry_of(name)
    if environment.get("NO_COLOR"):
        yield fine("NO_COLOR is set: marks and underlines only, nothing is lost")
    elif environment.get("COLORTERM") in ("truecolor", "24bit"):
        yield fine("all colours")
    if environment.get("TMUX"):
        yield note("inside tmux: copied text needs `set -g set-clipboard on` there to reach the clipboard")
    elif name.startswith("screen"):
        yield note("inside screen: copied text does not reach the clipboard")
    if environment.get("SSH_CONNECTION"):
        yield fine("over SSH: the desk sends only what changed on the screen")


def _entry_of(name: str) -> Finding:
    import curses

    try:
        curses.setupterm(name, 1)
        colours = curses.tigetnum("colors")
    except (curses.error, ValueError):
        return note(f"TERM={name} is not known on this machine: if the screen looks odd, `export TERM=xterm-256color`")
    return fine(f"TERM={name}, {colours} colours" if colours > 0 else f"TERM={name}, no colours: marks only")


def encoding_of(encoding: str, environment: Mapping[str, str]) -> Finding:
    """Whether letters beyond ASCII reach the terminal."""
    if encoding.replace("-", "").casefold() == "utf8":
        return fine("UTF-8")
    # The first of these that is set decides, so it is the one to set anew.
    name = next((each for each in ("LC_ALL", "LC_CTYPE", "LANG") if environment.get(each)), "")
    said = f"{name}={sanitise_line(environment[name])}" if name else "no LANG is set"
    return note(
        f"the locale is not UTF-8 ({said}): accents and quotes may look wrong, `export {name or 'LANG'}=C.UTF-8`"
    )


def width_of_marks(column: int | None) -> Finding:
    """What the column of the cursor, from 0, after the marks were printed says; None where nothing answered."""
    if column is None:
        return note("the terminal does not say where its cursor is: marks are taken to be one cell wide")
    if column > len(GLYPHS):
        return note("marks are drawn two cells wide: the desk uses ASCII ones; set ambiguous characters to narrow")
    return fine("marks are one cell wide")


def _measured_column() -> int | None:
    """Print the marks at the start of the line, ask where the cursor is, and wipe them out again."""
    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)
    try:
        tty.setcbreak(descriptor)
        os.write(sys.stdout.fileno(), f"\r{GLYPHS}\x1b[6n".encode())
        return _answered(descriptor)
    finally:
        os.write(sys.stdout.fileno(), b"\r\x1b[K")
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)


def _answered(descriptor: int) -> int | None:
    received = b""
    until = time.monotonic() + _ANSWER_SECONDS
    while (left := until - time.monotonic()) > 0 and select.select([descriptor], [], [], left)[0]:
        piece = os.read(descriptor, 64)
        received += piece
        if match := _ANSWER.search(received):
            return int(match[1]) - 1
        if not piece:
            return None
    return None
