"""One remark, in quotations that begin otherwise, given to two speakers."""

from collections.abc import Callable

import pytest

from tui.compare.conflicts import across
from tui.story.model import Article

Make = Callable[..., Article]


def _given(article: Make, a: str, b: str) -> list[str]:
    found = across((article("one", a), article("two", b)))
    return [one.finding.tier for one in found if one.finding.kind == "attribution"]


def test_a_remark_of_two_speakers_is_to_be_checked(article: Make) -> None:
    one = "“They are on the losing side of the harbour quarrel,” Ms. Brenn said in a statement."
    two = "“The sheriffs are on the losing side of the harbour quarrel,” Mr. Tveit said on Friday."
    assert _given(article, one, two) == ["check"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("“They are on the losing side of the harbour quarrel,” Ms. Brenn said.",
         "“The sheriffs are on the losing side of the harbour quarrel,” Ms. Brenn said on Friday."),
        ("“And that is what it was about for all of us here,” Ms. Brenn said.",
         "“Then that is what it was about for some of us,” Mr. Tveit said on Friday."),
        ("“They are on the losing side,” Ms. Brenn said.",
         "“The sheriffs are on the losing end,” Mr. Tveit said on Friday."),
    ],
)  # fmt: skip
def test_one_speaker_small_words_and_a_short_phrase_are_none(article: Make, a: str, b: str) -> None:
    assert _given(article, a, b) == []
