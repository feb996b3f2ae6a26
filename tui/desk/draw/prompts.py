"""What stands in the drawer while a prompt waits for a letter: the choices, and what they would act on."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from tui.desk.draw.drawer import rule
from tui.desk.draw.words import in_quotes
from tui.desk.lines import Line, Span, fit, one_line, shorten
from tui.desk.reading.geometry import DRAWER_ROWS

GAP = 3
LEAST_LIKENESS = 75.0
LEAST_LETTERS = 0.6


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
    """The names that what was typed begins, the surest first; all in their order when nothing was typed.

    First those that begin with it, then those of which each word typed begins a word, or whose initials were typed,
    then those in which letters of one word were left out.
    """
    needle = typed.strip().casefold()
    tiers = (
        [name for name in names if name.casefold().startswith(needle)],
        [name for name in names if _begins_words(needle.split(), name.casefold().split())],
        [name for name in names if _is_initials(needle, name.casefold().split())],
        [name for name in names if any(_is_short_for(needle, word) for word in name.casefold().split())],
    )
    return list(dict.fromkeys(name for tier in tiers for name in tier))[:limit]


def loosely(names: Sequence[str], typed: str, limit: int = 24) -> list[str]:
    """The names that only hold what was typed, or its letters in this order: never to be taken unasked."""
    needle = typed.strip().casefold()
    holding = [name for name in names if needle in name.casefold()]
    scattered = [name for name in names if _in_order(needle, name.casefold())]
    return list(dict.fromkeys([*holding, *scattered]))[:limit]


def alike(names: Sequence[str], typed: str, limit: int = 24) -> list[str]:
    """The names that what was typed may be a misspelling of, the likeliest first."""
    needle = typed.strip().casefold()
    scored = sorted(((_likeness(needle, name.casefold()), name) for name in names), key=lambda pair: -pair[0])
    return [name for score, name in scored if score >= LEAST_LIKENESS][:limit]


def _begins_words(typed: Sequence[str], words: Sequence[str]) -> bool:
    """Whether each word typed begins a word of the name, in this order."""
    left = iter(words)
    return all(any(word.startswith(part) for word in left) for part in typed)


def _is_initials(typed: str, words: Sequence[str]) -> bool:
    return len(typed) > 1 and "".join(word[0] for word in words).startswith(typed)


def _is_short_for(typed: str, word: str) -> bool:
    """Whether a word was typed with some of its letters left out, the first and most others there."""
    enough = len(typed) >= max(3, LEAST_LETTERS * len(word))
    return enough and word[:1] == typed[:1] and _in_order(typed, word)


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
