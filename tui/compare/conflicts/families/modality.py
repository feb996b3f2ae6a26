"""What one text is sure of and the other holds only possible."""

from collections.abc import Iterator
from dataclasses import replace

from tui.compare.conflicts.cues.certainty import POSSIBLE, Hedge
from tui.compare.conflicts.families.denied import half_told
from tui.compare.conflicts.pair import Candidate, Pair, Run, span, words
from tui.compare.conflicts.reading import Text

_NEAR = 4
# The rating of what is doubted where most of its clause is told by the other text.
_TO_CHECK = 0.4


def modality(pair: Pair) -> list[Candidate]:
    """Words of certainty on one side whose counterpart is plainly asserted, or the other way round."""
    if not pair.a.hedges and not pair.b.hedges:
        return []
    found = list(_one_sided(pair, pair.a, pair.b, pair.to_b, first=True))
    return found + list(_one_sided(pair, pair.b, pair.a, pair.to_a, first=False))


def _one_sided(pair: Pair, text: Text, other: Text, mapping: dict[int, int], *, first: bool) -> Iterator[Candidate]:
    for hedge in text.hedges:
        if hedge.level != POSSIBLE or hedge.at in mapping:
            continue
        hit = next((k for k in doubted(text, hedge) if k in mapping), None)
        if hit is None or unsure(other, mapping[hit]):
            continue
        candidate = _candidate(pair, hedge, hit, mapping[hit], other, first)
        yield candidate
        if half_told(text, other, hedge.at, (hit, mapping[hit]), mapping):
            yield replace(candidate, rating=_TO_CHECK)


def doubted(text: Text, hedge: Hedge) -> tuple[int, ...]:
    """What a word of certainty is about: the first word it reaches, and the next right beside or after an adverb."""
    scope = hedge.scope
    two = len(scope) > 1 and (scope[1] == scope[0] + 1 or text.tokens[scope[0]].norm.endswith("ly"))
    return scope[: 2 if two else 1]


def unsure(text: Text, at: int) -> bool:
    """Whether a word of possibility or a negation stands near a token, or an "if" before it."""
    near = range(max(0, at - _NEAR), min(len(text.tokens), at + _NEAR))
    if any(hedge.at in near and hedge.level == POSSIBLE for hedge in text.hedges):
        return True
    asked = any(text.tokens[k].norm in {"if", "whether", "unless"} for k in range(near.start, at))
    return asked or any(negation.cue in near for negation in text.negations)


def asserted(text: Text, at: int) -> Run:
    """A token that is said plainly, from the word of certainty before it where there is one."""
    before = [hedge.at for hedge in text.hedges if hedge.level != POSSIBLE and at - _NEAR <= hedge.at <= at]
    return (before[0] if before else at), at + 1


def sure_of(hedge: Hedge, at: int) -> float:
    """How surely a word of certainty is about a token it reaches."""
    return 1.0 if hedge.scope[0] == at else 0.5


def _candidate(pair: Pair, hedge: Hedge, hit: int, there_at: int, other: Text, first: bool) -> Candidate:
    own: Run = (hedge.at, hit + 1)
    plain = asserted(other, there_at)
    run_a, run_b = (own, plain) if first else (plain, own)
    here, there = span(pair.a, run_a), span(pair.b, run_b)
    texts = words(pair.a, here), words(pair.b, there)
    return Candidate(
        "modality", "modality", 0.4, run_a, run_b, here, there,
        f"“{texts[0]}” in one, “{texts[1]}” in the other: one is surer", texts,
        sure_of(hedge, hit), mild=True,
    )  # fmt: skip
