"""What stands in the drawer while a prompt waits for a letter: the choices, and what they would act on."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from tui.desk.draw.drawer import rule
from tui.desk.draw.words import in_quotes
from tui.desk.lines import Line, Span, fit, one_line, shorten
from tui.desk.reading.geometry import DRAWER_ROWS

GAP = 3
LEAST_LIKENESS = 75.0


def draw_choices(title: str, quote: str, choices: Sequence[tuple[str, str]], context: str, width: int) -> list[Line]:
    """The drawer with a quote, the letters with what they stand for, and a line of context."""
    lines: list[Line] = [_quote(quote, width)]
    lines += _in_columns(choices, width)
    if context:
        lines.append(fit((Span(f" {shorten(context, width - 2)}", "dim"),), width))
    blank = fit((), width)
    return [
        rule((Span(title, "title"),), width),
        *[*lines, *[blank] * DRAWER_ROWS][: max(DRAWER_ROWS, len(lines))],
    ]


def _quote(quote: str, width: int) -> Line:
    text = shorten(in_quotes(one_line(quote)), width - 2) if quote else ""
    return fit((Span(" "), Span(text, "strong")), width)


def _in_columns(choices: Sequence[tuple[str, str]], width: int) -> list[Line]:
    """The choices in as few rows as they fit, one under the other."""
    if not choices:
        return []
    for columns in range(len(choices), 0, -1):
        rows = [choices[start : start + columns] for start in range(0, len(choices), columns)]
        widths = [
            max(cell_len(f"{letter} {name}") for letter, name in choices[column::columns]) + GAP
            for column in range(columns)
        ]
        if sum(widths) - GAP < width or columns == 1:
            break
    return [fit((Span(" "), *_row(row, widths)), width) for row in rows]


def _row(row: Sequence[tuple[str, str]], widths: Sequence[int]) -> Iterator[Span]:
    for (letter, name), room in zip(row, widths, strict=False):
        yield Span(letter, "key")
        yield from fit((Span(f" {name}"),), room - cell_len(letter))


def matching(names: Sequence[str], typed: str, limit: int = 24) -> list[str]:
    """The names that what was typed may be short for, the best first; all in their order when nothing was."""
    needle = typed.strip().casefold()
    starting = [name for name in names if name.casefold().startswith(needle)]
    holding = [name for name in names if needle in name.casefold()]
    short = [name for name in names if _is_short_for(needle, name.casefold())]
    return list(dict.fromkeys([*starting, *holding, *short]))[:limit]


def alike(names: Sequence[str], typed: str, limit: int = 24) -> list[str]:
    """The names that what was typed may be a misspelling of, the likeliest first."""
    needle = typed.strip().casefold()
    scored = sorted(((_likeness(needle, name.casefold()), name) for name in names), key=lambda pair: -pair[0])
    return [name for score, name in scored if score >= LEAST_LIKENESS][:limit]


def _is_short_for(typed: str, name: str) -> bool:
    """Whether the letters typed stand in the name in this order, from the beginning of a word on."""
    words = name.split()
    return any(
        words[number].startswith(typed[:1]) and _in_order(typed, "".join(words[number:]))
        for number in range(len(words))
    )


def _in_order(letters: str, text: str) -> bool:
    left = iter(text)
    return all(letter in left for letter in letters.replace(" ", ""))


def _likeness(typed: str, name: str) -> float:
    """How well a name fits, 0 to 100: what is typed may be a part of it, never the other way round."""
    from rapidfuzz import fuzz

    return fuzz.partial_ratio(typed, name) if len(typed) <= len(name) else fuzz.ratio(typed, name)


def draw_names(title: str, quote: str, names: Sequence[str], picked: int, width: int, hint: str = "") -> list[Line]:
    """The drawer while text is typed: the quote it is about, and the names on offer, or a hint on the keys."""
    lines = [_quote(quote, width)]
    if names:
        lines.append(fit(_offer(names, picked, width), width))
        lines.append(fit((Span(" Enter sets the marked one, Tab marks the next, Esc leaves", "dim"),), width))
    else:
        keys = hint or f"{'Enter saves' if quote else 'Enter goes on'}, Esc leaves"
        lines.append(fit((Span(f" {keys}", "dim"),), width))
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
