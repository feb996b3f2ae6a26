"""What two passages have in common, in the order in which it tells most."""

from collections.abc import Sequence


def longest_first(pieces: Sequence[str], language: str) -> list[str]:
    """The stretches that both sides have, those of most words first, without function words at their ends.

    What stands in a longer one already is not said again.
    """
    from tui.compare.text.tokens import tokenise

    found: list[tuple[int, str]] = []
    for piece in pieces:
        tokens = tokenise(piece, language)
        telling = [number for number, token in enumerate(tokens) if not token.stop]
        if telling:
            first, last = telling[0], telling[-1]
            found.append((last - first + 1, piece[tokens[first].start : tokens[last].end]))
    kept: list[str] = []
    for _, text in sorted(found, key=lambda each: -each[0]):
        if not any(f" {text.casefold()} " in f" {other.casefold()} " for other in kept):
            kept.append(text)
    return kept
