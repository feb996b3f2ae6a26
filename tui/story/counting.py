"""How long an article is, counted in one way by the desk and by every report."""

import re

from tui.story.model import Article

_WORD = re.compile(r"\S*\w\S*")


def words_compared(article: Article) -> int:
    """How many words are compared with other articles: all but notices, “read more” lines and the like.

    Dashes and marks of headings and lists that stand by themselves are no words.
    """
    kept = (number for number, passage in enumerate(article.passages) if passage.kind != "boilerplate")
    return sum(len(_WORD.findall(article.quote(number))) for number in kept)
