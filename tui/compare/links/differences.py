"""What two linked stretches share and what only one of them says, as words to show."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.compare.text.tokens import Token

BEFORE = re.compile(r"[-+\u2212]?[$£€¥₹#§]\s?$")
AFTER = re.compile(r"\s?[%‰°€£]")
SCALES = frozenset(("hundred", "thousand", "million", "billion", "m", "bn", "k", "percent", "per", "cent", "prozent"))
JOINING = frozenset(" -\u2013\N{NO-BREAK SPACE}")


@dataclass(frozen=True, slots=True)
class Differences:
    """Words of two stretches: `shared` as the first has them, then those that stand on one side only, figures first.

    `in_a_row` counts the words of the longest run that both have.
    """

    shared: tuple[str, ...]
    only_a: tuple[str, ...]
    only_b: tuple[str, ...]
    in_a_row: int

    @property
    def words_shared(self) -> int:
        """How many words both have."""
        return sum(len(piece.split()) for piece in self.shared)

    @property
    def counted(self) -> str:
        """How many words both have, and how many of them in a row where that is fewer."""
        words = "1 word" if self.words_shared == 1 else f"{self.words_shared} words"
        return f"{words}, {self.in_a_row} in a row" if self.in_a_row < self.words_shared else words


@lru_cache(maxsize=256)
def differences(a: str, b: str, language: str) -> Differences:
    """What the texts `a` and `b` share and what they do not, by word alignment."""
    # Imported when first needed: in the desk that is after the first screen has been drawn.
    from tui.compare.links.evidence import same
    from tui.compare.links.kinds import longest_run
    from tui.compare.text.tokens import tokenise
    from tui.compare.text.words import align_tokens

    tokens_a, tokens_b = tokenise(a, language), tokenise(b, language)
    pairing = align_tokens(tokens_a, tokens_b)
    shared = same(tokens_a, tokens_b, pairing)
    paired_a, paired_b = {i for i, _ in pairing}, {j for _, j in pairing}
    return Differences(
        tuple(a[piece.a[0] : piece.a[1]] for piece in shared),
        _unpaired(a, tokens_a, paired_a, language),
        _unpaired(b, tokens_b, paired_b, language),
        longest_run([token.norm for token in tokens_a], [token.norm for token in tokens_b]),
    )


def _unpaired(text: str, tokens: Sequence["Token"], paired: set[int], language: str) -> tuple[str, ...]:
    """Stretches of words that correspond to nothing, where at least one is no function word.

    Figures come before all else, for they are what is looked for: each with its currency or its percent sign,
    and with the word after it, which says of what.
    """
    stretches: list[list[Token]] = [[]]
    figures: list[str] = []
    left = 0
    for number, token in enumerate(tokens):
        if number in paired:
            stretches.append([])
        elif number < left:
            continue
        elif _is_figure(token, language):
            left = _end_of_figure(text, tokens, number, paired, language)
            figures.append(_with_signs(text, token.start, tokens[left - 1].end))
            stretches.append([])
        else:
            stretches[-1].append(token)
    telling = [stretch for stretch in stretches if any(not token.stop for token in stretch)]
    return (*figures, *(_with_signs(text, stretch[0].start, stretch[-1].end) for stretch in telling))


def _end_of_figure(text: str, tokens: Sequence["Token"], first: int, paired: set[int], language: str) -> int:
    """Behind the last word of a figure: its other numbers, and the word right after them.

    A word like "million" belongs to its figure although both sides have it.
    """
    end, closed = first + 1, False
    while end < len(tokens) and not closed:
        token, gap = tokens[end], text[tokens[end - 1].end : tokens[end].start]
        scale = token.norm in SCALES
        if token.stop or not set(gap) <= JOINING or (end in paired and not scale):
            break
        closed = not scale and not _is_figure(token, language)
        end += 1
    return end


def _is_figure(token: "Token", language: str) -> bool:
    from tui.compare.text.profiles import term_of

    return term_of(token, language)[:1].isdecimal()


def _with_signs(text: str, start: int, end: int) -> str:
    """The words from `start` to `end` with the signs of a figure at their ends: "$40", "12%"."""
    before, after = BEFORE.search(text[max(0, start - 3) : start]), AFTER.match(text, end)
    return text[start - len(before.group()) if before else start : after.end() if after else end]
