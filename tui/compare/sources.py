"""What each article has to itself, whom it cites, and how much of its wording stands in the others."""

from collections.abc import Sequence

from tui.compare.alone import checkability
from tui.compare.linking import Reading
from tui.compare.model import Link, Source
from tui.compare.origins import cited
from tui.compare.reuse import shares

_DIGITS = 4


def sources_of(readings: Sequence[Reading], links: Sequence[Link]) -> tuple[Source, ...]:
    """One profile for each article, in order."""
    reused = shares([reading.words.shingles for reading in readings])
    linked = {
        (side.article, passage)
        for link in links
        if link.relation == "overlap"
        for side in (link.a, link.b)
        for passage in range(side.first, side.last + 1)
    }
    return tuple(
        Source(
            article=reading.index,
            alone=_alone(reading, linked),
            cites=_cites(reading),
            reuse=tuple(
                (other.index, round(words.get(other.index, 0) / max(1, len(reading.words.tokens)), _DIGITS))
                for other in readings
                if other.index != reading.index
            ),
        )
        for reading, words in zip(readings, reused, strict=True)
    )


def _alone(reading: Reading, linked: set[tuple[int, int]]) -> tuple[int, ...]:
    article = reading.article
    alone = [
        index
        for index, passage in enumerate(article.passages)
        if passage.kind in ("sentence", "item") and (reading.index, index) not in linked
    ]
    return tuple(sorted(alone, key=lambda index: (-checkability(article.quote(index), article.language), index)))


def _cites(reading: Reading) -> tuple[str, ...]:
    article = reading.article
    kept = (k for k, passage in enumerate(article.passages) if passage.kind != "boilerplate")
    return cited(article.quote(index) for index in kept)
