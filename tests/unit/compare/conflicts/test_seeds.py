"""On five real articles about one story the engine surfaces what an editor would want to settle, and little else."""

from pathlib import Path

import pytest

from tui.compare.conflicts import FrameFinding, across
from tui.story import load
from tui.story.model import Story

SEEDS = Path(__file__).resolve().parents[5] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the articles of ../shared/seeds are not here")


@pytest.fixture(scope="module")
def story() -> Story:
    return load([str(SEEDS)])


@pytest.fixture(scope="module")
def found(story: Story) -> tuple[FrameFinding, ...]:
    return across(story.articles)


@pytest.mark.parametrize(
    ("kind", "here", "there"),
    [
        ("place", "Istanbul", "Oman"),
        ("attribution", "first and foremost", "first and foremost"),
        ("modality", "Coordinate", "not want to act"),
        ("negation", "officially confirmed", "met"),
        ("antonym", "alignment", "divergence"),
        ("antonym", "expansion", "restoring"),
        ("number", "limit", "zero"),
        ("caveat", "unable to verify", ""),
    ],
)
def test_what_differs_is_surfaced(found: tuple[FrameFinding, ...], kind: str, here: str, there: str) -> None:
    assert any(
        frame.finding.kind == kind and here in frame.finding.values[0] and there in frame.finding.values[1]
        for frame in found
    )


def test_findings_between_frames_start_as_things_to_check(found: tuple[FrameFinding, ...]) -> None:
    assert {frame.finding.tier for frame in found} == {"check"}
    assert len(found) <= 15


def test_sixth_trip_and_seventh_meeting_are_no_contradiction(found: tuple[FrameFinding, ...]) -> None:
    counts = [f.finding for f in found if any("seventh" in value or "sixth" in value for value in f.finding.values)]
    assert all(finding.downgrade == "both can hold" for finding in counts)


def test_every_finding_can_be_read_aloud(story: Story, found: tuple[FrameFinding, ...]) -> None:
    for frame in found:
        assert 10 < len(frame.finding.reason) < 200
        assert "\n" not in frame.finding.reason
        for (article, passage), (start, end) in (
            (frame.a, frame.finding.evidence[0].a),
            (frame.b, frame.finding.evidence[0].b),
        ):
            assert 0 <= start < end <= len(story.articles[article].quote(passage))
