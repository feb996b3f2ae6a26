"""What each article has to itself, whom it cites, and how much of its wording stands in the others."""

from collections.abc import Sequence

from tui.compare.links.linking import Reading
from tui.compare.links.reuse import shares
from tui.compare.model import Link, Source
from tui.compare.sources.alone import checkability
from tui.compare.sources.newsrooms import Newsrooms

_DIGITS = 4


def sources_of(readings: Sequence[Reading], links: Sequence[Link]) -> tuple[Source, ...]:
    """One profile for each article, in order."""
    reused = shares([reading.shingles for reading in readings])
    linked = {
        (side.article, passage)
        for link in links
        if link.relation == "overlap"
        for side in (link.a, link.b)
        for passage in range(side.first, side.last + 1)
    }
    alone = [_alone(reading, linked) for reading in readings]
    newsrooms = Newsrooms([reading.article for reading in readings])
    return tuple(
        Source(
            article=reading.index,
            alone=tuple(index for _, index in unshared),
            cites=_cites(number, reading, newsrooms),
            reuse=tuple(
                (other.index, round(words.get(other.index, 0) / max(1, reading.shingles.words), _DIGITS))
                for other in readings
                if other.index != reading.index
            ),
            checkable=sum(points > 0 for points, _ in unshared),
        )
        for number, (reading, words, unshared) in enumerate(zip(readings, reused, alone, strict=True))
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


def _cites(number: int, reading: Reading, newsrooms: Newsrooms) -> tuple[str, ...]:
    """The names that an article cites, each once, outlets and named sources, in order of first mention."""
    article = reading.article
    kept = (article.quote(k) for k, passage in enumerate(article.passages) if passage.kind != "boilerplate")
    found = [origin for text in kept for origin in newsrooms.cited_in(number, text)]
    wire = newsrooms.wire(number)
    first = [wire[1]] if wire else []
    return tuple(dict.fromkeys(origin.name for origin in [*first, *found] if origin.kind != "unnamed"))
