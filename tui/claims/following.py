"""Where a later version of an article says what passages of an earlier one said, as claims are found again."""

from functools import lru_cache

from tui.claims.anchors import CONTEXT
from tui.claims.model import Anchor
from tui.claims.naming import same_passage
from tui.claims.reanchoring import Placement, place
from tui.compare.model import Span
from tui.story.model import Article


def followed(former: str, span: Span, article: Article) -> Span | None:
    """The passages of the article that say what `span` of its former text said; None where that is gone.

    Word for word goes first. Where the words changed, they are looked for as the quote of a claim is.
    """
    start, end = span
    same = same_passage(former[start:end], article)
    if same is not None:
        return same
    found = _place(former, start, end, article.text)
    if found is None:
        return None
    touched = [each for each in article.passages if each.start < found.end and found.start < each.end]
    # A word or two of the passage beside it are not that passage.
    most = [each for each in touched if 2 * _shared(each.start, each.end, found) >= each.end - each.start]
    best = most or sorted(touched, key=lambda each: -_shared(each.start, each.end, found))[:1]
    return (best[0].start, best[-1].end) if best else None


def _shared(start: int, end: int, found: Placement) -> int:
    return min(end, found.end) - max(start, found.start)


@lru_cache(maxsize=256)
def _place(former: str, start: int, end: int, text: str) -> Placement | None:
    # Asked again after every action at the desk.
    prefix, suffix = former[max(0, start - CONTEXT) : start], former[end : end + CONTEXT]
    return place(Anchor("", "", "", former[start:end], prefix, suffix, start, end), text, former)
