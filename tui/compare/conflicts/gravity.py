"""Which differences weigh heaviest: the dead, then figures, dates and outcomes, then who, where and how surely."""

from tui.compare.conflicts.cues.quantities import role_of
from tui.compare.conflicts.reading import Text
from tui.compare.model import Finding, Span

# Words of the role that also name other things: a toll road, a governing body.
_OTHER_SENSES = frozenset({"toll", "bodi", "body"})
# Severities of differences about the dead lie above this, all others below.
LEAST_GRAVE = 0.9
_FIRST = frozenset({"number", "date", "negation", "antonym"})
# What a difference of another kind weighs beside one of those.
_LATER = 0.85


def severity(finding: Finding, a: Text, b: Text) -> float:
    """The severity of a finding in a story, 0 to 1."""
    if of_the_dead(finding, a, b):
        return round(LEAST_GRAVE + (1 - LEAST_GRAVE) * finding.severity, 3)
    return round(LEAST_GRAVE * finding.severity * (1 if finding.kind in _FIRST else _LATER), 3)


def of_the_dead(finding: Finding, a: Text, b: Text) -> bool:
    """Whether a finding is about how many are dead, whether somebody is, or who they were."""
    if any(_says(a, one.a) or _says(b, one.b) for one in finding.evidence):
        return True
    if not _mourns(a) or not _mourns(b):
        return False
    return finding.kind == "name" or any(_is_age(a, one.a) or _is_age(b, one.b) for one in finding.evidence)


def _says(text: Text, span: Span) -> bool:
    """Whether words tell of the dead: a figure of them, or a word for it."""
    counted = any(q.role == "killed" and q.start < span[1] and span[0] < q.end for q in text.quantities)
    inside = (at for at, token in enumerate(text.tokens) if token.start < span[1] and span[0] < token.end)
    return counted or any(_grave(text.lemmas[at]) for at in inside)


def _mourns(text: Text) -> bool:
    return any(map(_grave, text.lemmas))


def _grave(lemma: str) -> bool:
    return role_of(lemma) == "killed" and lemma not in _OTHER_SENSES


def _is_age(text: Text, span: Span) -> bool:
    return any(q.kind == "age" and q.start < span[1] and span[0] < q.end for q in text.quantities)
