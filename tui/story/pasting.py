"""Pasted text as articles: parted, and kept as files that open like any other."""

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tui.story.frontmatter import split_front_matter
from tui.story.markdown import front_matter
from tui.story.metadata import Metadata
from tui.story.parts import MOST_ARTICLES, is_json_lines, is_whole, split_articles
from tui.story.reading import MAX_BYTES
from tui.story.sanitise import sanitise
from tui.story.titles import shortened, slug

FOLDER_MODE = 0o700
_FILE_MODE = 0o600
_FOLDER_ENDING = ".pasted"


class PasteError(Exception):
    """What was pasted cannot be taken; the message is one clear sentence."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """One pasted article: what it says of its publication, its text, and the suffix of the file to keep it in.

    `complete` says that its own form carries what is known of it, so that nothing needs to be asked.
    """

    about: Metadata
    text: str
    suffix: str = ".md"
    complete: bool = False

    @property
    def title(self) -> str:
        """Its title, else its first line."""
        lines = (line.strip() for line in self.text.split("\n"))
        return self.about.title or shortened(next((line for line in lines if line), ""))


def pasted_articles(text: str) -> tuple[Pasted, ...]:
    """The articles in pasted text: parted by a line `---` or a form feed; a web page or lines of JSON stay whole.

    Raises:
        PasteError: there are no words in it, or too many.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    data = text.encode("utf-8", "replace")
    if len(data) > MAX_BYTES:
        raise PasteError(f"more than {MAX_BYTES // 1_000_000} MB: paste the article alone")
    if is_json_lines(data):
        return (Pasted(Metadata(), text, ".jsonl", complete=True),)
    if is_whole(data):
        return (Pasted(Metadata(), text, ".html", complete=True),)
    parts = split_articles(text)
    if not parts:
        raise PasteError("there are no words in it: copy the article again")
    if len(parts) > MOST_ARTICLES:
        raise PasteError(f"more than {MOST_ARTICLES} articles: paste fewer at once")
    return tuple(Pasted(about, rest) for about, rest in map(split_front_matter, parts))


def pasted_folder(store: Path) -> Path:
    """Where the articles pasted into the desk on that store of claims are kept."""
    return store.with_name(store.name + _FOLDER_ENDING)


def keep(articles: Sequence[Pasted], folder: Path) -> list[Path]:
    """Keep each article in a file of its own in `folder`, for its owner alone; where the same is kept, that file.

    Raises:
        OSError: the folder cannot be written.
    """
    folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    return [_kept(article, folder) for article in articles]


def forget_pasted(store: Path, articles: Iterable[str]) -> None:
    """Remove the kept files of these articles, by their paths; articles kept elsewhere are left alone."""
    folder = Path(os.path.realpath(pasted_folder(store)))
    for path in map(Path, articles):
        if path.parent == folder:
            with suppress(OSError):
                path.unlink()


def _kept(article: Pasted, folder: Path) -> Path:
    content = _content(article).encode("utf-8", "replace")
    name = slug(article.title) or "pasted"
    number = 1
    while True:
        path = folder / f"{name}{'' if number == 1 else f'-{number}'}{article.suffix}"
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, _FILE_MODE)
        except FileExistsError:
            if path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content:
                return path
            number += 1
            continue
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        return path


def _content(article: Pasted) -> str:
    if article.complete:
        return article.text
    head = front_matter(article.about)
    text = sanitise(article.text).strip("\n")
    return f"---\n{head}---\n\n{text}\n" if head else f"{text}\n"
