"""Two numbers that tell how a vote or a match ended: "voted 242-190", "a 136-to-61 vote", "beat Leeds 3-1"."""

import re
from collections.abc import Sequence

from tui.compare.conflicts.cues.numerals import Numeral
from tui.compare.conflicts.lexicon import listed
from tui.compare.text.tokens import Token

# Words of votes and matches that stand beside a tally, those that only stand near one, and what counts other things.
_TALLIED = frozenset(
    listed(
        "vote votes voted voting ballot ballots majority decision ruling beat beats beating defeat defeats defeated "
        "defeating win wins won winning victory lost loss lose loses draw drew thrashed routed edged"
    )
)
_PASSING = frozenset(listed("passed approved adopted rejected"))
_NO_TALLY = frozenset(listed("percent per million billion dollar dollars year years day days month months week weeks"))
# What a tally is counted in: "by 246 votes to 186".
COUNTED_IN = frozenset(listed("votes goals sets games"))
# How far before a tally such a word may stand: where the numbers are joined by a dash, and where by "to".
_BEFORE_DASH, _BEFORE = 5, 3
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def is_tally(tokens: Sequence[Token], gaps: Sequence[str], one: Numeral, other: Numeral, at: int) -> bool:
    """Whether numbers `one` and `other`, which begins at token `at`, are the two sides of a vote or a match."""
    whole = all(float(n.low).is_integer() and n.last == n.first + 1 for n in (one, other))
    if not whole or tokens[one.first].norm[0].isdigit() != tokens[at].norm[0].isdigit():
        return False
    beside = tuple(tokens[k].norm if 0 <= k < len(tokens) else "" for k in (one.first - 1, other.last))
    if _YEAR.fullmatch(tokens[at].text) or beside[1] in _NO_TALLY or beside[0] == "from":
        return False
    dashed = at == one.last or gaps[one.last] == "-"
    if one.low <= other.low and not (dashed and _TALLIED.intersection(beside)):
        return False
    near = range(max(0, one.first - (_BEFORE_DASH if dashed else _BEFORE)), min(len(tokens), other.last + 2))
    return any(tokens[k].norm in _TALLIED or tokens[k].norm in _PASSING for k in near)
