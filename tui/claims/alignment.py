"""Where in a stretch of text a quote stands when some of its words have changed."""

from collections.abc import Sequence

_PUNCTUATION = 0.3
_ADDED = 0.9
"""A word put in costs a little less than one replaced or left out, so that the quote's last words count."""
_SIMILAR = 0.6
"""Words at least this much alike (Indel ratio) count as one word spelt differently."""


def best_span(query: Sequence[str], window: Sequence[str], first: int, last: int) -> tuple[int, int] | None:
    """The words of `window` that stand for `query[first:last]`, as a half-open range; None for no word.

    Sellers' semi-global alignment ("The theory and computation of evolutionary distances", 1980) of the whole
    query, context included, with word costs: the ends of the window are free.
    """
    columns = len(window) + 1
    gap_query = [_weight(word) for word in query]
    gap_window = [_ADDED * _weight(word) for word in window]
    previous = [0.0] * columns
    steps: list[list[int]] = []
    for row, word in enumerate(query):
        current = [previous[0] + gap_query[row]]
        step = [1]
        for column in range(1, columns):
            other = window[column - 1]
            change = previous[column - 1] + _substitution(word, other)
            gone = previous[column] + gap_query[row]
            new = current[column - 1] + gap_window[column - 1]
            best = min(change, gone, new)
            current.append(best)
            step.append(0 if change == best else 1 if gone == best else 2)
        steps.append(step)
        previous = current
    column = min(range(columns), key=previous.__getitem__)
    return _trace(steps, column, first, last)


def _trace(steps: Sequence[Sequence[int]], column: int, first: int, last: int) -> tuple[int, int] | None:
    row = len(steps)
    start, end = None, None
    while row > 0:
        step = steps[row - 1][column]
        inside = first < row <= last
        if step == 0 and inside:
            start, end = column - 1, end if end is not None else column
        if step != 2:
            row -= 1
        if step != 1:
            column -= 1
    return (start, end) if start is not None and end is not None else None


def _substitution(a: str, b: str) -> float:
    if a == b:
        return 0.0
    if not (a[0].isalnum() and b[0].isalnum()):
        return _weight(a) + _weight(b)
    from rapidfuzz.distance import Indel

    alike = float(Indel.normalized_similarity(a, b))
    return 1.0 - alike if alike >= _SIMILAR else 1.0


def _weight(word: str) -> float:
    return 1.0 if word[0].isalnum() else _PUNCTUATION


def similarity(a: str, b: str) -> float:
    """How alike two texts are, 0 to 1: one minus the Levenshtein distance over the longer length."""
    from rapidfuzz.distance import Levenshtein

    return float(Levenshtein.normalized_similarity(a, b))
