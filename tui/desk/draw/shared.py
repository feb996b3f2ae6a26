"""What two passages have in common, in the order in which it tells most."""

from collections.abc import Sequence

from rich.cells import cell_len

from tui.desk.draw.words import words_quoted
from tui.desk.lines import ELLIPSIS, one_line, shorten

IN_A_ROW = 2
"""From so many words on a stretch is told for itself, before all else."""
GAP = f" {ELLIPSIS} "


def told_shared(pieces: Sequence[str], language: str, room: int) -> str:
    """What both sides have, in `room` cells: the longest stretch in quotation marks, then the others as they follow.

    `pieces` are in the order of the text; between two of the others are words that one side alone has. Those that do
    not fit are counted, so that none but the first is cut.
    """
    found = _telling(pieces, language)
    longest = max((words for words, _ in found), default=0)
    first = next(text for words, text in found if words == longest) if longest >= IN_A_ROW else ""
    others = [text for _, text in found if f" {text.casefold()} " not in f" {first.casefold()} "]
    return _as_fits([words_quoted(first)] if first else [], list(dict.fromkeys(others)), room)


def _as_fits(said: list[str], others: Sequence[str], room: int) -> str:
    """What is said before the others, and those of them that have room, in their order; the rest are counted."""
    lead = f"{said[0]}  and " if said and others else "".join(said)
    taken: list[str] = []
    for text in others:
        left = len(others) - len(taken) - 1
        if cell_len(_line(lead, [*taken, text], left)) <= room:
            taken.append(text)
    if taken:
        return _line(lead, taken, len(others) - len(taken))
    first, left = (said[0], len(others)) if said else (others[0] if others else "", len(others) - 1)
    counted = _line(first, (), left)
    return counted if cell_len(counted) <= room else shorten(first, room)


def _line(lead: str, taken: Sequence[str], left: int) -> str:
    return lead + GAP.join(taken) + (f"  +{left}" if left > 0 else "")


def _telling(pieces: Sequence[str], language: str) -> list[tuple[int, str]]:
    """The pieces without function words at their ends, and how many words each has; none of function words alone."""
    from tui.compare.text.tokens import tokenise

    found: list[tuple[int, str]] = []
    for piece in pieces:
        tokens = tokenise(piece, language)
        telling = [number for number, token in enumerate(tokens) if not token.stop]
        if telling:
            first, last = telling[0], telling[-1]
            found.append((last - first + 1, one_line(piece[tokens[first].start : tokens[last].end])))
    return found
