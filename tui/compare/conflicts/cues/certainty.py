"""How sure a text is of what it says: will, may, plans to, reportedly."""

from collections.abc import Sequence
from dataclasses import dataclass

from tui.compare.conflicts.lexicon import listed
from tui.compare.text.tokens import Token

# Levels from sure to unsure; two cues clash when their levels are at least two apart.
SURE, PLANNED, POSSIBLE = 0, 1, 2
_CUES = {
    "will": SURE, "must": SURE, "definitely": SURE, "certainly": SURE, "confirmed": SURE, "won't": SURE, "shall": SURE,
    "plans": PLANNED, "planned": PLANNED, "intends": PLANNED, "expected": PLANNED, "expects": PLANNED, "set": PLANNED,
    "scheduled": PLANNED, "likely": PLANNED, "probably": PLANNED, "aims": PLANNED, "hopes": PLANNED, "should": PLANNED,
    "would": PLANNED, "planning": PLANNED, "wants": PLANNED,
    "may": POSSIBLE, "might": POSSIBLE, "could": POSSIBLE, "possibly": POSSIBLE, "perhaps": POSSIBLE,
    "maybe": POSSIBLE, "potential": POSSIBLE, "potentially": POSSIBLE, "possible": POSSIBLE,
    "considering": POSSIBLE, "considers": POSSIBLE, "weighing": POSSIBLE, "weighs": POSSIBLE,
    "allegedly": POSSIBLE, "reportedly": POSSIBLE, "apparently": POSSIBLE, "suspected": POSSIBLE,
    "unconfirmed": POSSIBLE, "rumored": POSSIBLE, "rumoured": POSSIBLE, "alleged": POSSIBLE,
}  # fmt: skip
_BREAKS = frozenset(".;:,")


# Whom a council or a hotel lets do what: "walkers may use the path again".
_ALLOWED = frozenset(
    listed(
        "people residents villagers neighbours neighbors visitors guests walkers swimmers bathers motorists drivers "
        "cyclists passengers pupils students parents children customers shoppers tenants users travellers travelers "
        "members voters spectators fans anglers tourists"
    )
)
_DEEDS = frozenset(
    listed("use enter leave return drink swim visit walk drive cross apply vote bring take keep park go travel open")
)


@dataclass(frozen=True, slots=True)
class Hedge:
    """A word of certainty at token `at`, its level, and the content tokens after it in its clause."""

    at: int
    level: int
    scope: tuple[int, ...]


def hedges(tokens: Sequence[Token], gaps: Sequence[str]) -> tuple[Hedge, ...]:
    """The words of certainty of a text in order."""
    found = []
    for at in [at for at, token in enumerate(tokens) if token.norm in _CUES]:
        if tokens[at].norm == "may" and (tokens[at].text[0] == "M" or _permitted(tokens, at)):
            continue
        scope = []
        for next_at in range(at + 1, min(len(tokens), at + 6)):
            if not _BREAKS.isdisjoint(gaps[next_at]):
                break
            if not tokens[next_at].stop:
                scope.append(next_at)
        found.append(Hedge(at, _CUES[tokens[at].norm], tuple(scope[:3])))
    return tuple(found)


def _permitted(tokens: Sequence[Token], at: int) -> bool:
    """Whether a "may" lets somebody do something rather than leave it open."""
    beside = tokens[at - 1].norm if at else "", tokens[at + 1].norm if at + 1 < len(tokens) else ""
    return beside[0] in _ALLOWED and beside[1] in _DEEDS
