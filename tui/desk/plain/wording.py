"""Passages, marks and findings as sentences that can be listened to."""

from collections.abc import Iterator, Sequence

from tui.claims import Claim
from tui.compare.model import Link, Side
from tui.desk.draw.words import address, byline, counted, in_quotes, sure
from tui.desk.lines import one_line
from tui.desk.reading.grouping import FindingGroup
from tui.desk.reading.links import Counterpart, Place
from tui.desk.reading.marks import ALONE, CHECK, CONFLICT, COPIED, SAME, WORDS
from tui.desk.reading.state import Reading

STATES = {"recheck": ", to recheck: its words changed", "orphan": ", orphaned: its words are gone"}
_MOST_OF_A_MARK = 3


def article_line(reading: Reading, article: int) -> str:
    """The number of an article, its title, who published it and when."""
    piece = reading.story.articles[article]
    return f"article {article + 1}, {one_line(piece.title)}, {byline(piece)}, {counted(len(piece.passages), 'passage')}"


def passage_lines(reading: Reading, claims: Sequence[Claim], verdicts: dict[str, str]) -> Iterator[str]:
    """The passage under the cursor: where it is, its words, what stands against it, and what is tagged."""
    article, passage = reading.place
    piece = reading.story.articles[article]
    kind = piece.passages[passage].kind
    said = "" if kind == "sentence" else f", {kind}"
    yield f"{address(reading.place)} of {len(piece.passages)}{said}"
    yield one_line(piece.quote(passage))
    yield from _marks(reading, verdicts)
    for claim in claims:
        yield claim_line(claim)


def _marks(reading: Reading, verdicts: dict[str, str]) -> Iterator[str]:
    others = reading.index.counterparts(reading.place)
    for mark in (CONFLICT, CHECK, COPIED, SAME):
        some = [other for other in others if other.mark == mark]
        for other in some[:_MOST_OF_A_MARK]:
            yield counterpart_line(other, verdicts)
        if len(some) > _MOST_OF_A_MARK:
            yield f"{WORDS[mark]}, {len(some) - _MOST_OF_A_MARK} more: m tells all"
    if ALONE in reading.index.marks.get(reading.place, ""):
        yield f"{WORDS[ALONE]}: found only in this article"
    nearest = reading.index.nearest(reading.place)
    if nearest is not None:
        number, passage = nearest.other
        words = in_quotes(one_line(reading.story.articles[number].quote(passage)))
        yield f"maybe told in article {number + 1} passage {passage + 1}, {sure(nearest.chance)}, e goes there: {words}"


def counterpart_line(other: Counterpart, verdicts: dict[str, str]) -> str:
    """A mark as words: "conflict, number, with article 2 passage 8: eleven here, seventeen there"."""
    words = f"{WORDS[other.mark]}{_kind(other.link)}, with {spoken(other.far)}"
    if other.link.relation != "conflict":
        return words
    judged = verdicts.get(other.link.id)
    return f"{words}: {other.link.reason}{f', judged {judged}' if judged else ''}"


def _kind(link: Link) -> str:
    return f", {link.kind}" if link.relation == "conflict" else ""


def spoken(side: Side) -> str:
    """One side of a link: "article 2 passage 8", "article 2 passages 8 to 9"."""
    if side.last > side.first:
        return f"article {side.article + 1} passages {side.first + 1} to {side.last + 1}"
    return f"article {side.article + 1} passage {side.first + 1}"


def detail_lines(reading: Reading, verdicts: dict[str, str]) -> Iterator[str]:
    """Everything that stands against the passage under the cursor, numbered, with its words."""
    for number, other in enumerate(reading.counterparts(), 1):
        yield f"{number}. {counterpart_line(other, verdicts)}, {sure(other.link.score)}"
        if other.link.downgrade:
            yield f"   but {other.link.downgrade}"
        article = reading.story.articles[other.far.article]
        text = article.text[article.passages[other.far.first].start : article.passages[other.far.last].end]
        yield f"   there: {in_quotes(one_line(text))}"


def finding_line(number: int, group: FindingGroup, judged: str | None) -> str:
    """A finding in a list, with all who take part in it."""
    link = group.link
    tier = {"conflict": WORDS[CONFLICT], "check": WORDS[CHECK]}.get(link.tier or "", "within one article")
    *most, last = (_address(said.side) for said in group.sides)
    where = f"{', '.join(most)} and {last}"
    return f"{number}. {tier}, {link.kind}, {where}: {group.reason}{f', judged {judged}' if judged else ''}"


def _address(side: Side) -> str:
    return address((side.article, side.first))


def claim_line(claim: Claim, place: Place | None = None) -> str:
    """A claim: its tags, status, verdict and note; with a place, that and the words first."""
    state = claim.status if claim.verdict is None else f"{claim.status}, {claim.verdict}"
    note = f", note: {one_line(claim.note)}" if claim.note else ""
    details = "".join(f", {word} {one_line(value)}" for word, value in _details(claim) if value)
    about = f"tagged {', '.join(claim.tags) or 'nothing'}, status {state}{STATES.get(claim.state, '')}{details}{note}"
    if place is None:
        return about
    return f"{address(place)} {in_quotes(one_line(claim.quote))}, {about}"


def _details(claim: Claim) -> Iterator[tuple[str, str | None]]:
    yield "said by", claim.speaker
    yield "priority", claim.priority
    yield "for", claim.assigned_to
    yield "in other words:", claim.text if claim.text != claim.quote else None
    yield "evidence:", f"{len(claim.evidence)}" if claim.evidence else None
