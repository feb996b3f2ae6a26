"""Negations of a text and the words they reach."""

from collections.abc import Sequence
from dataclasses import dataclass

from tui.compare.conflicts.lexicon import lemma, listed
from tui.compare.text.tokens import Token

# "Haven't" and the like where the apostrophe was lost; where it was not, the ending tells.
_BARE = "havent hasnt hadnt dont doesnt didnt isnt wasnt arent werent couldnt wouldnt shouldnt cant"
_STRONG = frozenset(listed(f"not no never none nobody nothing neither nor cannot unless {_BARE}"))
_FALSE_FRIENDS = frozenset(listed("just merely simply least longer fewer more less later matter doubt only"))
# Words that turn round what follows less surely than "not".
_TURNING = frozenset(
    lemma(word)
    for word in listed(
        "fail failure refuse refusal deny denial decline reject rejection prevent stop halt cancel "
        "abandon lack dismiss ban avoid unable inability false untrue unlikely impossible oppose absence "
        "without hardly rarely barely"
    )
)
_BREAKS = frozenset(
    listed("but although though because while which who that and if when said says after before whether")
)
_MARKS = frozenset('.;:,"“”—–')
REACH = 4


@dataclass(frozen=True, slots=True)
class Negation:
    """A negating word at token `cue` and the content tokens in its clause that it turns round.

    `strong` for "not", "no", "never"; verbs such as "deny" or "fail" turn round what follows less surely.
    """

    cue: int
    scope: tuple[int, ...]
    strong: bool


def negations(tokens: Sequence[Token], gaps: Sequence[str], lemmas: Sequence[str]) -> tuple[Negation, ...]:
    """The negations of a text in order, each with its scope."""
    found = []
    denying = [at for at, token in enumerate(tokens) if token.norm in _STRONG or token.norm[-3:] == "n't"]
    turning = [at for at, word in enumerate(lemmas) if word in _TURNING]
    for at in sorted({*denying, *turning}) if denying or turning else ():
        token, strong = tokens[at], at in denying
        if not strong and at and token.text[0].isupper():
            continue
        following = tokens[at + 1].norm if at + 1 < len(tokens) else ""
        if token.norm in {"not", "no"} and (following in _FALSE_FRIENDS or following.isdigit() or following == "one"):
            continue
        if token.norm == "not" and following == "since" and _first_since(tokens, at):
            continue
        scope = _scope(tokens, gaps, at)
        if scope:
            found.append(Negation(at, scope, strong))
    return tuple(found)


def _first_since(tokens: Sequence[Token], at: int) -> bool:
    """Whether "not since" opens a sentence, or a year follows: it tells of the first time since then."""
    year = tokens[at + 2].norm if at + 2 < len(tokens) else ""
    return tokens[at].text[0].isupper() or year.isdigit()


def _scope(tokens: Sequence[Token], gaps: Sequence[str], cue: int) -> tuple[int, ...]:
    reached: list[int] = []
    for at in range(cue + 1, min(len(tokens), cue + 9)):
        if tokens[at].norm in _BREAKS or not _MARKS.isdisjoint(gaps[at]):
            break
        if not tokens[at].stop:
            reached.append(at)
            if len(reached) == REACH:
                break
    return tuple(reached)
