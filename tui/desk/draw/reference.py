"""The reference of keys for the README, in Markdown, from the action table."""

from collections.abc import Sequence

from tui.desk.keyboard.actions import ACTIONS, GROUPS, LISTS, PANES, SELECT, VIEWS, Action
from tui.desk.keyboard.commands import COMMANDS
from tui.desk.keyboard.keys import show_keys

BEGIN, END = "<!-- keys: begin -->", "<!-- keys: end -->"
"""What the reference stands between in the README."""


def key_reference() -> str:
    """Every action that has a key, one table a group, with the views it works in."""
    parts = []
    for group in GROUPS:
        actions = [action for action in ACTIONS if action.group == group and action.keys]
        rows = [f"| {_keys(action)} | {_escaped(action.title)} | {_views(action.views)} |" for action in actions]
        parts.append("\n".join([f"**{group}**", "", "| keys | does | in |", "|---|---|---|", *rows]))
    rows = [f"| {_code(command.usage)} | {_escaped(command.title)} |" for command in COMMANDS]
    parts.append(
        "\n".join(["**After `:`**, besides everything above by its name", "", "| typed | does |", "|---|---|", *rows])
    )
    return "\n\n".join(parts) + "\n"


def _keys(action: Action) -> str:
    return " ".join(_code(show_keys(keys)) for keys in action.keys)


def _code(text: str) -> str:
    """`text` as code in a cell of a table."""
    return f"`` {text} ``" if "`" in text else f"`{_escaped(text)}`"


def _escaped(text: str) -> str:
    return text.replace("|", "\\|")


def _views(views: Sequence[str]) -> str:
    if set(views) == set(VIEWS):
        return "all"
    if set(views) == set(LISTS):
        return "lists"
    return ", ".join(view for view in (PANES, *LISTS, SELECT) if view in views)


def section_of(readme: str) -> str | None:
    """What stands between the marks in a README; None where they are missing."""
    _, begin, rest = readme.partition(BEGIN)
    section, end, _ = rest.partition(END)
    return section.strip() if begin and end else None


if __name__ == "__main__":
    print(f"{BEGIN}\n{key_reference()}{END}")
