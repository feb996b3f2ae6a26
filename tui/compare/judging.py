"""Two short texts judged by themselves."""

from datetime import date

import numpy as np

from tui.compare.conflicts import between, read
from tui.compare.dates import day_of
from tui.compare.evidence import same
from tui.compare.features import NAMES, Features
from tui.compare.kinds import kind_of
from tui.compare.model import Judgement
from tui.compare.profiles import profile_of
from tui.compare.reasons import overlap_reason
from tui.compare.scores import sound
from tui.compare.scoring import model, probabilities
from tui.compare.words import align_tokens

_OVERLAP = 0.5
_NOTHING = Judgement("none", None, 0.0, 0.0, "nothing to compare", (), ())
_FIRST, _SECOND = np.zeros(1, dtype=np.int32), np.ones(1, dtype=np.int32)


def judge_texts(
    a: str, b: str, a_date: date | str | None = None, b_date: date | str | None = None
) -> Judgement:
    """What the texts `a` and `b` have to do with each other; a date that cannot be read counts as unknown."""
    first, second = profile_of(a), profile_of(b)
    if not first.tokens or not second.tokens:
        return _NOTHING
    matrix = Features((first, second)).of(_FIRST, _SECOND)
    columns = {name: matrix[:, k] for k, name in enumerate(NAMES)}
    overlap = float(probabilities(model("pair").logits(columns))[0])
    pairing = align_tokens(first.tokens, second.tokens)
    findings = between(read(a, "en", day_of(a_date)), read(b, "en", day_of(b_date)), pairing, overlap)
    conflict = max((finding.score for finding in findings), default=0.0)
    if findings and findings[0].tier == "conflict":
        best = findings[0]
        return Judgement("conflict", best.kind, overlap, conflict, best.reason, best.evidence, findings)
    evidence = same(first.tokens, second.tokens, pairing)
    if overlap >= _OVERLAP and bool(sound(columns)[0]):
        kind = kind_of(first.tokens, second.tokens)
        reason = overlap_reason(kind, first.tokens, second.tokens, a, evidence)
        return Judgement("overlap", kind, overlap, conflict, reason, evidence, findings)
    return Judgement("none", None, overlap, conflict, "too little in common", evidence, findings)
