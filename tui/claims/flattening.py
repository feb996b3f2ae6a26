"""Text in the form in which quotes are looked for: typography evened out, every place traceable."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

_VARIANT = re.compile(
    r"(?P<space>\s+)"
    r"|(?P<quote>[\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02])"
    r"|(?P<apostrophe>[\u2018\u2019\u201a\u201b\u02bc\u2032\u00b4`\uff07])"
    r"|(?P<dash>--+|[\u2010-\u2015\u2212\uff0d])"
    r"|(?P<ellipsis>\u2026)"
)
_PLAIN = {"space": " ", "quote": '"', "apostrophe": "'", "dash": "-", "ellipsis": "..."}
_WORD = re.compile(
    r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]"
    r"|\w+(?:[.,:]\d+)*(?:'\w+)*"
    r"|[^\w\s]"
)


@dataclass(frozen=True, slots=True)
class Flat:
    """A text with plain quotes, dashes and single spaces.

    `places[i]` is where character `i` of `text` stands in the original, in code points; one more closes it.
    """

    text: str
    places: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original that holds the characters `start` to `end`."""
        return self.places[start], self.places[end - 1] + self._width(end - 1)

    def position(self, original: int) -> int:
        """The first character that stands at or behind a place of the original."""
        return min(bisect_left(self.places, original), len(self.text))

    def _width(self, index: int) -> int:
        # Several characters may stand for one ("…"), one for several (a run of spaces, "--").
        if self.text[index] in " -":
            return self.places[index + 1] - self.places[index]
        return 1


@lru_cache(maxsize=64)
def flatten(text: str) -> Flat:
    """`text` with curly quotes, dashes, ellipses and runs of white space in their plain forms."""
    parts: list[str] = []
    places: list[int] = []
    done = 0
    for match in _VARIANT.finditer(text):
        start, end = match.span()
        parts.append(text[done:start])
        places.extend(range(done, start))
        plain = _PLAIN[match.lastgroup or "space"]
        parts.append(plain)
        places.extend([start] * len(plain))
        done = end
    parts.append(text[done:])
    places.extend(range(done, len(text) + 1))
    return Flat("".join(parts), tuple(places))


@lru_cache(maxsize=64)
def words(flat: str) -> tuple[tuple[str, int, int], ...]:
    """The words and punctuation marks of a flattened text, case-folded, with start and end."""
    return tuple((match.group().casefold(), match.start(), match.end()) for match in _WORD.finditer(flat))
