"""Names for links and facts that stay the same when a story is compared again."""

import hashlib
from collections.abc import Iterable

from tui.compare.model import Span
from tui.story.model import Article

_LENGTH = 16


def link_id(first: Article, second: Article, a: Span, b: Span, kind: str) -> str:
    """An identifier made from the two articles' contents, the spans and the kind."""
    return _digest([first.sha256, f"{a[0]}-{a[1]}", second.sha256, f"{b[0]}-{b[1]}", kind])


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:_LENGTH]
