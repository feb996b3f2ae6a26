"""What is looked for: words as they are, or, after a backslash and a v, a regular expression with a time limit."""

import re
from collections.abc import Sequence
from functools import lru_cache
from time import monotonic
from typing import Any, Protocol

PREFIX = "\\v"
SECONDS = 0.5
"""How long a pattern may take over all articles together."""

_LONGEST = 300
_MOST_REPEATS = 10_000
_COUNTED = re.compile(r"\{(\d*),?(\d*)\}")
_ALIKE = ("'‘’`´", '"“”„«»', "-‐‑–—−")


class PatternError(Exception):
    """The pattern cannot be used; the message is one sentence for the editor."""


class _Found(Protocol):
    def span(self) -> tuple[int, int]:
        """Where it stands."""
        ...


class Pattern:
    """Words or an expression to look for; case counts only where a capital was typed."""

    def __init__(self, wanted: str) -> None:
        self.wanted = wanted
        self._expression = wanted[len(PREFIX) :] if wanted.startswith(PREFIX) else ""
        self._words = None if wanted.startswith(PREFIX) else _literal(wanted)
        self._compiled = _compiled(self._expression) if self._expression else None

    def spans(self, text: str, seconds: float = SECONDS) -> tuple[tuple[int, int], ...]:
        """Where it stands in `text`, as spans of code points; places without a letter are left out.

        Raises:
            PatternError: the expression takes longer than `seconds`.
        """
        if self._compiled is not None:
            try:
                found: Sequence[_Found] = list(self._compiled.finditer(text, timeout=max(seconds, 0.001)))
            except TimeoutError:
                raise PatternError(f"“{self.wanted}” takes too long on these articles: make it simpler") from None
        else:
            found = list(self._words.finditer(text)) if self._words else []
        return tuple(span for span in (match.span() for match in found) if span[0] < span[1])


@lru_cache(maxsize=32)
def pattern(wanted: str) -> Pattern:
    """The pattern that was typed.

    Raises:
        PatternError: it is no regular expression, or one that is too large.
    """
    return Pattern(wanted)


@lru_cache(maxsize=1024)
def hits(text: str, wanted: str) -> tuple[tuple[int, int], ...]:
    """Where `wanted` stands in `text`, as spans of code points; none for nothing, or where it takes too long."""
    try:
        return pattern(wanted).spans(text)
    except PatternError:
        return ()


def check(texts: Sequence[str], wanted: str) -> None:
    """Look through all texts once, so that what is drawn later is known.

    Raises:
        PatternError: it is no regular expression, or takes longer than `SECONDS` over all texts.
    """
    found = pattern(wanted)
    if not wanted.startswith(PREFIX):
        return
    until = monotonic() + SECONDS
    for text in texts:
        found.spans(text, until - monotonic())


def _literal(wanted: str) -> re.Pattern[str] | None:
    words = wanted.split()
    if not words:
        return None
    flags = re.IGNORECASE if wanted == wanted.lower() else re.NOFLAG
    return re.compile(r"\s+".join("".join(map(_letter, word)) for word in words), flags)


def _letter(letter: str) -> str:
    alike = next((some for some in _ALIKE if letter in some), "")
    return f"[{re.escape(alike)}]" if alike else re.escape(letter)


def _compiled(expression: str) -> Any:
    # Unlike the standard library's, these expressions can be given up on.
    import regex  # type: ignore[import-untyped]

    repeats = 1
    for counts in _COUNTED.findall(expression):
        repeats *= max([int(count) for count in counts if count] or [1])
    if len(expression) > _LONGEST or repeats > _MOST_REPEATS:
        raise PatternError("the pattern is too large: make it simpler")
    flags = regex.IGNORECASE if not re.search(r"(?<!\\)[A-Z]", expression) else 0
    try:
        return regex.compile(expression, flags | regex.MULTILINE)
    except (regex.error, RecursionError, OverflowError) as error:
        raise PatternError(f"no regular expression: {error}") from None
