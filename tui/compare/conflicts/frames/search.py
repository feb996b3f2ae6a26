"""The search between phrase frames: across articles, and between a headline and its own text."""

from collections.abc import Sequence
from functools import lru_cache

from tui.compare.conflicts.frames.cast import ages, people
from tui.compare.conflicts.frames.causes import cause_frames, open_frames
from tui.compare.conflicts.frames.caveats import dropped_caveats
from tui.compare.conflicts.frames.clauses import clause_figures, clause_hours
from tui.compare.conflicts.frames.events import event_ordinals, event_places
from tui.compare.conflicts.frames.headline import headline_findings
from tui.compare.conflicts.frames.matching import match
from tui.compare.conflicts.frames.model import Framed, reading_of
from tui.compare.conflicts.frames.offices import offices
from tui.compare.conflicts.frames.said import quotations
from tui.compare.conflicts.frames.seasons import seasons
from tui.compare.conflicts.frames.sites import named_sites
from tui.compare.conflicts.frames.stances import stances
from tui.compare.conflicts.frames.states import accords, event_states, levels, trends
from tui.compare.conflicts.frames.tallies import tallies
from tui.compare.conflicts.frames.tolls import deaths
from tui.compare.conflicts.model import FrameFinding
from tui.story.model import Article

_EXTRACTORS = (
    event_places, event_ordinals, quotations, stances, event_states, accords, trends, levels, people, ages, deaths,
    clause_figures, clause_hours, named_sites, open_frames, cause_frames, seasons, tallies, offices,
)  # fmt: skip


def across(articles: Sequence[Article]) -> tuple[FrameFinding, ...]:
    """Findings between phrase frames of different articles, worst first."""
    return across_framed([framed(article) for article in articles])


def across_framed(articles: Sequence[Framed]) -> tuple[FrameFinding, ...]:
    """`across` of articles whose frames are known."""
    found = [*match(articles), *dropped_caveats([article.reading for article in articles])]
    return tuple(sorted(found, key=lambda f: (f.finding.tier != "conflict", -f.finding.severity, f.a, f.b)))


def within(article: Article, index: int = 0) -> tuple[FrameFinding, ...]:
    """Where the headline of an article and its own text differ; tier `internal`, `index` given back."""
    if not article.passages or article.passages[0].kind != "heading":
        return ()
    return tuple(headline_findings(reading_of(article), index))


@lru_cache(maxsize=32)
def framed(article: Article) -> Framed:
    """An article with all its phrase frames, none where it is not in English; worked out once."""
    reading = reading_of(article)
    if article.language != "en":
        return Framed(reading, ())
    return Framed(reading, tuple(frame for extract in _EXTRACTORS for frame in extract(reading)))
