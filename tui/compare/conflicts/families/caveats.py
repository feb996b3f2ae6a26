"""Qualifiers, hedges and sources that one text gives with a statement and the other leaves out."""

import re
from collections.abc import Iterator

from tui.compare.conflicts.lexicon import listed
from tui.compare.conflicts.pair import Candidate, Pair, Run, span, words
from tui.compare.conflicts.reading import Text
from tui.compare.lazy import noted
from tui.compare.text.origins import folded

# The rest must align: this share of the content words of the text without the caveat.
REST = 0.75
# Content words below which a text says too little to have left anything out.
_LEAST = 4
_HEDGES = re.compile(
    r"\b(?:reportedly|allegedly|alleged|purportedly|purported|supposedly|apparently|apparent|unconfirmed|unverified|"
    r"preliminary|provisional|suspected|so[- ]called|(?:believed|thought|understood) to (?:be|have))\b",
    re.IGNORECASE,
)
_SOURCES = re.compile(
    r"\b(?:according to (?:one|a|an|two) (?:\w+ ){0,2}(?:source|official|person|report|witness|estimate)s?|"
    r"(?:one|a|an) (?:\w+ ){0,2}(?:source|official|witness) (?:said|says|told)|sources? (?:said|say|told)|"
    r"on condition of anonymity|a person familiar with)\b",
    re.IGNORECASE,
)
# One of these stands in whatever the two match: looking for them first takes a tenth of the time.
_PARTS = (
    "alleged", "purported", "supposed", "apparent", "unconfirmed", "unverified", "preliminary",
    "provisional", "suspected", "called", "believed", "thought", "understood", "source", "official", "person",
    "report", "witness", "estimate", "anonymity",
)  # fmt: skip
_REPORTED = re.compile(
    r"\b(?:said|says|saying|told|according|claim\w*|alleg\w+|report(?:s|ed|edly)|accus\w+|estimat\w+)\b", re.IGNORECASE
)
_UNSURE = re.compile(
    r"\b(?:suspect\w*|charged?|may|might|could|possibl[ey]|potential\w*|likely|if|whether|appear\w*|seem\w*|believ\w+|"
    r"think|thought|initial\w*)\b",
    re.IGNORECASE,
)
# Words that a place or a time after them narrows: the first in Asia, the largest since 1990.
_RANKS = frozenset(
    listed("first last only largest biggest highest lowest worst best most fastest oldest longest deadliest")
)
_NARROWING = frozenset(["in", "of", "since", "among", "outside", "under"])
_REACH, _LONGEST = 4, 5
_RATING, _WEIGHT = 0.4, 0.5


@noted
def may_reserve(text: Text) -> bool:
    """Whether a text holds a hedge, a single source or a rank that something narrows."""
    ranks = {q.first for q in text.quantities if q.kind == "ordinal"}
    ranks.update([at for at, word in enumerate(text.words) if word in _RANKS])
    if any(_narrowing(text, at) for at in ranks):
        return True
    if not any(map(folded(text.text).__contains__, _PARTS)):
        return False
    return bool(_HEDGES.search(text.text) or _SOURCES.search(text.text))


def caveats(pair: Pair) -> list[Candidate]:
    """What one text holds with a reservation and the other says outright, where the rest is the same."""
    found: list[Candidate] = []
    for first in (True, False):
        careful, plain = (pair.a, pair.b) if first else (pair.b, pair.a)
        mapping = pair.to_b if first else pair.to_a
        covered = pair.covered[1 if first else 0] >= REST and len(plain.content) >= _LEAST
        if covered and may_reserve(careful) and not plain.headline:
            for run, there in (*_hedged(careful, plain, mapping), *_narrowed(careful, plain, mapping)):
                found.append(_candidate(pair, run, there, first))
    return found


def _hedged(careful: Text, plain: Text, mapping: dict[int, int]) -> Iterator[tuple[Run, Run]]:
    """Hedges and single sources, where the other text has nothing of the kind."""
    for pattern in (_HEDGES, _SOURCES):
        match = pattern.search(careful.text)
        if match is None or _REPORTED.search(plain.text) or pattern.search(plain.text):
            continue
        if pattern is _HEDGES and _UNSURE.search(plain.text):
            continue
        run = _run(careful, match.span())
        if any(at in mapping for at in range(*run) if not careful.tokens[at].stop):
            continue
        near = sorted(mapping, key=lambda at, run=run: run[0] - at if at < run[0] else at - run[1])  # type: ignore[misc]
        if near:
            yield run, (mapping[near[0]], mapping[near[0]] + 1)


def _run(text: Text, where: tuple[int, int]) -> Run:
    inside = [at for at, token in enumerate(text.tokens) if where[0] <= token.start and token.end <= where[1]]
    return inside[0], inside[-1] + 1


def _narrowed(careful: Text, plain: Text, mapping: dict[int, int]) -> Iterator[tuple[Run, Run]]:
    """Ranks that one text limits to a place or a time: "the seventh in Asia" against "the seventh"."""
    ordinals = {q.first for q in careful.quantities if q.kind == "ordinal"}
    for at, token in enumerate(careful.tokens):
        if at not in mapping or not (at in ordinals or token.norm in _RANKS):
            continue
        narrowing = _narrowing(careful, at)
        there = mapping[at]
        if narrowing is None or any(k in mapping for k in range(*narrowing) if not careful.tokens[k].stop):
            continue
        if _narrowing(plain, there) is None and _ends(plain, there):
            yield (at, narrowing[1]), (there, there + 1)


def _narrowing(text: Text, at: int) -> Run | None:
    """The "in Asia" that follows a rank, or the noun after it, in its clause."""
    for near in range(at + 1, min(len(text.tokens) - 1, at + _REACH)):
        if text.gaps[near].strip(" -"):
            return None
        if text.tokens[near].norm in _NARROWING:
            last = near + 1
            while last < len(text.tokens) and last - near < _LONGEST and not text.gaps[last].strip(" -"):
                last += 1
                if not text.tokens[last - 1].stop:
                    break
            return near, last
    return None


def _ends(text: Text, at: int) -> bool:
    """Whether the clause of a rank ends a few words after it."""
    reach = range(at + 1, min(len(text.gaps), at + _REACH))
    return any(text.gaps[near].strip(" -") for near in reach)


def _candidate(pair: Pair, run: Run, there: Run, first: bool) -> Candidate:
    run_a, run_b = (run, there) if first else (there, run)
    here, other = span(pair.a, run_a), span(pair.b, run_b)
    told = words(pair.a, here) if first else words(pair.b, other)
    values = (told, "") if first else ("", told)
    return Candidate(
        "caveat", "caveat", _WEIGHT, run_a, run_b, here, other,
        f"“{told}” in one only: the other says it outright", values, mild=True, rating=_RATING,
    )  # fmt: skip
