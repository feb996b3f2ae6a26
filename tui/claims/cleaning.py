"""Making harmless what is written to the store."""

from collections.abc import Mapping
from typing import Any

from tui.claims.codec import Fields
from tui.story.sanitise import sanitise, sanitise_line


def cleaned(fields: Mapping[str, Any]) -> Fields:
    """Fields without anything that could deceive or command a terminal, wherever they came from."""
    return {sanitise_line(name): _clean(value) for name, value in fields.items()}


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return sanitise(value.replace("\r\n", "\n").replace("\r", "\n"))
    if isinstance(value, list | tuple):
        return [_clean(item) for item in value]
    if isinstance(value, dict):
        return cleaned(value)
    return value
