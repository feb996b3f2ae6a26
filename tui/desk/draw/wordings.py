"""Two wordings of the same thing, one above the other, with what differs marked in both."""

from difflib import SequenceMatcher
from functools import lru_cache

from tui.claims.model import Claim
from tui.compare.model import Span as Words
from tui.desk.draw.drawer import LABEL
from tui.desk.draw.marked import marked_lines
from tui.desk.draw.words import in_quotes
from tui.desk.lines import Line, Span, one_line, shorten
from tui.desk.reading.words import words_in

_SAID = 40


def told_rewording(before: Claim, now: Claim) -> str:
    """What is said of a claim that took the words its quote has now; nothing where it kept its own."""
    return "" if before.text == now.text else f"; it now says {in_quotes(shorten(one_line(now.text), _SAID))}"


def old_and_new(before: str, after: str, old: str, new: str, width: int, rows: int) -> list[Line]:
    """Both wordings behind their labels, in at most `rows` rows each."""
    gone, come = differing_words(before, after)
    lines: list[Line] = []
    for label, text, marked in ((old, before, gone), (new, after, come)):
        for number, line in enumerate(marked_lines(text, 0, len(text), marked, "differs", width - LABEL, rows)):
            lines.append((Span(f" {'' if number else label:<{LABEL - 1}}", "dim"), *line))
    return lines


@lru_cache(maxsize=64)
def differing_words(before: str, after: str) -> tuple[tuple[Words, ...], tuple[Words, ...]]:
    """The words of each text that the other does not have in their place, as spans of code points."""
    old, new = words_in(before), words_in(after)
    matcher = SequenceMatcher(
        None, [before[start:end] for start, end in old], [after[start:end] for start, end in new], autojunk=False
    )
    gone: list[Words] = []
    come: list[Words] = []
    for name, i1, i2, j1, j2 in matcher.get_opcodes():
        if name != "equal" and i2 > i1:
            gone.append((old[i1][0], old[i2 - 1][1]))
        if name != "equal" and j2 > j1:
            come.append((new[j1][0], new[j2 - 1][1]))
    return tuple(gone), tuple(come)
