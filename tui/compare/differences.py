"""What two linked stretches share and what only one of them says, as words to show."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.compare.tokens import Token


@dataclass(frozen=True, slots=True)
class Differences:
    """Words of two stretches: `shared` as the first has them, then those that stand on one side only."""

    shared: tuple[str, ...]
    only_a: tuple[str, ...]
    only_b: tuple[str, ...]

    @property
    def words_shared(self) -> int:
        """How many words both have."""
        return sum(len(piece.split()) for piece in self.shared)


@lru_cache(maxsize=256)
def differences(a: str, b: str, language: str) -> Differences:
    """What the texts `a` and `b` share and what they do not, by word alignment."""
    # Imported when first needed: in the desk that is after the first screen has been drawn.
    from tui.compare.evidence import same
    from tui.compare.tokens import tokenise
    from tui.compare.words import align_tokens

    tokens_a, tokens_b = tokenise(a, language), tokenise(b, language)
    pairing = align_tokens(tokens_a, tokens_b)
    shared = same(tokens_a, tokens_b, pairing)
    paired_a, paired_b = {i for i, _ in pairing}, {j for _, j in pairing}
    return Differences(
        tuple(a[piece.a[0] : piece.a[1]] for piece in shared),
        _unpaired(a, tokens_a, paired_a),
        _unpaired(b, tokens_b, paired_b),
    )


def _unpaired(text: str, tokens: Sequence["Token"], paired: set[int]) -> tuple[str, ...]:
    """Stretches of words that correspond to nothing, where at least one is no function word."""
    stretches: list[list[Token]] = [[]]
    for number, token in enumerate(tokens):
        if number in paired:
            stretches.append([])
        else:
            stretches[-1].append(token)
    telling = [stretch for stretch in stretches if any(not token.stop for token in stretch)]
    return tuple(text[stretch[0].start : stretch[-1].end] for stretch in telling)
