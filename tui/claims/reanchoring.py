"""Finding a quote again in a text that has changed, or saying that it is gone.

The order is that of the Hypothesis client (exact place, exact quote, fuzzy quote with context), on
texts with evened-out typography, and with one more question where the former text is known: whether what was
found stood there before, beside the quote, and so is not the quote.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from tui.claims.alignment import best_span, similarity
from tui.claims.flattening import Flat, flatten, words
from tui.claims.model import Anchor

ACCEPTED = 0.62
"""The least similarity of the words found to the quote; below it the quote counts as gone."""

_CANDIDATES = 5
_SLACK = 60
_BIN = 24
_FEW = 2
_SHORT = 4
_LONG = 6
_SEAM = 3
_MOST_ADDED = 4
_IN_NUMBER = re.compile(r"\d[.,:]$")
_SAME_CONTEXT = 0.85
_KNOWN_CONTEXT = 0.5
_SOME_CONTEXT = 0.4
_CHANCE = 0.3
"""How alike two stretches of text are that have nothing to do with each other."""
_TIE = 0.06
"""Places whose scores differ by less are told apart by their distance from the old place."""


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a quote stands now, in code points of the new text.

    `quote` and `context` are similarities, 0 to 1, of the words and of what surrounds them.
    """

    start: int
    end: int
    quote: float
    context: float

    @property
    def score(self) -> float:
        """What decides between several places: the quote counts for a little more than its context."""
        return 0.55 * self.quote + 0.45 * max(0.0, self.context - _CHANCE) / (1 - _CHANCE)


def place(anchor: Anchor, text: str, former: str | None = None) -> Placement | None:
    """Where the quote of `anchor` stands in `text`; None when it is gone. `former` is the text it is from."""
    same = _in_place(anchor, text)
    if same is not None:
        return same
    flat = flatten(text)
    quote = flatten(anchor.exact).text
    if not quote.strip() or not flat.text:
        return None
    sides = flatten(anchor.prefix).text, flatten(anchor.suffix).text
    expected = flat.position(_expected(anchor, text, former))
    starts = _occurrences(quote, flat.text, whole=_was_whole(quote, sides))
    found = [_measured(flat, start, start + len(quote), quote, sides) for start in starts]
    if all(placement.context < _SAME_CONTEXT for placement in found):
        found += _fuzzy(flat, quote, sides)
    if former is not None:
        found = [placement for placement in found if not _stood_there_before(placement, anchor, text, former)]
    if any(placement.quote < 1 for placement in found) and _closed_up(flat.text, sides):
        found = [placement for placement in found if placement.quote == 1 or placement.context >= _SAME_CONTEXT]
    best = _best(found, quote, flat, expected)
    return _with_added_words(best, flat, quote, sides) if best and _accepted(best, quote, flat) else None


def _expected(anchor: Anchor, text: str, former: str | None) -> int:
    """Where the quote would stand if only what is above it, or only what is below it, had changed."""
    if former is None or text.startswith(former[: anchor.start]):
        return anchor.start
    return len(text) - (len(former) - anchor.start)


def _best(found: list[Placement], quote: str, flat: Flat, expected: int) -> Placement | None:
    exact = [placement for placement in found if placement.quote == 1]
    certain = any(placement.context >= _SAME_CONTEXT for placement in found)
    # Six equal words are the quote, however much of what surrounds them is new.
    candidates = exact if exact and not certain and len(words(quote)) >= _LONG else found
    most = max((placement.score for placement in candidates), default=0.0)
    equal = [placement for placement in exact if placement.score >= most - _TIE]
    if len(equal) > 1:
        return min(equal, key=lambda placement: abs(flat.position(placement.start) - expected))
    return max(candidates, key=lambda placement: placement.score, default=None)


def _closed_up(text: str, sides: tuple[str, str]) -> bool:
    """Whether what stood on both sides of the quote now stands together: then the quote was taken out."""
    before = [word for word, _, _ in words(sides[0])][-_SEAM:]
    after = [word for word, _, _ in words(sides[1])][:-1][:_SEAM]
    if len(before) < _SEAM or len(after) < _SEAM:
        return False
    seam, everything = before + after, [word for word, _, _ in words(text)]
    return any(everything[at : at + len(seam)] == seam for at in range(len(everything) - len(seam) + 1))


def _accepted(found: Placement, quote: str, flat: Flat) -> bool:
    if len(words(quote)) <= _FEW and found.context < _SOME_CONTEXT:
        return False
    if found.quote >= ACCEPTED:
        return True
    # One changed word of a quote of a few words leaves little of it: then the surroundings vouch for it.
    now = flat.text[flat.position(found.start) : flat.position(found.end)]
    count = len(words(quote))
    return count <= _SHORT and len(words(now)) == count and found.context >= 0.98


def _with_added_words(found: Placement, flat: Flat, quote: str, sides: tuple[str, str]) -> Placement:
    """The place with the few words that were put in between the quote and what stood beside it.

    "not" in front of a quote changes what it says as much as inside it.
    """
    start, end = flat.position(found.start), flat.position(found.end)
    before = words(flat.text[max(0, start - _SLACK) : start])
    after = words(flat.text[end : end + _SLACK])
    head = [word for word, _, _ in words(sides[0])][-_SEAM:]
    tail = [word for word, _, _ in words(sides[1])][:-1][:_SEAM]
    added = _added([word for word, _, _ in reversed(before)], head[::-1])
    if added:
        start = max(0, start - _SLACK) + before[-added][1]
    added = _added([word for word, _, _ in after], tail)
    if added:
        end += after[added - 1][2]
    if (start, end) == (flat.position(found.start), flat.position(found.end)):
        return found
    grown = _measured(flat, start, end, quote, sides)
    return grown if grown.quote >= ACCEPTED else found


def _added(beside: list[str], known: list[str]) -> int:
    """How many words stand between an edge of the quote and the words known to have been beside it."""
    if len(known) < _SEAM:
        return 0
    return next((gap for gap in range(_MOST_ADDED + 1) if beside[gap : gap + _SEAM] == known), 0)


def _measured(flat: Flat, start: int, end: int, quote: str, sides: tuple[str, str]) -> Placement:
    prefix, suffix = sides
    text = flat.text
    alike = [
        similarity(text[max(0, start - len(prefix)) : start], prefix),
        similarity(text[end : end + len(suffix)], suffix),
    ]
    found = text[start:end]
    first, last = flat.original(start, end)
    return Placement(first, last, 1.0 if found == quote else similarity(found, quote), sum(alike) / 2)


def _in_place(anchor: Anchor, text: str) -> Placement | None:
    """The old place, where it holds the very words in the very surroundings."""
    if text[anchor.start : anchor.end] != anchor.exact:
        return None
    if _was_whole(anchor.exact, (anchor.prefix, anchor.suffix)) and not _on_edges(text, anchor.start, anchor.end):
        return None
    surrounded = text[: anchor.start].endswith(anchor.prefix) and text.startswith(anchor.suffix, anchor.end)
    return Placement(anchor.start, anchor.end, 1.0, 1.0) if surrounded else None


def _was_whole(quote: str, sides: tuple[str, str]) -> bool:
    """Whether the quote was tagged from the beginning of a word to the end of one."""
    prefix, suffix = sides
    return _on_edges(prefix + quote + suffix, len(prefix), len(prefix) + len(quote))


def _occurrences(quote: str, text: str, *, whole: bool = True) -> Iterator[int]:
    at = text.find(quote)
    while at >= 0:
        if not whole or _on_edges(text, at, at + len(quote)):
            yield at
        at = text.find(quote, at + 1)


def _on_edges(text: str, start: int, end: int) -> bool:
    """Whether a find is no part of a longer word or number: "10" is not in "100" nor in "10.5"."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if text[start].isalnum() and (before[-1:].isalnum() or (text[start].isdigit() and _IN_NUMBER.search(before))):
        return False
    last = text[end - 1]
    return not (last.isalnum() and (after[:1].isalnum() or (last.isdigit() and _IN_NUMBER.match(after[::-1]))))


def _fuzzy(flat: Flat, quote: str, sides: tuple[str, str]) -> list[Placement]:
    """Places where the quote may stand with other words, around where most of its rarer words are.

    What surrounds the quote helps to find its ends, unless that has been rewritten as well.
    """
    asked = [word for word, _, _ in words(quote)]
    before = [word for word, _, _ in words(sides[0])][1:]
    after = [word for word, _, _ in words(sides[1])][:-1]
    everything = words(flat.text)
    found = []
    for start in _likely_starts(flat.text, quote, sides):
        low, high = start - _SLACK, start + len(quote) + len(quote) // 3 + _SLACK
        window = [entry for entry in everything if entry[1] >= low and entry[2] <= high]
        plain = [word for word, _, _ in window]
        for head, tail in ((before, after), ([], [])):
            span = best_span([*head, *asked, *tail], plain, len(head), len(head) + len(asked))
            if span is None:
                continue
            placement = _measured(flat, window[span[0]][1], window[span[1] - 1][2], quote, sides)
            if not head + tail or placement.context >= _KNOWN_CONTEXT:
                found.append(placement)
                break
    return found


def _likely_starts(text: str, quote: str, sides: tuple[str, str]) -> list[int]:
    """Where the quote would begin, by the words of quote and context: the places most of them agree on."""
    standing: dict[str, list[int]] = defaultdict(list)
    for word, start, _ in words(text):
        standing[word].append(start)
    votes: dict[int, float] = defaultdict(float)
    origin = len(sides[0])
    for word, offset, _ in words(sides[0] + quote + sides[1]):
        if not word[0].isalnum():
            continue
        found = standing.get(word, ())
        for start in found:
            votes[(start - offset + origin) // _BIN] += 1 / len(found)
    ranked = sorted(votes, key=lambda bin_: -(votes[bin_] + votes.get(bin_ + 1, 0) + votes.get(bin_ - 1, 0)))
    chosen: list[int] = []
    for bin_ in ranked:
        if all(abs(bin_ - other) > 1 for other in chosen):
            chosen.append(bin_)
        if len(chosen) == _CANDIDATES:
            break
    return [bin_ * _BIN + _BIN // 2 for bin_ in chosen]


def _stood_there_before(found: Placement, anchor: Anchor, text: str, former: str) -> bool:
    """Whether the words found were in the former text as well, beside the quote."""
    if found.context >= _SAME_CONTEXT:
        return False
    now, then = flatten(text).text, flatten(former)
    words_found = flatten(text[found.start : found.end]).text
    start, end = then.position(anchor.start), then.position(anchor.end)
    elsewhere = [at for at in _occurrences(words_found, then.text) if at + len(words_found) <= start or at >= end]
    return len(elsewhere) >= sum(1 for _ in _occurrences(words_found, now))
