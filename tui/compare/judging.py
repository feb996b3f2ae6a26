"""Two short texts judged by themselves."""

from datetime import date
from math import expm1

from tui.compare.conflicts import between, read
from tui.compare.links.evidence import same
from tui.compare.links.kinds import kind_of
from tui.compare.links.reasons import overlap_reason
from tui.compare.model import Judgement
from tui.compare.scoring.loose_words import loose_features
from tui.compare.scoring.models import LEAST_SHARED, LEAST_WORDS, model, probability
from tui.compare.scoring.pair_features import pair_features
from tui.compare.text.dates import time_of
from tui.compare.text.profiles import profile_of
from tui.compare.text.words import align_tokens
from tui.story.language import agreed, detect

_OVERLAP = 0.5
_LITTLE = "too little in common"
_NOTHING = Judgement("none", None, 0.0, 0.0, "nothing to compare", (), ())


def judge_texts(a: str, b: str, a_date: date | str | None = None, b_date: date | str | None = None) -> Judgement:
    """What the texts `a` and `b` have to do with each other; a date that cannot be read counts as unknown.

    A text too short to tell its language is read in that of the other.
    """
    languages = agreed((a, b), (detect(a), detect(b)))
    first, second = (profile_of(text, language) for text, language in zip((a, b), languages, strict=True))
    if not first.tokens or not second.tokens:
        return _NOTHING
    pairing = align_tokens(first.tokens, second.tokens)
    features = {**pair_features(first, second), **loose_features(first, second, pairing)}
    overlap = probability(model("pair").one(features))
    texts = read(a, languages[0], time_of(a_date)), read(b, languages[1], time_of(b_date))
    findings = between(*texts, pairing, overlap)
    conflict = max((finding.score for finding in findings), default=0.0)
    if findings and findings[0].tier == "conflict":
        best = findings[0]
        return Judgement("conflict", best.kind, overlap, conflict, best.reason, best.evidence, findings)
    evidence = same(first.tokens, second.tokens, pairing)
    shared, words = expm1(features["shared_other"]), round(expm1(features["other_words"]))
    if overlap >= _OVERLAP and shared >= LEAST_SHARED and words >= LEAST_WORDS:
        kind = kind_of(first.tokens, second.tokens)
        reason = overlap_reason(kind, first.tokens, second.tokens, a, evidence)
        return Judgement("overlap", kind, overlap, conflict, reason, evidence, findings)
    # A conflict is a finding of its tier; what is only to be checked is told beside it.
    reason = f"too little in common to be the same, but to be checked: {findings[0].reason}" if findings else _LITTLE
    return Judgement("none", None, overlap, conflict, reason, evidence, findings)
