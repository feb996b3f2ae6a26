"""What stands in the drawer while a prompt waits for a letter: the choices, and what they would act on."""

from collections.abc import Sequence

from rapidfuzz import fuzz, process, utils

from tui.desk.draw.drawer import rule
from tui.desk.lines import Line, Span, fit, one_line, shorten, width_of
from tui.desk.reading.geometry import DRAWER_ROWS

GAP = 3


def draw_choices(
    title: str, quote: str, choices: Sequence[tuple[str, str]], context: str, width: int
) -> list[Line]:
    """The drawer with a quote, the letters with what they stand for, and a line of context."""
    lines: list[Line] = [fit((Span(" "), Span(shorten(f"“{one_line(quote)}”", width - 2), "strong")), width)]
    lines += _in_columns(choices, width)
    if context:
        lines.append(fit((Span(f" {shorten(context, width - 2)}", "dim"),), width))
    blank = fit((), width)
    return [
        rule((Span(title, "title"),), width),
        *[*lines, *[blank] * DRAWER_ROWS][: max(DRAWER_ROWS, len(lines))],
    ]


def _in_columns(choices: Sequence[tuple[str, str]], width: int) -> list[Line]:
    widest = max(width_of((Span(f"{letter} {name}"),)) for letter, name in choices) + GAP
    columns = max(1, (width - 1) // widest)
    lines: list[Line] = []
    for start in range(0, len(choices), columns):
        row: list[Span] = [Span(" ")]
        for letter, name in choices[start : start + columns]:
            row += [Span(letter, "key"), *fit((Span(f" {name}"),), widest - 1)]
        lines.append(fit(row, width))
    return lines


def matching(names: Sequence[str], typed: str, limit: int = 24) -> list[str]:
    """The names that fit what was typed, the best first; all in their order when nothing was."""
    if not typed.strip():
        return list(names)[:limit]
    needle = typed.strip().casefold()
    starting = [name for name in names if name.casefold().startswith(needle)]
    scored = process.extract(
        typed, names, scorer=fuzz.WRatio, processor=utils.default_process, limit=limit, score_cutoff=55
    )
    return list(dict.fromkeys([*starting, *(name for name, _, _ in scored)]))[:limit]


def draw_names(title: str, quote: str, names: Sequence[str], picked: int, width: int) -> list[Line]:
    """The drawer while text is typed: the quote it is about, and the names on offer."""
    lines = [fit((Span(" "), Span(shorten(f"“{one_line(quote)}”", width - 2), "strong")), width)]
    if names:
        lines.append(fit(_offer(names, picked, width), width))
        lines.append(fit((Span(" Enter sets the marked one, Tab marks the next, Esc leaves", "dim"),), width))
    else:
        lines.append(fit((Span(" Enter saves, Esc leaves", "dim"),), width))
    blank = fit((), width)
    return [rule((Span(title, "title"),), width), *[*lines, *[blank] * DRAWER_ROWS][:DRAWER_ROWS]]


def _offer(names: Sequence[str], picked: int, width: int) -> list[Span]:
    """The names in one row, from the picked one on when it would not fit otherwise."""
    before = sum(len(name) + GAP for name in names[: picked + 1])
    first = picked if before > width - 4 else 0
    row: list[Span] = []
    for number, name in enumerate(names[first:], first):
        marked = number == picked
        row += [Span(" "), Span(f"[{name}]" if marked else f" {name} ", "selected" if marked else "")]
    return row
