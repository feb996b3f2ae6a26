"""The word diff of an article: the words that went and came on one row, both wordings in the drawer."""

from collections.abc import Sequence
from functools import lru_cache

from tui.desk.draw.drawer import labelled
from tui.desk.draw.listing import cell, two_sided
from tui.desk.draw.wordings import old_and_new
from tui.desk.draw.words import address
from tui.desk.lines import Line, Span, one_line, shorten, width_of
from tui.desk.reading.words import words_in
from tui.desk.views.diff import Change, diff_counts
from tui.story.model import Article

WHERE = 8


def draw_head(article: Article, number: int, changes: Sequence[Change], width: int) -> list[Line]:
    """The article, and how much of it changed."""
    right = (Span(f"{diff_counts(changes)} ", "strong"),)
    title = shorten(f"{number + 1} {one_line(article.title)}", max(8, width - width_of(right) - 9))
    return [two_sided((Span(" DIFF", "title"), Span(f"  {title}")), right, width)]


def draw_change(change: Change, width: int) -> list[Span]:
    """The row of a change: where it is now, the words that went, and those that came for them."""
    where = cell(address((change.article, change.passage.passage)), WHERE)
    room = max(8, width - WHERE - 4)
    line = [Span(f"{change.sign} ", "changed"), *where]
    before, after = change.passage.before, change.passage.after
    if before is None or after is None:
        return [*line, Span(shorten(one_line(after or before or ""), room), "dim" if after is None else "")]
    pieces = changed_words(before, after)
    said = ", ".join(f"{_quoted(old)} → {_quoted(new)}" for old, new in pieces)
    return [*line, Span(shorten(said, room))]


def draw_change_details(change: Change, width: int, rows: int) -> list[Line]:
    """Both wordings with the words that differ in brackets; one of them where there is only one."""
    before, after = change.passage.before, change.passage.after
    if before is not None and after is not None:
        return old_and_new(before, after, "was", "now", width, max(1, rows // 2))
    return labelled("gone" if after is None else "new", after or before or "", width, rows=rows)


@lru_cache(maxsize=512)
def changed_words(before: str, after: str) -> tuple[tuple[str, str], ...]:
    """The words that went and those in their place, in the order of the text."""
    from difflib import SequenceMatcher

    old, new = words_in(before), words_in(after)
    matcher = SequenceMatcher(None, [before[a:b] for a, b in old], [after[a:b] for a, b in new], autojunk=False)
    return tuple(
        (_between(before, old[i1:i2]), _between(after, new[j1:j2]))
        for name, i1, i2, j1, j2 in matcher.get_opcodes()
        if name != "equal"
    )


def _between(text: str, words: Sequence[tuple[int, int]]) -> str:
    return one_line(text[words[0][0] : words[-1][1]]) if words else ""


def _quoted(words: str) -> str:
    return f"“{words}”" if words else "nothing"
