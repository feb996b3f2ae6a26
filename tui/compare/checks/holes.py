"""Places where words have dropped out: "on , with", empty brackets and quotation marks."""

import re

from tui.compare.checks.remark import Remark
from tui.story.model import Article

_HOLE = re.compile(
    r"\b(?:about|at|between|by|during|for|from|in|into|of|on|since|to|until|with|the|an)[ ]+[,;.](?=\s|$)"
    r"|\b(?:the|an)[,;](?=\s)"
    r"|\b\w+ +,(?= )"
    r"|\(\s*\)|\[\s*\]|“\s*”",
    re.IGNORECASE,
)
_ANY_LANGUAGE = re.compile(r"\W|\w+ +,")


def find(article: Article) -> list[Remark]:
    """A remark for each place where something seems to be missing."""
    found = []
    for passage in article.passages:
        if passage.kind == "boilerplate":
            continue
        for match in _HOLE.finditer(article.text, passage.start, passage.end):
            words = match.group()
            if article.language != "en" and not _ANY_LANGUAGE.match(words):
                continue
            shown = " ".join(words.split())
            found.append(Remark("hole", match.span(), f"words seem to be missing at “{shown}”"))
    return found
