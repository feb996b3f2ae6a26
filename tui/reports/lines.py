"""Parts that every report of a comparison uses: addresses, wordings, counts."""

import re
from collections.abc import Iterable
from dataclasses import replace

from tui.compare.grouping import FindingGroup
from tui.compare.model import Side, Span
from tui.reports.plain import one_line
from tui.story.model import Article

# What is kept before and after all the words that are marked, between two of them, and what is never left out.
_AROUND = 160
_BETWEEN = 110
_LITTLE = 40
_WORD = re.compile(r"[\w$£€¥%]+")


def address(side: Side) -> str:
    """Where a side stands, "2:8" or "2:8-9": the number of the article and of the passages, from 1."""
    last = "" if side.last == side.first else f"-{side.last + 1}"
    return f"{side.article + 1}:{side.first + 1}{last}"


def percent(score: float) -> str:
    """A score as a whole per cent, never quite sure."""
    return str(min(99, round(100 * score)))


def counted(number: int, one: str, more: str | None = None) -> str:
    """A number with its noun: "1 conflict", "2 conflicts"."""
    return f"{number:,} {one if number == 1 else more or one + 's'}"


def wording(article: Article, side: Side, marked: Iterable[Span], opening: str = "[", closing: str = "]") -> str:
    """The words of a side on one line, with the spans that differ in brackets, long parts between left out."""
    text, spans = article.text, _merged(marked, side)
    if not spans:
        return _shortened(one_line(text[side.start : side.end]), 2 * _AROUND, last=True)
    parts: list[str] = []
    done = side.start
    for number, (start, end) in enumerate(spans):
        before = one_line_between(text[done:start])
        parts.append(_shortened(before, _BETWEEN) if number else _shortened(before, _AROUND, first=True))
        parts.append(opening + one_line(text[start:end]) + closing)
        done = end
    parts.append(_shortened(one_line_between(text[done : side.end]), _AROUND, last=True))
    return "".join(parts).strip()


def in_context(article: Article, side: Side) -> str:
    """The words of a side with what stands around them in their passages: who is quoted stands outside a quotation."""
    passages = article.passages
    whole = replace(side, start=passages[side.first].start, end=passages[side.last].end)
    return wording(article, whole, ((side.start, side.end),), "", "")


def said_alike(one: str, other: str) -> bool:
    """Whether two texts have the same words, whatever their capitals, marks and spaces."""
    return _WORD.findall(one.casefold()) == _WORD.findall(other.casefold())


def addresses(group: FindingGroup, between: str) -> str:
    """Where all who take part in a disagreement stand: "1:3  2:4  4:7"."""
    return between.join(address(said.side) for said in group.sides)


def doubts(group: FindingGroup) -> list[str]:
    """Why a disagreement may be none; of its milder parts with their places."""
    found = [group.link.downgrade] if group.link.downgrade else []
    for link in group.links[1:]:
        if link.downgrade and link.downgrade != group.link.downgrade:
            found.append(f"{address(link.a)} and {address(link.b)}: {link.downgrade}")
    return found


def one_line_between(text: str) -> str:
    """As `one_line`, but a space at either end stays one."""
    line = one_line(text)
    if not line:
        return " " if text else ""
    return f"{' ' * text[0].isspace()}{line}{' ' * text[-1].isspace()}"


def _merged(spans: Iterable[Span], side: Side) -> list[Span]:
    found: list[Span] = []
    for start, end in sorted((max(start, side.start), min(end, side.end)) for start, end in spans):
        if start >= end:
            continue
        if found and start <= found[-1][1] + 1:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def _shortened(text: str, width: int, *, first: bool = False, last: bool = False) -> str:
    """`text` with its middle left out where it is too long; only its end is kept at first, its head at last.

    It is whole where little more than `width` characters stand there: four words may turn what the rest says.
    """
    if len(text) <= width + _LITTLE:
        return text
    if first:
        return "… " + text[-width:].partition(" ")[2]
    if last:
        return text[:width].rpartition(" ")[0] + " …"
    half = width // 2
    return text[:half].rpartition(" ")[0] + " … " + text[-half:].partition(" ")[2]
