"""TOML with the line of every value, which the standard library's parser does not tell."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tui.settings.model import Problem

LONGEST_LINE = 4_000
"""Characters: a key of many parts takes time in the square of its length."""
LONGEST_VALUE = 200
"""Lines a single value may span: each is tried as an end of it."""

Path = tuple[str | int, ...]
_PLACE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)")


@dataclass(frozen=True, slots=True)
class Entry:
    """One value, what leads to it (names of tables, places in arrays of tables), and its line, from 1."""

    path: Path
    value: Any
    line: int


class NotToml(Exception):
    """The text is no TOML; `problem` says where and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def entries(text: str) -> list[Entry]:
    """Every value of a document that is no table, in its order; empty tables are values.

    Raises:
        NotToml: the text is no TOML, or nested or stretched beyond reason.
    """
    for number, line in enumerate(text.splitlines(), start=1):
        if len(line) > LONGEST_LINE:
            raise NotToml(Problem(number, f"longer than {LONGEST_LINE:,} characters"))
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise NotToml(_problem(error, text)) from None
    except (RecursionError, ValueError):
        raise NotToml(Problem(None, "nested too deeply, or with a number that is too long")) from None
    try:
        return list(_entries(text))
    except RecursionError:
        raise NotToml(Problem(None, "nested too deeply")) from None


def _entries(text: str) -> Iterator[Entry]:
    header: Path = ()
    tables: dict[Path, int] = {}
    for line, statement in _statements(text):
        parsed = tomllib.loads(statement)
        if statement.lstrip().startswith("["):
            header = _header(parsed, tables)
            yield Entry(header, {}, line)
        else:
            yield from (Entry((*header, *path), value, line) for path, value in _leaves(parsed))


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """The statements of a document with the line each begins on; a value may go on over several lines."""
    pending, first = "", 0
    for number, line in enumerate(text.split("\n"), 1):
        first = first if pending else number
        pending += line + "\n"
        try:
            found = tomllib.loads(pending)
        except tomllib.TOMLDecodeError:
            if number - first >= LONGEST_VALUE:
                raise NotToml(Problem(first, f"a value of more than {LONGEST_VALUE} lines is not read")) from None
            continue
        if found:
            yield first, pending
        pending = ""


def _header(parsed: dict[str, Any], tables: dict[Path, int]) -> Path:
    """The path of a table's header; an array of tables counts on from the one before."""
    path: Path = ()
    value: Any = parsed
    while isinstance(value, dict) and value:
        ((name, value),) = value.items()
        path = (*path, name)
        if isinstance(value, list):
            tables[path] = tables.get(path, -1) + 1
            return (*path, tables[path])
        if path in tables and value:
            path = (*path, tables[path])
    return path


def _leaves(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    if isinstance(value, dict) and value:
        for name, inner in value.items():
            yield from _leaves(inner, (*path, name))
    elif isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
        for place, item in enumerate(value):
            yield from _leaves(item, (*path, place))
    else:
        yield path, value


def _problem(error: tomllib.TOMLDecodeError, text: str) -> Problem:
    found = _PLACE.search(str(error))
    line = int(found[1]) if found and found[1] else max(1, text.count("\n") + (not text.endswith("\n")))
    what = _PLACE.sub("", str(error)).strip()
    return Problem(line, f"not valid TOML: {what[:1].lower()}{what[1:]}")


def quoted(text: str) -> str:
    """`text` as a TOML string."""
    return '"' + "".join(_escaped(character) for character in text) + '"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    if character.isprintable():
        return character
    return f"\\u{ord(character):04x}" if ord(character) < 0x10000 else f"\\U{ord(character):08x}"
