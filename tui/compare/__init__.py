"""Compare the articles of a story: which passages say the same, and where they contradict each other.

The three functions of the engine that others call. They import the engine only when called, so that
light parts of this package can be used without numpy.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from tui.compare.model import Comparison, Judgement, PinnedPair, Thresholds
from tui.story.model import Story

if TYPE_CHECKING:
    from tui.compare.scoring.semantic import Meaning


def compare(
    story: Story,
    thresholds: Thresholds | None = None,
    *,
    all_pairs: bool = False,
    pins: Iterable[PinnedPair] = (),
    broken: Collection[str] = frozenset(),
    meaning: "Meaning | None" = None,
    workers: int = 1,
) -> Comparison:
    """Everything found between the articles of `story`; with `all_pairs` the score of every pair too.

    `pins` become links of their own; the links whose ids are `broken` go, with what was found between them.
    With `meaning` (see `tui.compare.scoring.semantic`) sentences are also held against each other by what they mean.
    """
    from tui.compare.engine import compare_story

    return compare_story(
        story,
        thresholds or Thresholds(),
        all_pairs=all_pairs,
        pins=pins,
        broken=broken,
        meaning=meaning,
        workers=workers,
    )


def judge(a: str, b: str, a_date: date | str | None = None, b_date: date | str | None = None) -> Judgement:
    """What the texts `a` and `b` have to do with each other; the dates are those of publication."""
    from tui.compare.judging import judge_texts

    return judge_texts(a, b, a_date, b_date)


def align_words(tokens_a: Sequence[str], tokens_b: Sequence[str]) -> list[tuple[int, int]]:
    """Which words correspond: pairs of indexes into two tokenised texts, in order of the first."""
    from tui.compare.text.words import align_words as align

    return align(tokens_a, tokens_b)
