"""The same article twice: at the same address, from the same file, or word for word the same.

The same words under another title, outlet or host are no duplicate: that is wire copy in two papers, which is
what a copy desk wants to see side by side.
"""

import hashlib
import re
from urllib.parse import parse_qsl, urlencode, urlsplit

from tui.story.model import Article

_WORD = re.compile(r"\w+")
_TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|mc_[ce]id|cmpid|ocid|smid|ref|ref_src|s_cid|taid|igshid)$", re.I)
# Fewer different words make no article: two notes alike may well be two notes.
_LEAST_WORDS = 12


class Seen:
    """The articles opened so far, to find one that was there before."""

    def __init__(self) -> None:
        self._known: dict[str, Article] = {}

    def twin(self, article: Article) -> tuple[Article, str] | None:
        """The article opened before that this one repeats, and in which way; else it is remembered."""
        for key, manner in _keys(article):
            if key in self._known:
                twin = self._known[key]
                changed = manner != _SAME_WORDS and twin.sha256 != article.sha256
                return twin, f"{manner}{', in another version,' if changed else ''}"
        for key, _ in _keys(article):
            self._known[key] = article
        return None


_SAME_WORDS = "the same text"


def _keys(article: Article) -> list[tuple[str, str]]:
    """What makes two articles one: the address, the file and the words, each with how to say it."""
    words = _words(article)
    host = urlsplit(article.url or "").hostname
    told = " ".join(_WORD.findall(article.title.casefold()))
    keys = [(f"words:{words} {told} {article.outlet} {host}", _SAME_WORDS)] if words else []
    if article.url:
        keys.append((f"url:{plain_address(article.url)}", "the same address"))
    if article.path:
        keys.append((f"path:{article.path}", "the same file"))
    return keys


def _words(article: Article) -> str:
    """A digest of the words of the sentences, headings aside; "" where they are few.

    One word that differs makes another text: what differs is what a copy desk looks for.
    """
    sentences = " ".join(
        article.text[each.start : each.end] for each in article.passages if each.kind in ("sentence", "item")
    )
    words = _WORD.findall(sentences.casefold())
    return hashlib.sha256(" ".join(words).encode()).hexdigest() if len(set(words)) >= _LEAST_WORDS else ""


def plain_address(url: str) -> str:
    """`url` without what does not say which page is meant: scheme, "www.", fragment, tracking, last slash."""
    parts = urlsplit(url)
    wanted = [(key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(key)]
    host = (parts.hostname or "").removeprefix("www.")
    port = f":{parts.port}" if parts.port else ""
    return f"{host}{port}{parts.path.rstrip('/')}?{urlencode(wanted)}"
