"""Open sources as one story: files, folders, web addresses, standard input; what cannot be opened is a problem."""

import hashlib
import json
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from tui.story.articles import read_article
from tui.story.duplicates import Seen
from tui.story.folders import read_folder
from tui.story.metadata import Metadata
from tui.story.model import Article, Problem, Story
from tui.story.parts import JSON_LINES, articles_of_lines, articles_of_stream
from tui.story.reading import UnreadableError, read_file, read_stream
from tui.story.sanitise import sanitise_line
from tui.story.titles import story_name

__all__ = ["load", "read_article"]

_WEB = re.compile(r"https?://", re.I)
_OTHER_SCHEME = re.compile(r"(?!https?://)[a-z][a-z0-9+.-]{1,20}://", re.I)


@dataclass(slots=True)
class _Opened:
    """The articles, problems and notes so far, in the order of the sources."""

    progress: Callable[[int], None]
    seen: Seen | None
    allow_private: bool
    articles: list[Article] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    folders: list[str] = field(default_factory=list)

    def add(self, article: Article) -> None:
        """Take one more article, unless it was there before."""
        self.notes.extend(Problem(article.source, warning) for warning in article.warnings)
        repeated = self.seen.twin(article) if self.seen else None
        if repeated:
            twin, manner = repeated
            called = f"{twin.source} ({twin.title})" if twin.source == article.source else twin.source
            self.notes.append(Problem(article.source, f"{manner} as {called}: opened once"))
            return
        self.articles.append(article)
        self.progress(len(self.articles))


def _silent(count: int) -> None:
    """No one asked to be told."""


def load(
    sources: Sequence[str | Path],
    *,
    stdin: BinaryIO | None = None,
    name: str | None = None,
    progress: Callable[[int], None] | None = None,
    keep_duplicates: bool = False,
    allow_private: bool = False,
) -> Story:
    """The story made of `sources`: files (.txt .md .html …), folders, web addresses, and "-" once for standard input.

    A source that cannot be opened, or not wholly, becomes a `Problem`; the others still open. `stdin` stands
    in for standard input; `name` names the story, which otherwise is called after its folder, or after the
    title of its first article. `progress` is called with the number of articles read so far; what it raises
    ends the reading. An article that repeats another is left out with a note, unless `keep_duplicates`.
    `allow_private` lets web addresses lead to this machine and its network. The articles' ids are "a1", "a2" …
    in the order given.
    """
    opened = _Opened(progress or _silent, None if keep_duplicates else Seen(), allow_private)
    stdin_taken = False
    try:
        for source in sources:
            if source == "-" and stdin_taken:
                opened.problems.append(Problem("-", "standard input can be read only once: give - once"))
            else:
                _open(source, opened, stdin)
            stdin_taken = stdin_taken or source == "-"
    finally:
        _end_extractors()
    articles = tuple(replace(article, id=f"a{number}") for number, article in enumerate(opened.articles, start=1))
    alone = len(sources) == 1 and opened.folders
    called = sanitise_line(name or (opened.folders[0] if alone else "")) or story_name(articles)
    return Story(story_id(articles), called, articles, tuple(opened.problems), tuple(opened.notes))


def _end_extractors() -> None:
    # Whoever read a page has imported what reads them; plain text goes without.
    webpage = sys.modules.get("tui.story.webpage")
    if webpage is not None:
        webpage.end_extractors()


def _open(source: str | Path, opened: _Opened, stdin: BinaryIO | None) -> None:
    shown = sanitise_line(str(source))
    try:
        if source == "":
            raise UnreadableError("an empty name: give a file, a folder, or - for standard input")
        if source == "-":
            opened.problems.extend(articles_of_stream(_standard_input(stdin), "-", opened.add))
        elif isinstance(source, str) and _WEB.match(source):
            from tui.story.fetching.article import fetch_article

            opened.add(fetch_article(source, allow_private=opened.allow_private))
        elif isinstance(source, str) and _OTHER_SCHEME.match(source) and not Path(source).exists():
            raise UnreadableError("only addresses with http:// and https:// are opened")
        elif _is_folder(Path(source)):
            _open_folder(Path(source), opened)
        else:
            _open_file(Path(source), shown, opened)
    except UnreadableError as error:
        opened.problems.append(Problem(shown, str(error)))


def _standard_input(stdin: BinaryIO | None) -> bytes:
    if stdin is None and sys.stdin is None:
        raise UnreadableError("standard input is closed: pipe the text in, or give a file")
    return read_stream(stdin or sys.stdin.buffer)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _open_folder(path: Path, opened: _Opened) -> None:
    folder = read_folder(path)
    opened.folders.append(path.resolve().name)
    opened.problems.extend(folder.problems)
    for file in folder.files:
        shown = sanitise_line(str(file))
        try:
            opened.add(_from_file(file, shown, folder.metadata.get(file.name)))
        except UnreadableError as error:
            opened.problems.append(Problem(shown, str(error)))


def _open_file(path: Path, shown: str, opened: _Opened) -> None:
    if path.suffix.lower() in JSON_LINES:
        opened.problems.extend(articles_of_lines(read_file(path), shown, opened.add))
    else:
        opened.add(_from_file(path, shown))


def _from_file(path: Path, shown: str, known: Metadata | None = None) -> Article:
    return read_article(read_file(path), shown, path=_identity(path), known=known)


def _identity(path: Path) -> str:
    """The absolute path of `path`, links resolved, with what must not be shown written as escapes."""
    try:
        absolute = str(path.resolve())
    except (OSError, RuntimeError):
        absolute = str(path.absolute())
    return "".join(
        character if sanitise_line(character) == character else f"\\x{ord(character):02x}" for character in absolute
    )


def story_id(articles: Sequence[Article]) -> str:
    """The id of a story of these articles, whatever their order."""
    identities = sorted({article.identity for article in articles})
    return hashlib.sha256(json.dumps(identities).encode()).hexdigest()[:16]
