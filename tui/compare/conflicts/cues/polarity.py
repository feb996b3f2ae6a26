"""Negations of a text and the words they reach."""

from collections.abc import Sequence
from dataclasses import dataclass

from tui.compare.conflicts.lexicon import lemma, listed
from tui.compare.text.tokens import Token

# "Haven't" where the apostrophe was lost.
_BARE = frozenset(listed("havent hasnt hadnt dont doesnt didnt isnt wasnt arent werent couldnt wouldnt shouldnt cant"))
_NOT = frozenset(listed("not no never none nobody nothing neither nor cannot unless"))
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
    for at, token in enumerate(tokens):
        strong = token.norm in _NOT or token.norm.endswith("n't") or token.norm in _BARE
        if not strong and (lemmas[at] not in _TURNING or (at and token.text[0].isupper())):
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
        if any(mark in gaps[at] for mark in '.;:,"“”—–') or tokens[at].norm in _BREAKS:
            break
        if not tokens[at].stop:
            reached.append(at)
            if len(reached) == REACH:
                break
    return tuple(reached)
