"""Who publishes, from the table [publisher] of the configuration file."""

import os
import tomllib
from pathlib import Path
from typing import Any

from tui.commands.errors import CommandError
from tui.reports.publisher import Publisher


def config_path() -> Path:
    """The file named by COPYDESK_CONFIG, else "config.toml" in the user's configuration folder."""
    named = os.environ.get("COPYDESK_CONFIG")
    if named:
        return Path(named).expanduser()
    from platformdirs import user_config_path

    return user_config_path("copydesk", appauthor=False) / "config.toml"


def read_publisher() -> Publisher:
    """Organisation, web address and ratings of verdicts; empty where the file or its table is not there.

    Raises:
        CommandError: the file cannot be read, is no TOML, or a value is not of its kind.
    """
    path = config_path()
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8")).get("publisher", {})
    except FileNotFoundError:
        return Publisher()
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"{path} cannot be read: {error}") from None
    except tomllib.TOMLDecodeError as error:
        raise CommandError(f"{path} is not valid TOML: {error}") from None
    if not isinstance(table, dict):
        raise CommandError(f"{path}: publisher is a table: write [publisher] above its keys")
    return Publisher(_text(path, table, "organisation"), _text(path, table, "url"), _ratings(path, table))


def _text(path: Path, table: dict[str, Any], key: str) -> str:
    value = table.get(key, "")
    if not isinstance(value, str):
        raise CommandError(f"{path}: [publisher] {key} is text in quotation marks")
    return value.strip()


def _ratings(path: Path, table: dict[str, Any]) -> tuple[tuple[str, int], ...]:
    ratings = table.get("ratings", {})
    if not isinstance(ratings, dict) or not all(type(value) is int and 1 <= value <= 5 for value in ratings.values()):
        raise CommandError(f"{path}: [publisher] ratings gives each verdict a whole number from 1 to 5")
    return tuple(ratings.items())
