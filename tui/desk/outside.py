"""Editing text in the editor's own program, with the desk out of the way meanwhile."""

import os
import shlex
import subprocess
import tempfile
from contextlib import AbstractContextManager
from pathlib import Path

from tui.story.sanitise import sanitise

DEFAULT = "vi"


class OutsideError(Exception):
    """The program could not be used; the message is one sentence for the editor."""


def edited(away: AbstractContextManager[None], text: str, name: str) -> str:
    """The text as it is after editing in $VISUAL or $EDITOR, without blanks at its end.

    The desk is `away` from the terminal meanwhile; `name` is that of the file it is edited in.

    Raises:
        OutsideError: the program could not be started, failed, or left no text that can be read.
    """
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or DEFAULT
    with tempfile.TemporaryDirectory(prefix="copydesk-") as folder:
        file = Path(folder) / name
        file.write_text(text and text + "\n", encoding="utf-8")
        try:
            with away:
                done = subprocess.run([*shlex.split(command), str(file)], check=False)
        except (OSError, ValueError) as error:
            raise OutsideError(f"{command} cannot be started: set EDITOR to your editor ({error})") from None
        if done.returncode:
            raise OutsideError(f"{command} failed with status {done.returncode}: the text is as it was")
        try:
            return sanitise(file.read_text(encoding="utf-8")).rstrip()
        except (OSError, UnicodeDecodeError):
            raise OutsideError("what the program left cannot be read: the text is as it was") from None
