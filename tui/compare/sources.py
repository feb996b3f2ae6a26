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
    alone = [_alone(reading, linked) for reading in readings]
    return tuple(
        Source(
            article=reading.index,
            alone=tuple(index for _, index in unshared),
            cites=_cites(reading),
            reuse=tuple(
                (other.index, round(words.get(other.index, 0) / max(1, len(reading.words.tokens)), _DIGITS))
                for other in readings
                if other.index != reading.index
            ),
            checkable=sum(points > 0 for points, _ in unshared),
        )
        for reading, words, unshared in zip(readings, reused, alone, strict=True)
    )


def _alone(reading: Reading, linked: set[tuple[int, int]]) -> list[tuple[float, int]]:
    """How checkable each passage is that is in no link, and its index, most checkable first."""
    article = reading.article
    alone = [
        index
        for index, passage in enumerate(article.passages)
        if passage.kind in ("sentence", "item") and (reading.index, index) not in linked
    ]
    points = [(checkability(article.quote(index), article.language), index) for index in alone]
    return sorted(points, key=lambda pair: (-pair[0], pair[1]))


def _cites(reading: Reading) -> tuple[str, ...]:
    article = reading.article
    kept = (k for k, passage in enumerate(article.passages) if passage.kind != "boilerplate")
    return cited(article.quote(index) for index in kept)
