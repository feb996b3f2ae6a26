"""The search between phrase frames: across articles, and between a headline and its own text."""

from collections.abc import Sequence

from tui.compare.conflicts.frames.events import event_ordinals, event_places
from tui.compare.conflicts.frames.headline import headline_findings
from tui.compare.conflicts.frames.matching import match
from tui.compare.conflicts.frames.model import Frame, Reading
from tui.compare.conflicts.frames.said import quotations
from tui.compare.conflicts.frames.stances import stances
from tui.compare.conflicts.frames.states import accords, event_states, levels, trends
from tui.compare.conflicts.model import FrameFinding
from tui.story.model import Article

_EXTRACTORS = (event_places, event_ordinals, quotations, stances, event_states, accords, trends, levels)


def across(articles: Sequence[Article]) -> tuple[FrameFinding, ...]:
    """Findings between phrase frames of different articles, worst first."""
    readings = [Reading(article, index) for index, article in enumerate(articles)]
    frames = [frame for reading in readings for frame in frames_of(reading)]
    return tuple(sorted(match(frames, readings), key=lambda f: -f.finding.severity))


def within(article: Article, index: int = 0) -> tuple[FrameFinding, ...]:
    """Where the headline of an article and its own text differ; tier `internal`."""
    reading = Reading(article, index)
    if not article.passages or article.passages[0].kind != "heading":
        return ()
    return tuple(headline_findings(reading))


def frames_of(reading: Reading) -> list[Frame]:
    """All phrase frames of an article."""
    return [frame for extract in _EXTRACTORS for frame in extract(reading)]
