"""Open sources as one story: files, folders, standard input; what cannot be opened becomes a problem."""

import hashlib
import json
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from tui.story.decoding import declared_charset, decode
from tui.story.folders import read_folder
from tui.story.frontmatter import split_front_matter
from tui.story.htmlpage import read_page
from tui.story.language import detect
from tui.story.metadata import Metadata
from tui.story.model import Article, Problem, Story
from tui.story.passages import passages
from tui.story.reading import UnreadableError, read_file, read_stream
from tui.story.sanitise import sanitise, sanitise_line
from tui.story.titles import story_name, title_of

_WEB = re.compile(r"https?://", re.I)
_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html)\b", re.I)
_MARKDOWN = (".md", ".markdown")
_HTML = (".html", ".htm", ".xhtml")


@dataclass(slots=True)
class _Opened:
    """The articles and problems so far, in the order of the sources."""

    progress: Callable[[int], None]
    articles: list[Article] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    folders: list[str] = field(default_factory=list)

    def add(self, article: Article) -> None:
        """Take one more article."""
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
) -> Story:
    """The story made of `sources`: files (.txt .md .html), folders, and "-" once for standard input.

    A source that cannot be opened, or not wholly, becomes a `Problem`; the others still open. `stdin` stands
    in for standard input; `name` names the story, which otherwise is called after its folder, or after the
    title of its first article. `progress` is called with the number of articles read so far; what it raises
    ends the reading. The articles' ids are "a1", "a2" … in the order given.
    """
    opened = _Opened(progress or _silent)
    stdin_taken = False
    for source in sources:
        if source == "-" and stdin_taken:
            opened.problems.append(Problem("-", "standard input can be read only once: give - once"))
        else:
            _open(source, opened, stdin)
        stdin_taken = stdin_taken or source == "-"
    articles = tuple(replace(article, id=f"a{number}") for number, article in enumerate(opened.articles, start=1))
    alone = len(sources) == 1 and opened.folders
    called = sanitise_line(name or (opened.folders[0] if alone else "")) or story_name(articles)
    return Story(_story_id(articles), called, articles, tuple(opened.problems))


def read_article(data: bytes, source: str, *, path: str | None = None, known: Metadata | None = None) -> Article:
    """The article in `data`, the content of a file or stream; `known` fills what it does not say of itself.

    What kind of text it is follows from the suffix of `source`. `path` is the absolute path it came from.

    Raises:
        UnreadableError: it is not text, or has no words.
    """
    suffix = Path(source).suffix.lower()
    own, text = _own_words(data, suffix)
    text = sanitise(text)
    if not text.strip():
        raise UnreadableError("empty: there is no text in it")
    about = own.filled_from(known or Metadata())
    language = detect(text)
    cut = passages(text, language, about.title)
    return Article(
        id="a1",
        source=source,
        text=text,
        passages=cut,
        title=about.title or title_of(text, cut),
        sha256=hashlib.sha256(data).hexdigest(),
        language=language,
        outlet=about.outlet,
        author=about.author,
        published=about.published,
        updated=about.updated,
        url=about.url,
        path=path,
    )


def _own_words(data: bytes, suffix: str) -> tuple[Metadata, str]:
    # Standard input has no name to tell what it is.
    if suffix in _HTML or (not suffix and _PAGE.match(data)):
        return read_page(decode(data, declared_charset(data)))
    text = decode(data)
    return split_front_matter(text) if suffix in _MARKDOWN or not suffix else (Metadata(), text)


def _open(source: str | Path, opened: _Opened, stdin: BinaryIO | None) -> None:
    shown = sanitise_line(str(source))
    try:
        if source == "":
            raise UnreadableError("an empty name: give a file, a folder, or - for standard input")
        if source == "-":
            opened.add(read_article(_standard_input(stdin), "-"))
        elif isinstance(source, str) and _WEB.match(source):
            opened.problems.append(_not_fetched(shown))
        elif _is_folder(Path(source)):
            _open_folder(Path(source), opened)
        else:
            opened.add(_from_file(Path(source), shown))
    except UnreadableError as error:
        opened.problems.append(Problem(shown, str(error)))


def _standard_input(stdin: BinaryIO | None) -> bytes:
    if stdin is None and sys.stdin is None:
        raise UnreadableError("standard input is closed: pipe the text in, or give a file")
    return read_stream(stdin or sys.stdin.buffer)


def _not_fetched(shown: str) -> Problem:
    return Problem(shown, "web addresses are not opened directly: save it with `copydesk fetch` or open the file")


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


def _story_id(articles: Sequence[Article]) -> str:
    identities = sorted({article.identity for article in articles})
    return hashlib.sha256(json.dumps(identities).encode()).hexdigest()[:16]
