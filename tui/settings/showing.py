"""The settings in force as TOML that could be a configuration file itself, with the defaults marked."""

from collections.abc import Iterable, Iterator

from tui.settings.model import Settings
from tui.settings.toml import quoted

DEFAULT = "  # default"


def shown(settings: Settings, login: str) -> str:
    """Every setting with its value; `login` is the name that holds where none is set."""
    return "\n\n".join("\n".join(lines) for lines in _tables(settings, login)) + "\n"


def _tables(settings: Settings, login: str) -> Iterator[list[str]]:
    given, desk, compare, publisher = settings.given, settings.desk, settings.compare, settings.publisher

    def line(table: str, key: str, value: str | int | bool | None, nothing: str = "") -> str:
        default = "" if (table, key) in given else DEFAULT
        return f"#{key} =  # {nothing}" if value is None else f"{key} = {_value(value)}{default}"

    yield ["[editor]", line("editor", "name", settings.editor or login)]
    yield [
        "[desk]",
        line("desk", "theme", desk.theme, "as the terminal is"),
        line("desk", "panes", desk.panes, "as many as fit"),
        line("desk", "drawer", desk.drawer),
        line("desk", "lock", desk.lock),
    ]
    yield ["[keys]", *(f"{quoted(key.action)} = {_list(key.keys)}" for key in settings.keys)]
    mark = "" if ("tags", "") in given else DEFAULT
    yield ["[tags]", *(f"{_key(tag.letter)} = {quoted(tag.name)}{mark}" for tag in settings.tags)]
    for status in settings.statuses:
        name, letter = quoted(status.name), quoted(status.letter)
        yield ["[[statuses]]", f"letter = {letter}", f"name = {name}", f"rating = {status.rating}"]
    yield [
        "[compare]",
        line("compare", "semantic", compare.semantic),
        line("compare", "semantic_model", compare.semantic_model, "the one that comes with copydesk[semantic]"),
    ]
    yield [
        "[publisher]",
        line("publisher", "organisation", publisher.organisation),
        line("publisher", "url", publisher.url),
    ]
    if publisher.ratings:
        yield ["[publisher.ratings]", *(f"{_key(verdict)} = {rating}" for verdict, rating in publisher.ratings)]


def _value(value: str | int | bool) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return quoted(value) if isinstance(value, str) else str(value)


def _list(items: Iterable[str]) -> str:
    return f"[{', '.join(map(quoted, items))}]"


def _key(name: str) -> str:
    return name if name.isascii() and name.isalpha() else quoted(name)
