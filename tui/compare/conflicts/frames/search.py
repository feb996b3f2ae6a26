"""The search between phrase frames: across articles, and between a headline and its own text."""

from collections.abc import Sequence
from functools import lru_cache

from tui.compare.conflicts.comparing import ENGLISH
from tui.compare.conflicts.frames.cast import ages, people
from tui.compare.conflicts.frames.caveats import dropped_caveats
from tui.compare.conflicts.frames.events import event_ordinals, event_places
from tui.compare.conflicts.frames.headline import headline_findings
from tui.compare.conflicts.frames.matching import match
from tui.compare.conflicts.frames.model import Frame, reading_of
from tui.compare.conflicts.frames.said import quotations
from tui.compare.conflicts.frames.stances import stances
from tui.compare.conflicts.frames.states import accords, event_states, levels, trends
from tui.compare.conflicts.frames.tolls import deaths
from tui.compare.conflicts.model import FrameFinding
from tui.story.model import Article

_EXTRACTORS = (
    event_places, event_ordinals, quotations, stances, event_states, accords, trends, levels, people, ages, deaths,
)  # fmt: skip


def across(articles: Sequence[Article]) -> tuple[FrameFinding, ...]:
    """Findings between phrase frames of different articles, worst first."""
    readings = [reading_of(article) for article in articles]
    frames = [frames_of(article) for article in articles]
    found = [*match(list(enumerate(readings)), frames), *dropped_caveats(readings)]
    return tuple(sorted(found, key=lambda f: (f.finding.tier != "conflict", -f.finding.severity, f.a, f.b)))


def within(article: Article, index: int = 0) -> tuple[FrameFinding, ...]:
    """Where the headline of an article and its own text differ; tier `internal`, `index` given back."""
    if not article.passages or article.passages[0].kind != "heading":
        return ()
    return tuple(headline_findings(reading_of(article), index))


@lru_cache(maxsize=512)
def frames_of(article: Article) -> tuple[Frame, ...]:
    """All phrase frames of an article in English, none of others; worked out once."""
    if article.language not in ENGLISH:
        return ()
    reading = reading_of(article)
    return tuple(frame for extract in _EXTRACTORS for frame in extract(reading))
