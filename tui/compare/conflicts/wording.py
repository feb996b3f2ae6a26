"""The sentence that says why a pair is flagged: what stands in each text, and what both say it of."""

from tui.compare.conflicts.cues.calendar import MONTHS, WEEKDAYS
from tui.compare.conflicts.cues.speech import is_saying
from tui.compare.conflicts.lexicon import lemma, listed
from tui.compare.conflicts.pair import Candidate, Pair, Run, words
from tui.compare.conflicts.standing import told

# How far from the cue, and in how many words, the surroundings are quoted.
_REACH, _LONGEST = 12, 6
# Words that say nothing of what a figure or a day is of.
_EMPTY = frozenset(
    [
        *listed(
            "percent per cent million billion trillion dollars people person also according year years month months "
            "week weeks day days since ago least most about more less told based official officials"
        ),
        *(name.casefold() for name in (*MONTHS, *WEEKDAYS)),
    ]
)


def differ(pair: Pair, candidate: Candidate) -> str:
    """One plain sentence: what stands in each text, and what it is of: the thing counted, or words they share."""
    mine, theirs = words(pair.a, candidate.a), words(pair.b, candidate.b)
    if candidate.kind == "antonym":
        mine, theirs = f"“{mine}”", f"“{theirs}”"
    start = f"{mine} in one, {theirs} in the other"
    if candidate.thing:
        return f"{start}, for the same {candidate.thing}"
    shared = beside(pair, candidate.run_a, candidate.run_b)
    return f"{start}, both with “{shared}”" if shared else start


def beside(pair: Pair, run_a: Run, run_b: Run) -> str:
    """The row of words near two cues that stands in both texts and tells what they are of, "" if there is none."""
    rows = sorted(_rows(pair, run_a, run_b), key=lambda run: (-min(2, _weight(pair, run)), _distance(run, run_a)))
    best = next((run for run in rows if _weight(pair, run) > 0), None)
    if best is None:
        return ""
    tokens = pair.a.tokens[slice(*_cut(pair, best, run_a))]
    return " ".join(pair.a.text[tokens[0].start : tokens[-1].end].split())


def _rows(pair: Pair, run_a: Run, run_b: Run) -> list[Run]:
    """The longest rows of equal words within reach of both cues, in tokens of the first text."""
    rows: list[Run] = []
    at, last = max(0, run_a[0] - _REACH), min(len(pair.a.tokens), run_a[1] + _REACH)
    while at < last:
        length = 0
        while at + length < last and _equal(pair, at, length, run_a, run_b):
            length += 1
        if length:
            rows.append((at, at + length))
        at += max(1, length)
    return rows


def _equal(pair: Pair, at: int, step: int, run_a: Run, run_b: Run) -> bool:
    """Whether the word `step` after token `at` is the same, in the same row, in both texts and no part of the cues."""
    there = pair.to_b.get(at + step)
    if there is None or there != pair.to_b.get(at, -99) + step or run_a[0] <= at + step < run_a[1]:
        return False
    near = run_b[0] - _REACH <= there < run_b[1] + _REACH
    joined = step == 0 or not set(pair.a.gaps[at + step]) & set('.;:?!“”"()')
    return near and joined and pair.a.tokens[at + step].norm == pair.b.tokens[there].norm


def _weight(pair: Pair, run: Run) -> int:
    """How many words of a row tell what a statement is of."""
    figures = told(pair.a)
    return sum(
        not token.stop
        and at not in figures
        and len(token.norm) > 2
        and token.norm not in _EMPTY
        and not is_saying(lemma(token.norm))
        for at, token in enumerate(pair.a.tokens[slice(*run)], run[0])
    )


def _distance(run: Run, cue: Run) -> int:
    return run[0] - cue[1] if run[0] >= cue[1] else cue[0] - run[1]


def _cut(pair: Pair, run: Run, cue: Run) -> Run:
    """A row without words at its ends that tell nothing, and no longer than can be read aloud."""
    first, last = _trimmed(pair, run)
    if last - first > _LONGEST:
        first, last = (last - _LONGEST, last) if last <= cue[0] else (first, first + _LONGEST)
    return _trimmed(pair, (first, last))


def _trimmed(pair: Pair, run: Run) -> Run:
    first, last = run
    while last - first > 1 and not _weight(pair, (first, first + 1)):
        first += 1
    while last - first > 1 and not _weight(pair, (last - 1, last)):
        last -= 1
    return first, last
