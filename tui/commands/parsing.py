"""The parser of every command line, and of the words that may follow a command."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from argparse import _SubParsersAction

_WIDEST = 100


class HelpFormatter(argparse.RawDescriptionHelpFormatter):
    """Paragraphs filled to the width of the terminal; indented lines stay, remarks below them where they do not fit."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        import textwrap

        parts = []
        for paragraph in text.strip().split("\n\n"):
            if "\n  " in paragraph:
                lines = paragraph.splitlines()
                roomy = all(len(line) <= width for line in lines if "  " in line.strip())
                parts.append("\n".join(lines if roomy else map(_stacked, lines)))
            else:
                parts.append(textwrap.fill(paragraph, min(width, _WIDEST), break_long_words=False))
        return "\n\n".join(parts)


def _stacked(line: str) -> str:
    """A line of an example with its remark on a line of its own."""
    command, gap, remark = line.strip().partition("  ")
    return f"  {command}\n      {remark.strip()}" if gap else line


class Parser(argparse.ArgumentParser):
    """A parser whose complaints repeat nothing that would command the terminal."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the usage, and end with status 2."""
        from tui.story.sanitise import sanitise_line

        super().error(sanitise_line(message))


def add_word(
    words: _SubParsersAction[argparse.ArgumentParser], name: str, summary: str, explained: str
) -> argparse.ArgumentParser:
    """A word that may follow a command: a line for the command's help, and for its own a text that ends in examples."""
    return words.add_parser(
        name,
        help=summary,
        description=explained,
        formatter_class=HelpFormatter,
        allow_abbrev=False,
    )


def name_words(words: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Let usage and complaints name the words that there are."""
    words.metavar = " | ".join(words.choices)
