"""Editing text in the editor's own program, with the desk out of the way meanwhile."""

import os
import shlex
import subprocess
import tempfile
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

from textual.app import App, SuspendNotSupported

from tui.story.sanitise import sanitise

DEFAULT = "vi"


class OutsideError(Exception):
    """The program could not be used; the message is one sentence for the editor."""


def edited(app: App[Any], text: str, name: str = "note.txt") -> str:
    """The text as it is after editing in $VISUAL or $EDITOR, without blanks at its end.

    `name` is that of the file it is edited in.

    Raises:
        OutsideError: the program could not be started, failed, or left no text that can be read.
    """
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or DEFAULT
    with tempfile.TemporaryDirectory(prefix="copydesk-") as folder:
        file = Path(folder) / name
        file.write_text(text and text + "\n", encoding="utf-8")
        try:
            with _suspended(app):
                done = subprocess.run([*shlex.split(command), str(file)], check=False)
        except (OSError, ValueError) as error:
            raise OutsideError(f"{command} cannot be started: set EDITOR to your editor ({error})") from None
        except SuspendNotSupported:
            raise OutsideError("no other program can be opened here: type it here, in one line") from None
        if done.returncode:
            raise OutsideError(f"{command} failed with status {done.returncode}: the text is as it was")
        try:
            return sanitise(file.read_text(encoding="utf-8")).rstrip()
        except (OSError, UnicodeDecodeError):
            raise OutsideError("what the program left cannot be read: the text is as it was") from None


def _suspended(app: App[Any]) -> AbstractContextManager[None]:
    """The terminal given to the other program; without one there is nothing to give."""
    return nullcontext() if app.is_headless else app.suspend()
