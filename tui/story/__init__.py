"""Articles in: from files, folders and standard input to sanitised text cut into passages."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO

from tui.story.model import Article, Passage, PassageKind, Problem, Story
from tui.story.sanitise import sanitise, sanitise_line

__all__ = [
    "Article",
    "Passage",
    "PassageKind",
    "Problem",
    "Story",
    "load",
    "sanitise",
    "sanitise_line",
    "stories_in",
]


def load(
    sources: Sequence[str | Path],
    *,
    stdin: BinaryIO | None = None,
    name: str | None = None,
    progress: Callable[[int], None] | None = None,
    keep_duplicates: bool = False,
    allow_private: bool = False,
) -> Story:
    """The story made of `sources`: files (.txt .md .html …), folders, web addresses, "-" once for standard input.

    What cannot be opened becomes a `Problem` in `Story.problems`, the rest still opens. `stdin` stands in for
    standard input; `name` names the story, else its folder or the title of its first article does.
    `progress` is called with the number of articles read so far; what it raises ends the reading. An article that
    repeats another is left out with a note in `Story.notes`, unless `keep_duplicates`. `allow_private` lets web
    addresses lead to this machine and its network.
    """
    from tui.story.loading import load as load_story

    return load_story(
        sources, stdin=stdin, name=name, progress=progress, keep_duplicates=keep_duplicates,
        allow_private=allow_private,
    )  # fmt: skip


def stories_in(folder: Path) -> list[Path]:
    """The folders directly in `folder` that hold at least one article, in natural name order."""
    from tui.story.folders import stories_in as stories

    return stories(folder)
