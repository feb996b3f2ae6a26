"""Words of a text as an editor selects them one by one."""

import re
from functools import lru_cache

_WIDE = "\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60"
_WORD = re.compile(rf"[{_WIDE}]|[^\W_{_WIDE}]+(?:[.,'’\-–:/][^\W_{_WIDE}]+)*|[^\s\w]+|_+")


@lru_cache(maxsize=256)
def words_in(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of code points of the words of `text`, in order.

    Figures and words joined by a hyphen, apostrophe, point or comma are one word, punctuation around them is
    another; in scripts without spaces every character is a word.
    """
    return tuple(found.span() for found in _WORD.finditer(text))
