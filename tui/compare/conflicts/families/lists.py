"""Counted lists: a count here, the things themselves there; a total here, its parts there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tui.compare.conflicts.cues.names import Mention
from tui.compare.conflicts.cues.quantities import Quantity
from tui.compare.conflicts.families.numbers import agree, parts, total_of
from tui.compare.conflicts.pair import Candidate, Pair, Run, span, words
from tui.compare.conflicts.reading import Text

# Longer lists are seldom given name by name.
_MOST = 12
# A list stands in another place of its sentence than a count: what is learnt from counts does not tell of it.
_RATING = 0.5
_OPEN = frozenset(["including", "like", "among", "namely", "notably"])


@dataclass(frozen=True, slots=True)
class Listing:
    """Things of one kind listed by name in tokens `run`: their `noun` and how `many` they are."""

    noun: str
    many: int
    run: Run


def lists(pair: Pair) -> list[Candidate]:
    """Counts that the other text's list, or the sum of its parts, does not reach or exceeds."""
    found = []
    for first in (True, False):
        text, other = (pair.a, pair.b) if first else (pair.b, pair.a)
        for listing in listings(text):
            found += [_listed(pair, listing, count, first) for count in _counts(other, listing)]
        for group in parts(text):
            total = total_of(group, other)
            if total is not None and not _makes(group, total):
                found.append(_summed(pair, group, total, first))
    return found


def listings(text: Text) -> Iterator[Listing]:
    """The lists of names that follow a plural without a number: "the trawlers Kittiwake and Morning Star"."""
    for group in _groups(text):
        at = group[0].first - 1
        if at >= 0 and text.tokens[at].norm == "the":
            at -= 1
        if at < 0 or any(mark.strip(" ,:(–—") for mark in text.gaps[at + 1 : group[0].first + 1]):
            continue
        token = text.tokens[at]
        plural = token.norm.endswith("s") and token.text[0].islower() and not token.stop and token.norm not in _OPEN
        if plural and not _is_counted(text, at):
            yield Listing(text.lemmas[at], len(group), (at, group[-1].last))


def _is_counted(text: Text, at: int) -> bool:
    return any(q.kind == "count" and q.first < at <= q.last + 2 for q in text.quantities)


def _groups(text: Text) -> Iterator[list[Mention]]:
    """Runs of names joined by commas and closed by "and"."""
    group: list[Mention] = []
    closed = False
    for one, other in pairwise(text.mentions):
        between = [token.norm for token in text.tokens[one.last : other.first] if token.norm != "the"]
        comma = text.gaps[one.last].strip() == ","
        joined = not closed and (between == ["and"] or (comma and not between))
        if joined:
            group = group or [one]
            group.append(other)
            closed = between == ["and"]
        if group and (not joined or closed):
            if closed and 2 <= len(group) <= _MOST:
                yield group
            group, closed = [], False


def _counts(text: Text, listing: Listing) -> list[Quantity]:
    """The counts of the listed things that their number does not fit."""
    return [
        q
        for q in text.quantities
        if q.kind == "count" and listing.noun in q.nouns and not q.loose and not q.part and 1 < q.value <= _MOST
        and not q.low <= listing.many <= q.high
    ]  # fmt: skip


def _listed(pair: Pair, listing: Listing, count: Quantity, first: bool) -> Candidate:
    own, other = listing.run, (count.first, count.last)
    run_a, run_b = (own, other) if first else (other, own)
    here, there = span(pair.a, run_a), span(pair.b, run_b)
    texts = words(pair.a, here), words(pair.b, there)
    listed, counted = (texts[0], texts[1]) if first else (texts[1], texts[0])
    reason = f"{counted} in one, {listing.many} are listed in the other: “{listed}”"
    return Candidate("number", "count", 0.8, run_a, run_b, here, there, reason, texts, mild=True, rating=_RATING)


def _makes(group: Sequence[Quantity], total: Quantity) -> bool:
    """Whether the parts make the total, as exactly as it is told."""
    added = sum(part.value for part in group)
    return agree(Quantity("count", added, added, added, 0, 0, 0, 0), total)


def _summed(pair: Pair, group: Sequence[Quantity], total: Quantity, first: bool) -> Candidate:
    own, other = (group[0].first, group[-1].last), (total.first, total.last)
    run_a, run_b = (own, other) if first else (other, own)
    here, there = span(pair.a, run_a), span(pair.b, run_b)
    texts = words(pair.a, here), words(pair.b, there)
    added = " + ".join(f"{part.value:g}" for part in group)
    reason = f"{added} makes {sum(part.value for part in group):g} in one, {texts[1 if first else 0]} in the other"
    return Candidate("number", "casualties", 0.9, run_a, run_b, here, there, reason, texts)
