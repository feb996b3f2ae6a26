"""Text into clusters: what a terminal draws into one cell or a few, with the width Textual lays it out at."""

from __future__ import annotations

import re
from functools import lru_cache

from rich.cells import cell_len

# Printable, one cell everywhere, never joined to a neighbour: Latin, Greek, Cyrillic, punctuation, signs, boxes.
SIMPLE = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1eff"
    "\u2010-\u2027\u2030-\u205e\u2070-\u209c\u20a0-\u20c0\u2100-\u22ff"
    "\u2500-\u25fc\u2800-\u28ff]*"
)
_MARKS = "\u0300-\u036f"
_CLUSTER = re.compile(
    "[\U0001f1e6-\U0001f1ff]{2}"
    r"|[^\x00-\x1f\x7f-\x9f]"
    f"(?:[{_MARKS}\ufe00-\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]|\u200d[^\x00-\x1f\x7f-\x9f]?)*",
)
_CERTAIN = re.compile(
    f"(?:{SIMPLE.pattern[:-1]}|[\u0400-\u0482\u05d0-\u05ea\u0620-\u064a\u1e00-\u1fff])[{_MARKS}]*"
    "|[\u2e80-\u2fd5\u3000-\u3029\u3030-\u303e\u3041-\u3096\u309b-\u30ff\u3105-\u312f\u3131-\u318e"
    "\u3190-\u31ba\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60\uffe0-\uffe6]"
    f"[{_MARKS}]*"
)
_NO_CONTROLS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)))


@lru_cache(maxsize=8192)
def clusters(text: str) -> tuple[tuple[str, int], ...]:
    """Split text into (cluster, width in cells) as Textual measures it; control characters are dropped.

    A leading cluster of width 0 belongs to whatever stands before the text.
    """
    found: list[tuple[str, int]] = []
    for match in _CLUSTER.finditer(text):
        piece = match[0]
        width = cell_len(piece)
        if width == 0 and found:
            before, columns = found[-1]
            found[-1] = (before + piece, columns)
        else:
            found.append((piece, width))
    if sum(width for _, width in found) != cell_len(text):
        return _clusters_by_prefix(text)
    return tuple(found)


def _clusters_by_prefix(text: str) -> tuple[tuple[str, int], ...]:
    """Split odd text so that the widths add up to Textual's, whatever its rules make of stray joiners."""
    found: list[tuple[str, int]] = []
    before = 0
    for end, character in enumerate(text, 1):
        after = cell_len(text[:end])
        joins = character in "\u200d\ufe0f" or after <= before
        if joins and found:
            piece, width = found[-1]
            found[-1] = (piece + character, width + after - before)
        else:
            found.append((character, after - before))
        before = after
    return tuple((piece.translate(_NO_CONTROLS), width) for piece, width in found)


@lru_cache(maxsize=8192)
def is_certain(cluster: str) -> bool:
    """Whether every terminal gives this cluster the width Textual gives it.

    Terminals differ on emoji, joiners, variation selectors, flags and marks other than the Latin ones.
    """
    return _CERTAIN.fullmatch(cluster) is not None


@lru_cache(maxsize=8192)
def widest(cluster: str) -> int:
    """Give the most cells a terminal may use for an uncertain cluster: two for each code point drawn."""
    drawn = sum(2 for character in cluster if cell_len(character) or ord(character) > 0x2000)
    joiners = sum(character in "\u200d\ufe0e\ufe0f" for character in cluster)
    return max(drawn - 2 * joiners, cell_len(cluster), 1)
