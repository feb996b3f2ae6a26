"""Quotes with their source, for the clipboard of the editor's own terminal, a file, or standard output."""

import os
from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from textual.app import App

from tui.compare.model import Link
from tui.desk.draw.words import byline, in_quotes
from tui.desk.lines import one_line
from tui.story.model import Article, Story

LARGEST = 74_000
"""How many bytes terminals take at once, encoded."""


def quote_with_source(article: Article, number: int, start: int, end: int) -> str:
    """The words from `start` to `end`, and below them where they stand: source, address, code points."""
    passage = next((n for n, piece in enumerate(article.passages, start=1) if start < piece.end), 1)
    where = f"{number + 1}:{passage}, characters {start} to {end}"
    title = one_line(article.title)
    source = article.url or article.path or article.source
    return (
        f"{in_quotes(one_line(article.text[start:end]))}\n— {byline(article)}: {title} ({where})\n  {one_line(source)}"
    )


def both_wordings(story: Story, link: Link) -> str:
    """Both sides of a link with their sources, and why they are linked."""
    reason = f"{link.kind}: {link.reason}" if link.relation == "conflict" else f"the same, {link.kind}"
    sides = [
        quote_with_source(story.articles[side.article], side.article, side.start, side.end) for side in (link.a, link.b)
    ]
    return "\n\n".join([*sides, reason])


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


def append_to(file: str, text: str) -> str:
    """Append text to a file; the sentence that says so, or why not."""
    path = Path(file).expanduser()
    try:
        with path.open("a", encoding="utf-8") as opened:
            opened.write(text + "\n\n")
    except (OSError, ValueError) as error:
        return f"not written: {getattr(error, 'strerror', None) or error}: {file}"
    return f"{len(text.split())} words written to {path}"
