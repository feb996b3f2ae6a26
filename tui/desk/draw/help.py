"""The help: every key of a view, from the action table, and what the marks mean."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from tui.desk.draw.status import Notice
from tui.desk.keyboard.actions import GROUPS, Action, actions_in
from tui.desk.keyboard.commands import COMMANDS
from tui.desk.keyboard.keys import key_for, show_keys
from tui.desk.lines import Line, Span, fit, plain, shorten, width_of
from tui.desk.reading.marks import CHECKED, ORDER, ROLES, TAGGED, UPDATED, WORDS
from tui.desk.reading.patterns import check, hits
from tui.desk.reading.searching import ROLE as FOUND

KEYS_WIDTH = 16
COLUMN = 80


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


def found_lines(view: str, width: int, wanted: str) -> list[int]:
    """The numbers of the lines of the help that have what is wanted.

    Raises:
        PatternError: it is no regular expression.
    """
    texts = [plain(line) for line in help_lines(view, width)]
    check(texts, wanted)
    return [number for number, text in enumerate(texts) if wanted and hits(text, wanted)]


def with_found(line: Line, wanted: str) -> Line:
    """A line with what is wanted in the role of what has been found."""
    found = hits(plain(line), wanted) if wanted else ()
    if not found:
        return line
    roles = [span.role for span in line for _ in span.text]
    for start, end in found:
        roles[start:end] = [FOUND] * (end - start)
    text = plain(line)
    runs = [list(run) for _, run in groupby(range(len(text)), roles.__getitem__)]
    return tuple(Span(text[run[0] : run[-1] + 1], roles[run[0]]) for run in runs)


def draw_help_status(view: str, place: tuple[int, int, int], notice: Notice, *, read_only: bool, width: int) -> Line:
    """The status row: which lines are shown of how many, or a message; `place` is the first, how many, of all."""
    top, shown, total = place
    more = "" if total <= shown else f"  {top + 1} to {top + shown} of {total}"
    left = [Span(f" HELP {view}", "title"), *replace(notice, read_only=read_only).warning]
    right = Span(f"j k scroll   {key_for('search')} search   {key_for('quit')} leave ")
    room = width - width_of((right,))
    left.append(notice.said(room - width_of(left) - 3) if notice.message else Span(more, "dim"))
    return fit((*fit(left, max(0, room - 1)), Span(" "), right), width)


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
