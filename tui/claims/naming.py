"""Names for what an editor decided that hold while the words stay, whatever else in their articles changes."""

from collections.abc import Sequence
from hashlib import blake2b

from tui.claims.marks import BY_WORDS
from tui.claims.versions import identity_of
from tui.compare.model import Link, Side
from tui.story.model import Article, Story


def finding_name(story: Story, link: Link) -> str:
    """A name for a finding: of its kind, the passages' words, and the words that differ."""
    parts = [link.kind, *_words(story, link)]
    for side, spans in ((link.a, [item.a for item in link.evidence]), (link.b, [item.b for item in link.evidence])):
        parts += [story.articles[side.article].text[start:end] for start, end in spans]
    return _name(parts)


def pair_name(story: Story, link: Link) -> str:
    """A name for the two stretches of passages that a link joins."""
    return _name(["pair", *_words(story, link)])


def same_passage(before: str, article: Article) -> tuple[int, int] | None:
    """The span of the passage that says what was said before, word for word; None where none does."""
    wanted = before.split()
    return next(
        ((each.start, each.end) for each in article.passages if _said(article, each.start, each.end) == wanted), None
    )


def _words(story: Story, link: Link) -> list[str]:
    return [part for side in (link.a, link.b) for part in _side(story, side)]


def _side(story: Story, side: Side) -> tuple[str, str]:
    article = story.articles[side.article]
    start, end = article.passages[side.first].start, article.passages[side.last].end
    return identity_of(article), " ".join(_said(article, start, end))


def _said(article: Article, start: int, end: int) -> list[str]:
    return article.text[start:end].split()


def _name(parts: Sequence[str]) -> str:
    return BY_WORDS + blake2b("\n".join(parts).encode("utf-8", "replace"), digest_size=12).hexdigest()
