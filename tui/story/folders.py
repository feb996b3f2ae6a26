"""A folder as a story: which files it holds, and what its meta.json says of them."""

import json
import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from tui.story.decoding import decode
from tui.story.metadata import Metadata, metadata
from tui.story.model import Problem
from tui.story.reading import UnreadableError, read_file, reason
from tui.story.sanitise import sanitise_line

SUFFIXES = (".txt", ".md", ".html")
_MOST_META_BYTES = 1_000_000
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Folder:
    """A story's files in natural name order, what meta.json says of each by name, and what went wrong."""

    files: tuple[Path, ...]
    metadata: dict[str, Metadata]
    problems: tuple[Problem, ...]


def read_folder(path: Path) -> Folder:
    """The articles directly in the folder `path`; hidden files and other suffixes are passed over.

    A symbolic link is followed only to another place inside the folder.

    Raises:
        UnreadableError: the folder cannot be listed, or has no article.
    """
    problems: list[Problem] = []
    files: dict[Path, Path] = {}
    root = path.resolve()
    for entry in _entries(path):
        if Path(entry.name).suffix.lower() not in SUFFIXES:
            continue
        target = _resolved(entry)
        if not target.is_relative_to(root):
            problems.append(
                Problem(sanitise_line(entry.path), "a link to a file outside the folder: open that file itself")
            )
        elif entry.is_dir(follow_symlinks=False):
            continue
        else:
            files.setdefault(target, path / entry.name)
    if not files and not problems:
        raise UnreadableError(_emptiness(path))
    found, more = _read_meta(path / "meta.json", {file.name for file in files.values()})
    return Folder(tuple(files.values()), found, (*problems, *more))


def stories_in(path: Path) -> list[Path]:
    """The folders directly in `path` that hold an article, in natural name order; none if unreadable."""
    try:
        return [
            Path(entry.path) for entry in _entries(path) if _is_own_folder(entry) and _has_articles(Path(entry.path))
        ]
    except UnreadableError:
        return []


def natural_key(name: str) -> tuple[tuple[int, int, str], ...]:
    """A sort key by which "page 9" comes before "page 10", whatever the case."""
    parts = re.findall(r"[0-9]+|[^0-9]+", name.casefold())
    return tuple((0, int(part), part) if part[0] in "0123456789" else (1, 0, part) for part in parts)


def _entries(path: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(path) as entries:
            seen = [entry for entry in entries if not entry.name.startswith(".")]
    except OSError as error:
        raise UnreadableError(reason(error)) from error
    return sorted(seen, key=lambda entry: (natural_key(entry.name), entry.name))


def _resolved(entry: os.DirEntry[str]) -> Path:
    try:
        return Path(entry.path).resolve()
    except (OSError, RuntimeError):
        return Path(entry.path).absolute()


def _is_own_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _has_articles(path: Path) -> bool:
    try:
        entries = _entries(path)
    except UnreadableError:
        return False
    return any(Path(entry.name).suffix.lower() in SUFFIXES and not _is_own_folder(entry) for entry in entries)


def _emptiness(path: Path) -> str:
    inside = len(stories_in(path))
    if inside:
        return f"a folder of {inside} {'story' if inside == 1 else 'stories'}: open one of the folders inside it"
    return "a folder without articles: it needs .txt, .md or .html files directly in it"


def _read_meta(path: Path, names: set[str]) -> tuple[dict[str, Metadata], list[Problem]]:
    try:
        if not stat.S_ISREG(os.lstat(path).st_mode):
            return {}, [Problem(sanitise_line(str(path)), "passed over: not a regular file")]
        if path.stat().st_size > _MOST_META_BYTES:
            return {}, [Problem(sanitise_line(str(path)), "passed over: too large to be a list of articles")]
        content = json.loads(decode(read_file(path, follow=False)))
    except FileNotFoundError:
        return {}, []
    except OSError as error:
        return {}, [Problem(sanitise_line(str(path)), reason(error))]
    except UnreadableError as error:
        return {}, [Problem(sanitise_line(str(path)), str(error))]
    except (ValueError, RecursionError):
        return {}, [Problem(sanitise_line(str(path)), "passed over: not valid JSON")]
    entries = content.get("articles") if isinstance(content, dict) else None
    if not isinstance(entries, list):
        return {}, [Problem(sanitise_line(str(path)), 'passed over: it has no list under "articles"')]
    return _by_name(entries, names, sanitise_line(str(path)))


def _by_name(entries: list[object], names: set[str], source: str) -> tuple[dict[str, Metadata], list[Problem]]:
    found: dict[str, Metadata] = {}
    strangers: list[str] = []
    for entry in entries:
        file = entry.get("file") if isinstance(entry, dict) else None
        if not isinstance(entry, dict) or not isinstance(file, str):
            continue
        if file not in names:
            strangers.append(sanitise_line(file[:100]))
            continue
        found.setdefault(
            file,
            metadata(
                title=entry.get("title"), outlet=entry.get("source"), author=entry.get("author"),
                published=entry.get("date"), url=entry.get("url"),
            ),
        )  # fmt: skip
    if not strangers:
        return found, []
    rest = f" and {len(strangers) - _NAMED} more" if len(strangers) > _NAMED else ""
    message = f"names files that are not in the folder: {', '.join(strangers[:_NAMED])}{rest}"
    return found, [Problem(source, message)]
