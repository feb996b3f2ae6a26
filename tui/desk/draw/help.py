"""The help: every key of a view, from the action table, and what the marks mean."""

from collections.abc import Iterable

from tui.desk.actions import GROUPS, Action, actions_in
from tui.desk.commands import COMMANDS
from tui.desk.keys import show_keys
from tui.desk.lines import Line, Span, fit, shorten, width_of
from tui.desk.reading.marks import CHECKED, ORDER, ROLES, TAGGED, UPDATED, WORDS

KEYS_WIDTH = 16
COLUMN = 52


def help_lines(view: str, width: int) -> list[Line]:
    """The whole help of a view, in as many columns as fit."""
    entries: list[Line] = []
    for group in GROUPS:
        actions = [action for action in actions_in(view) if action.group == group and action.keys]
        if entries and actions:
            entries.append(())
        if actions:
            entries.append((Span(group, "title"),))
        entries += [_entry(action) for action in actions]
    entries += [(), (Span("After :", "title"),)]
    entries += [(Span(f" {command.usage:<{KEYS_WIDTH - 1}} ", "key"), Span(command.title)) for command in COMMANDS]
    entries += [(), (Span("Marks, worst first", "title"),)]
    entries += [(Span(f" {mark}", ROLES[mark]), Span(f" {WORDS[mark]}")) for mark in ORDER + TAGGED + CHECKED + UPDATED]
    return _columns(entries, width)


def _entry(action: Action) -> Line:
    keys = " ".join(show_keys(keys) for keys in action.keys)
    return (Span(f" {keys:<{KEYS_WIDTH - 1}}", "key"), Span(f" {action.title}"))


def _columns(entries: list[Line], width: int) -> list[Line]:
    count = max(1, width // COLUMN)
    each = -(-len(entries) // count)
    room = width // count
    lines: list[Line] = []
    for row in range(each):
        cells: list[Span] = []
        for column in range(count):
            entry = entries[column * each + row] if column * each + row < len(entries) else ()
            cells += fit(_shortened(entry, room - 1), room)
        lines.append(fit(cells, width))
    return lines


def _shortened(entry: Iterable[Span], room: int) -> list[Span]:
    spans = list(entry)
    if width_of(spans) > room and spans:
        taken = width_of(spans[:-1])
        spans[-1] = Span(shorten(spans[-1].text, max(1, room - taken)), spans[-1].role)
    return spans
