"""Text for terminals and text files: nothing in it can control what shows it."""

import textwrap
from datetime import datetime

from tui.story.sanitise import sanitise


def one_line(text: str | None) -> str:
    """`text` without control characters, and every run of white space as one space."""
    return " ".join(sanitise(text or "").split())


def wrapped(text: str, first: str, rest: str, width: int) -> list[str]:
    """`text` in lines of at most `width` columns, `first` and `rest` going before the first and later ones."""
    lines = textwrap.wrap(
        text, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False, break_long_words=True
    )
    return lines or [first.rstrip()]


def cut(text: str, width: int) -> str:
    """`text` on one line, ending in "…" where it is longer than `width` characters."""
    line = one_line(text)
    return line if len(line) <= width else line[: max(0, width - 1)].rstrip() + "…"


def local_time(moment: str | None) -> str:
    """A time of the store as people here read it, to the minute; as it stands where it is none."""
    if not moment:
        return ""
    try:
        return datetime.fromisoformat(moment).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return one_line(moment)


def published_time(moment: str | None) -> str:
    """When something was published: a day as it stands, a time of day as it is here; empty where it is not known."""
    known = moment or ""
    return local_time(known) if len(known) > len("2026-03-02") else one_line(known)
