"""Somebody who will not go in one article and has gone in the other is told; nobody else's going is."""

from collections.abc import Callable

import pytest

from tui.compare.conflicts import across
from tui.story.model import Article

OPENING = "Director Hugo Lerch spoke to the press on Monday."
STAYS = (
    ("Lerch said he would not resign.",),
    ("Lerch refused to step down.",),
    ("Lerch rejected calls for his resignation.",),
    ("Hugo Lerch asked the families for forgiveness.", "He ruled out resigning."),
)
GOES = (
    "Hugo Lerch stepped down on Friday.",
    "Lerch, who had led the mint for years, resigned.",
    "Director Lerch quits.",
)


@pytest.mark.parametrize("stays", STAYS)
@pytest.mark.parametrize("goes", GOES)
def test_who_would_not_go_and_has_gone_is_to_be_checked(
    article: Callable[..., Article], stays: tuple[str, ...], goes: str
) -> None:
    found = across([article("a1", OPENING, *stays), article("a2", goes)])
    assert [(frame.finding.kind, frame.finding.tier) for frame in found] == [("negation", "check")]
    assert found[0].finding.reason.startswith("Lerch: “")


@pytest.mark.parametrize(
    "other",
    [
        # Another person, or nobody yet.
        "Deputy director Jana Pohl resigned on Friday.",
        "Lerch should consider whether he resigned too late, the union wrote.",
        "If Hugo Lerch quits, the mint will be led by his deputy.",
        "Hugo Lerch has not resigned.",
        # Told of a person named in another sentence.
        "The board praised Hugo Lerch. A spokesman stepped down from the podium.",
    ],
)
def test_what_does_not_tell_that_this_person_has_gone_is_no_finding(
    article: Callable[..., Article], other: str
) -> None:
    assert not across([article("a1", OPENING, *STAYS[0]), article("a2", other)])
