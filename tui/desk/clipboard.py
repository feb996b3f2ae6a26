"""The clipboard of the editor's own terminal: text is sent to it through the line, and nothing comes back."""

import os
from base64 import b64encode
from collections.abc import Mapping
from typing import Any

from textual.app import App

LARGEST = 74_000
"""How many bytes terminals take at once, encoded."""


def clipboard_sequence(text: str, environment: Mapping[str, str]) -> str:
    """What has a terminal put `text` on its clipboard (OSC 52).

    Inside tmux it goes twice: wrapped, for tmux to hand through where it is allowed to (`allow-passthrough`), and
    plain, for tmux to take itself where it does that (`set-clipboard on`).
    """
    plain = f"\x1b]52;c;{b64encode(text.encode()).decode()}\a"
    if not environment.get("TMUX"):
        return plain
    return f"\x1bPtmux;{plain.replace(chr(27), chr(27) * 2)}\x1b\\{plain}"


def send_to_terminal(app: App[Any], text: str) -> str:
    """Send text to the terminal's clipboard; the sentence that says so, for there is never an answer."""
    words = f"{len(text.split())} words"
    sequence = clipboard_sequence(text, os.environ)
    if len(sequence) > LARGEST:
        return f"{words}: too much for a terminal; :copy FILE writes them to a file"
    app._clipboard = text
    if app._driver is not None:
        app._driver.write(sequence)
        app._driver.flush()
    return f"{words} sent to the terminal"
