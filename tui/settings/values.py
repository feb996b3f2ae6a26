"""What each setting takes: functions from a TOML value to a setting, which refuse with what they would take."""

from collections.abc import Callable, Mapping
from typing import Any

from tui.settings.model import DRAWERS
from tui.settings.toml import quoted

LONGEST_TEXT = 1_000
LONGEST_NAME = 60


class Unfit(Exception):
    """A value that a setting cannot take; the message says what it takes."""


def text(value: Any) -> str:
    """Text in one line that can be printed.

    Raises:
        Unfit: it is something else.
    """
    if not isinstance(value, str) or len(value) > LONGEST_TEXT or not value.isprintable():
        raise Unfit("takes text in quotation marks, in one line")
    return value.strip()


def name(value: Any) -> str:
    """A name people read in a row of the screen: text that is neither empty nor long.

    Raises:
        Unfit: it is something else.
    """
    found = " ".join(text(value).split())
    if not 1 <= len(found) <= LONGEST_NAME:
        raise Unfit(f"takes a name of 1 to {LONGEST_NAME} characters in quotation marks")
    return found


def address(value: Any) -> str:
    """A web address, or nothing.

    Raises:
        Unfit: it is something else.
    """
    found = text(value)
    if found and (not found.startswith(("https://", "http://")) or any(map(str.isspace, found))):
        raise Unfit("takes a web address that begins with https://")
    return found


def yes_or_no(value: Any) -> bool:
    """A switch.

    Raises:
        Unfit: it is something else.
    """
    if not isinstance(value, bool):
        raise Unfit("takes true or false, without quotation marks")
    return value


def whole(least: int, most: int) -> Callable[[Any], int]:
    """What takes a whole number in a range."""

    def take(value: Any) -> int:
        if type(value) is not int or not least <= value <= most:
            raise Unfit(f"takes a whole number from {least} to {most}")
        return value

    return take


def one_of(choices: tuple[str, ...]) -> Callable[[Any], str]:
    """What takes one of these words."""
    *others, last = map(quoted, choices)

    def take(value: Any) -> str:
        if value not in choices:
            raise Unfit(f"takes {', '.join(others)} or {last}")
        return str(value)

    return take


def several(value: Any) -> tuple[str, ...]:
    """One text or a list of them.

    Raises:
        Unfit: it is something else.
    """
    listed = [value] if isinstance(value, str) else value
    if not isinstance(listed, list) or not all(isinstance(item, str) and len(item) <= LONGEST_NAME for item in listed):
        raise Unfit('takes keys as a list, for example ["k", "ctrl+n"]')
    return tuple(listed)


def letter(value: Any) -> str:
    """A key that is pressed alone: one character that can be seen.

    Raises:
        Unfit: it is something else.
    """
    if not isinstance(value, str) or len(value) != 1 or not value.isprintable() or value.isspace():
        raise Unfit("takes one letter in quotation marks")
    return value


VALUES: Mapping[tuple[str, str], Callable[[Any], Any]] = {
    ("editor", "name"): name,
    ("desk", "theme"): name,
    ("desk", "panes"): whole(1, 12),
    ("desk", "drawer"): one_of(DRAWERS),
    ("desk", "lock"): yes_or_no,
    ("compare", "semantic"): yes_or_no,
    ("compare", "semantic_model"): text,
    ("publisher", "organisation"): text,
    ("publisher", "url"): address,
}
"""The settings that have a name and a value, by table and key."""

STATUS: Mapping[str, Callable[[Any], Any]] = {"letter": letter, "name": name, "rating": whole(1, 5)}
"""What each [[statuses]] takes."""
