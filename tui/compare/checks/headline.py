"""Figures and names of the headline that the text below it does not have."""

import re
from collections.abc import Iterator

from tui.compare.checks.remark import Remark
from tui.compare.conflicts.cues.numerals import numeral_at
from tui.compare.conflicts.reading import read
from tui.compare.text.profiles import profiles_of
from tui.story.model import Article

# Thousands parted by a mark, and a figure with a comma or a point before its fraction.
_GROUPED = re.compile(r"\d{1,3}(?:[.,\u2019'\u00a0\u202f]\d{3})+")
_DECIMAL = re.compile(r"\d+(?:[.,]\d+)?")
# Shorter ones and capitals alone are short forms ("Dems", "NSA") of what the text writes out.
_LETTERS = 5


def find(article: Article) -> list[Remark]:
    """A remark for each figure or name that stands in the headline alone."""
    profiles = profiles_of(article)
    if len(profiles) < 3 or not article.text.startswith(article.title) or not article.title:
        return []
    within = [k for k, passage in enumerate(article.passages) if passage.end <= len(article.title)]
    below = [k for k, passage in enumerate(article.passages) if passage.start >= len(article.title)]
    body = {term for k in below if article.passages[k].kind != "boilerplate" for term in profiles[k].terms}
    letters = {token.norm for k in below for token in profiles[k].tokens}
    values = {value for k in below for value in _values(article.quote(k), article.language)}
    found = []
    for k in within:
        for token in profiles[k].tokens:
            name = token.stem in profiles[k].names and len(token.norm) >= _LETTERS and not token.text.isupper()
            known = token.stem in body or token.norm in letters or _written_apart(token.norm, body)
            known = known or not values.isdisjoint(_values(token.text, article.language))
            if (name or token.norm[0].isdigit()) and not token.stop and not known:
                start = article.passages[k].start
                what = "name" if name else "figure"
                message = f"the {what} “{token.text}” stands in the headline but not in the text"
                found.append(Remark("headline", (start + token.start, start + token.end), message))
    return found


def _written_apart(norm: str, body: set[str]) -> bool:
    """Whether another form of the word ("Israel" for "Israeli") is in the text."""
    return len(norm) > 3 and any(term.startswith(norm[:4]) for term in body)


def _values(words: str, language: str) -> Iterator[float]:
    """The numbers that words tell, in letters or figures; of "one-in-three" also the one and the three.

    In other languages than English figures alone are read, as they are written there: "1.200", "3,5".
    """
    text = read(words, language)
    for at, token in enumerate(text.tokens):
        if not text.english:
            yield from _figure(token.norm)
            continue
        for numeral in (numeral_at(text.tokens, text.gaps, at), numeral_at([token], [""], 0)):
            if numeral is not None:
                yield numeral.low


def _figure(norm: str) -> Iterator[float]:
    if _GROUPED.fullmatch(norm):
        yield float(re.sub(r"\D", "", norm))
    elif _DECIMAL.fullmatch(norm):
        yield float(norm.replace(",", "."))
