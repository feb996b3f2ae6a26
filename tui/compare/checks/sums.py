"""Counted lists and sums that do not add up."""

import re

from tui.compare.checks.remark import Remark
from tui.story.model import Article

_WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+|{'|'.join(_WORDS)})"
_PART = rf"{_NUMBER} (?!percent|per cent|(?:year|month|week|day|hour|mile)s?\b|am\b|pm\b)[a-z]+"
_PARTS = re.compile(
    rf"\b(?P<total>{_NUMBER}) (?:[a-z]+ ){{1,7}}?[(,:–—-]+ ?"
    rf"(?P<open>including |among them |among whom |at least |some )?"
    rf"(?P<parts>{_PART}(?:(?:, (?:and )?| and ){_PART})+)(?=[).,;]|\s*$)",
    re.IGNORECASE,
)
_LIST = re.compile(
    rf"\b(?P<total>{'|'.join(_WORDS[1:])}) (?P<noun>[a-z]+s|people|men|women|children)(?: [a-z]+){{0,2}}: "
    rf"(?P<items>[^.:;?!]+)(?=[.;]|$)",
    re.IGNORECASE,
)
_ITEM_ENDS = re.compile(r", and |, | and ")


def find(article: Article) -> list[Remark]:
    """A remark for each total that its parts contradict, and each list longer or shorter than announced."""
    found = []
    for passage in article.passages:
        if passage.kind == "boilerplate":
            continue
        for match in _PARTS.finditer(article.text, passage.start, passage.end):
            total = _value(match.group("total"))
            parts = [_value(number) for number in re.findall(rf"(?i){_NUMBER}", match.group("parts"))]
            wrong = sum(parts) > total if match.group("open") else sum(parts) != total
            if wrong:
                shown = " + ".join(map(str, parts))
                message = f"{shown} makes {sum(parts)}, not {total}"
                found.append(Remark("sum", match.span(), message))
        for match in _LIST.finditer(article.text, passage.start, passage.end):
            items = [item for item in _ITEM_ENDS.split(match.group("items")) if item.strip()]
            total = _value(match.group("total"))
            if len(items) > 1 and len(items) < total:
                message = f"{total} {match.group('noun')} are announced, {len(items)} are listed"
                found.append(Remark("sum", match.span(), message))
    return found


def _value(number: str) -> int:
    word = number.casefold()
    return _WORDS.index(word) + 1 if word in _WORDS else int(number.replace(",", ""))
