"""From the text of the configuration file to the settings: what fits is taken, the rest is pointed out."""

from collections.abc import Sequence
from typing import Any

from tui.settings import values
from tui.settings.model import (
    DEFAULT_TAGS,
    STATUS_LETTERS,
    CompareSettings,
    DeskSettings,
    KeySetting,
    Problem,
    PublisherSettings,
    Settings,
    StatusSetting,
    TagSetting,
)
from tui.settings.toml import Entry, NotToml, entries

TYPED_NAME = "/"
"""The key of the tag prompt that asks for a name: no tag may take it."""

TABLES = ("editor", "desk", "keys", "tags", "statuses", "compare", "publisher")


def read_settings(text: str) -> Settings:
    """The settings that a file with this text gives."""
    try:
        found = entries(text)
    except NotToml as error:
        return Settings(problems=(error.problem,))
    reading = _Reading()
    for entry in found:
        reading.take(entry)
    return reading.settings()


class _Reading:
    """What has been read of a file so far."""

    def __init__(self) -> None:
        self.simple: dict[tuple[str, str], Any] = {}
        self.lines: dict[tuple[str, str], int] = {}
        self.keys: dict[str, KeySetting] = {}
        self.tags: dict[str, str] = {}
        self.statuses: dict[str | int, list[Entry]] = {}
        self.ratings: dict[str, int] = {}
        self.unknown: set[str] = set()
        self.problems: list[Problem] = []

    def take(self, entry: Entry) -> None:
        """Read one value into its place, or note what is wrong with it."""
        try:
            self._take(entry)
        except values.Unfit as error:
            self.problems.append(Problem(entry.line, f"{_path(entry)} {error}"))

    def _take(self, entry: Entry) -> None:
        match entry.path:
            case (str(table), *_) if table not in TABLES:
                if table not in self.unknown:
                    self.unknown.add(table)
                    raise values.Unfit(f"is nothing that can be set{_meant(table, TABLES)}")
            case (str(table),) if entry.value != {}:
                shown = "[[statuses]]" if table == "statuses" else f"[{table}]"
                raise values.Unfit(f"is a table: write {shown} above its keys")
            case (_,):
                pass
            case ("keys", *names):
                action = ".".join(map(str, names))
                self.keys[action] = KeySetting(action, values.several(entry.value), entry.line)
            case ("tags", str(letter)):
                self._take_tag(letter, values.name(entry.value))
            case ("statuses", place, *_) if len(entry.path) > 1:
                self.statuses.setdefault(place, []).append(entry)
            case ("publisher", "ratings", str(verdict)):
                self.ratings[verdict] = values.whole(1, 5)(entry.value)
            case ("publisher", "ratings") if entry.value == {}:
                pass
            case (str(table), str(key)) if (table, key) in values.VALUES:
                self.simple[table, key] = values.VALUES[table, key](entry.value)
                self.lines[table, key] = entry.line
            case (str(table), *_):
                known = [key for of, key in values.VALUES if of == table] + ["ratings"] * (table == "publisher")
                raise values.Unfit(f"is no setting{_meant(str(entry.path[1]), known)}")

    def _take_tag(self, letter: str, name: str) -> None:
        if letter == TYPED_NAME or values.letter(letter) in self.tags:
            raise values.Unfit("cannot be the letter of a tag: it asks for a name")
        if name in self.tags.values():
            raise values.Unfit(f"names the tag {name!r} a second time")
        self.tags[letter] = name

    def settings(self) -> Settings:
        """All that was read, with the defaults for the rest."""
        statuses = self._statuses()
        publisher = PublisherSettings(**self._of("publisher"), ratings=tuple(self.ratings.items()))
        return Settings(
            editor=self.simple.get(("editor", "name")),
            desk=DeskSettings(**self._of("desk")),
            keys=tuple(self.keys.values()),
            tags=tuple(TagSetting(letter, name) for letter, name in self.tags.items()) or DEFAULT_TAGS,
            statuses=statuses,
            compare=CompareSettings(**self._of("compare")),
            publisher=publisher,
            given=frozenset(self.simple) | ({("tags", "")} if self.tags else frozenset()),
            lines=tuple(self.lines.items()),
            problems=tuple(sorted(self.problems, key=lambda problem: problem.line or 0)),
        )

    def _of(self, table: str) -> dict[str, Any]:
        return {key: value for (of, key), value in self.simple.items() if of == table}

    def _statuses(self) -> tuple[StatusSetting, ...]:
        found: list[StatusSetting] = []
        for given in self.statuses.values():
            try:
                found.append(_status(given, found))
            except _UnfitStatus as error:
                self.problems.append(Problem(error.line, f"[[statuses]] {error}"))
        return tuple(found)


class _UnfitStatus(values.Unfit):
    """What is wrong with a status, and the line."""

    def __init__(self, line: int, sentence: str) -> None:
        super().__init__(sentence)
        self.line = line


def _status(given: list[Entry], others: list[StatusSetting]) -> StatusSetting:
    """One status of the editor's own, from its values.

    Raises:
        _UnfitStatus: something is missing, wrong, or taken.
    """
    by_key = {str(entry.path[-1]): entry for entry in given if len(entry.path) == 3}
    if set(by_key) != set(values.STATUS):
        raise _UnfitStatus(given[0].line, "takes a letter, a name and a rating from 1 to 5, and nothing else")
    read: dict[str, Any] = {}
    for key, take in values.STATUS.items():
        try:
            read[key] = take(by_key[key].value)
        except values.Unfit as error:
            raise _UnfitStatus(by_key[key].line, f"{key} {error}") from None
    status = StatusSetting(**read)
    taken = {**STATUS_LETTERS, **{other.letter: other.name for other in others}}
    if status.letter in taken:
        whose = taken[status.letter] or "the prompt itself"
        raise _UnfitStatus(by_key["letter"].line, f"letter {status.letter} is taken by {whose}")
    if status.name in taken.values():
        raise _UnfitStatus(by_key["name"].line, f"there is a status {status.name} already")
    return status


def _path(entry: Entry) -> str:
    table, *keys = (_shown(str(name)) for name in entry.path)
    return f"[{table}] {'.'.join(keys)}" if keys else table


def _shown(text: str, longest: int = 40) -> str:
    shown = "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in text)
    return shown if len(shown) <= longest else f"{shown[: longest - 1]}…"


def _meant(word: str, known: Sequence[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(word, known, 1)
    if close:
        return f": {close[0]} may be meant"
    return f": there is {', '.join(known)}" if known else ""
