"""Wordings with some of their words in brackets as well as in a role, wrapped around those words."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from tui.compare.model import Side
from tui.compare.model import Span as Words
from tui.desk.lines import ELLIPSIS, Line, Span, drawn, one_line
from tui.desk.reading.wrap import wrap_span
from tui.story.model import Article

Piece = tuple[str, str]
# Code points shown before the words that differ, of a side that has one row.
_LEAD = 24


def in_brackets(article: Article, side: Side, marked: Iterable[Words]) -> str:
    """The words of a side on one line, from shortly before those that differ, which stand in brackets."""
    at = side.start
    parts: list[str] = []
    for start, end in sorted(marked):
        parts += [article.text[at:start], f"[{article.text[start:end]}]"]
        at = max(at, end)
    if parts and len(parts[0]) > _LEAD:
        parts[0] = ELLIPSIS + parts[0][-_LEAD:].partition(" ")[2]
    return one_line("".join([*parts, article.text[at : side.end]]))


def marked_lines(
    text: str, start: int, end: int, marked: Iterable[Words], role: str, width: int, rows: int
) -> list[Line]:
    """`text[start:end]` in at most `rows` rows, those with the `marked` words, which stand in brackets.

    Spans of `marked` are code points into `text`; an empty one becomes an empty pair of brackets, the place
    where words are missing.
    """
    pieces = _pieces(text, start, end, marked, role)
    whole = "".join(piece for piece, _ in pieces)
    roles = [role for piece, role in pieces for _ in piece]
    spans = list(wrap_span(whole, 0, len(whole), max(1, width - 2)))
    first = next((n for n, (_, stop) in enumerate(spans) if any(roles[:stop])), 0)
    top = max(0, min(first - (rows > 2), len(spans) - rows)) if len(spans) > rows else 0
    lines: list[Line] = []
    for number, (begin, stop) in enumerate(spans[top : top + rows], top):
        line = [
            Span(whole[run[0] : run[-1] + 1], kind)
            for kind, run in ((kind, list(run)) for kind, run in groupby(range(begin, stop), roles.__getitem__))
        ]
        if number == top > 0:
            line.insert(0, Span(ELLIPSIS))
        if number == top + rows - 1 < len(spans) - 1:
            line.append(Span(ELLIPSIS))
        lines.append(tuple(line))
    return lines


def _pieces(text: str, start: int, end: int, marked: Iterable[Words], role: str) -> list[Piece]:
    pieces: list[Piece] = []
    done = start
    for begin, stop in _merged(marked, start, end):
        pieces += [(drawn(text[done:begin]), ""), (f"[{drawn(text[begin:stop]) or ' '}]", role)]
        done = stop
    return [*pieces, (drawn(text[done:end]), "")]


def _merged(marked: Iterable[Words], start: int, end: int) -> Sequence[Words]:
    """The spans inside `start` to `end`, in order, those that touch or overlap made one."""
    found: list[Words] = []
    for begin, stop in sorted((max(begin, start), min(stop, end)) for begin, stop in marked):
        if begin > stop:
            continue
        if found and begin <= found[-1][1]:
            found[-1] = found[-1][0], max(stop, found[-1][1])
        else:
            found.append((begin, stop))
    return found
