"""Cut an article's text into blocks: paragraphs, headings, list items and lines of boilerplate."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from tui.story.abbreviations import awaits_a_name
from tui.story.boilerplate import is_boilerplate
from tui.story.model import PassageKind

_LINE = re.compile(r"[^\n]+")
_ITEM = re.compile(r"(?:[-*+•‣◦▪●·–—]|\(?\d{1,3}[.)]|\(?[a-zA-Z][)])[ \t\u00a0]+(?=\S)")
_MARKED_HEADING = re.compile(r"#{1,6}[ \t]+\S")
_UNDERLINE = re.compile(r"(?:=+|-{2,})$")
_WRAPPED_AT_MOST = 120
_HEADING_LENGTH, _HEADING_WORDS = 120, 16
_TITLE_LENGTH, _TITLE_WORDS = 220, 40
_OPENING = "“\"‘'«„(["
_CLOSING = "”\"’'»)]*_"


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text that is one paragraph, heading, item or line of boilerplate; offsets are code points."""

    start: int
    end: int
    kind: PassageKind


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    after_blank: bool


def blocks(text: str, title: str | None = None, headings: Iterable[str] = ()) -> list[Block]:
    """The blocks of `text`, in order, covering all of it but white space.

    `title`, where known, is recognised as a heading where a line repeats it, and so are `headings`, the lines
    that a page marks as such.
    """
    known = {words for line in (title, *headings) if (words := _words(line))}
    lines = _lines(text)
    groups = _paragraphs(text, lines)
    found = [_classified(text, group, number, groups, known) for number, group in enumerate(groups)]
    return _joined(text, found)


def is_finished(text: str) -> bool:
    """Whether `text` ends as a sentence does, closing quotes and brackets aside."""
    return text.rstrip(_CLOSING)[-1:] in tuple(".!?…。！？؟।:;")


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    blank = True
    reached = 0
    for match in _LINE.finditer(text):
        blank = blank or match.start() > reached + 1
        reached = match.end()
        bare = match.group().strip()
        if not bare:
            blank = True
            continue
        start = match.start() + match.group().index(bare)
        lines.append(_Line(start, start + len(bare), blank))
        blank = False
    return lines


def _paragraphs(text: str, lines: list[_Line]) -> list[_Line]:
    """The lines, with those joined that a program has wrapped at a fixed width."""
    width = _wrap_width(text, lines)
    merged: list[_Line] = []
    previous = None
    for line in lines:
        soft = previous is not None and (
            _is_soft(text, previous, line, width) or _continues_item(text, merged[-1], line)
        )
        if soft or (previous is not None and _is_underline(text, previous, line)):
            merged[-1] = replace(merged[-1], end=line.end)
        else:
            merged.append(line)
        previous = line
    return merged


def _continues_item(text: str, item: _Line, line: _Line) -> bool:
    """Whether `line` is indented under a list item, as Markdown writes the second line of one."""
    indented = text[max(0, line.start - 2) : line.start].isspace() and "\n" not in text[line.start - 2 : line.start]
    return (
        not line.after_blank
        and indented
        and _ITEM.match(text, item.start, item.end) is not None
        and not _starts_block(text, line)
    )


def _is_underline(text: str, previous: _Line, line: _Line) -> bool:
    return not line.after_blank and _UNDERLINE.match(text, line.start, line.end) is not None


def _wrap_width(text: str, lines: list[_Line]) -> int:
    """The width at which the text was wrapped; 0 where every line is a paragraph of its own."""
    inside = [(a, b) for a, b in pairwise(lines) if not b.after_blank]
    width = max((a.end - a.start for a, _ in inside), default=0)
    if not 40 <= width <= _WRAPPED_AT_MOST:
        return 0
    full = [(a, b) for a, b in inside if a.end - a.start + 1 + len(_word(text, b)) > width - 1]
    running_on = sum(1 for a, b in full if not is_finished(text[a.start : a.end]) and _goes_on(text, b))
    return width if running_on >= 2 and running_on >= 0.4 * len(full) and len(full) >= 0.4 * len(inside) else 0


def _is_soft(text: str, previous: _Line, line: _Line, width: int) -> bool:
    if not width or line.after_blank or _starts_block(text, line) or _MARKED_HEADING.match(text, previous.start):
        return False
    return previous.end - previous.start + 1 + len(_word(text, line)) > width - 1 or _goes_on(text, line)


def _starts_block(text: str, line: _Line) -> bool:
    return bool(_ITEM.match(text, line.start, line.end) or _MARKED_HEADING.match(text, line.start, line.end))


def _word(text: str, line: _Line) -> str:
    return text[line.start : min(line.end, line.start + 60)].split(maxsplit=1)[0]


def _goes_on(text: str, line: _Line) -> bool:
    first = text[line.start]
    return first.islower() or (first.isalpha() and not first.isupper())


def _classified(text: str, line: _Line, number: int, lines: list[_Line], titles: set[tuple[str, ...]]) -> Block:
    length = line.end - line.start
    piece = text[line.start : line.start + min(length, _TITLE_LENGTH + 100)]
    kind: PassageKind = "sentence"
    if length <= len(piece) and is_boilerplate(piece):
        kind = "boilerplate"
    elif titles and length <= len(piece) and _words(piece.lstrip("# ")) in titles:
        kind = "heading"
    elif _ITEM.match(piece):
        kind = "item"
    elif number == 0 and len(lines) > 1 and _is_title(piece, length):
        kind = "heading"
    elif _MARKED_HEADING.match(piece) or _is_heading(piece, length):
        kind = "heading" if len(lines) > 1 else "sentence"
    return Block(line.start, line.end, kind)


def _words(text: str | None) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", (text or "")[:600].casefold()))


def _is_title(piece: str, length: int) -> bool:
    if length > _TITLE_LENGTH or len(piece.split()) > _TITLE_WORDS:
        return False
    bare = piece.rstrip(_CLOSING)
    return bare[-1:] not in tuple(".。।,;:") or bare.endswith(("U.S.", "U.K.", "U.N.", "D.C."))


def _is_heading(piece: str, length: int) -> bool:
    if length > _HEADING_LENGTH or len(piece.split()) > _HEADING_WORDS or piece[0] in _OPENING:
        return False
    if piece.startswith(("**", "__")) and piece.endswith(piece[:2]):
        piece = piece[2:-2].strip() or "-"
    underlined = "\n" in piece and _UNDERLINE.match(piece.rsplit("\n", 1)[1]) is not None
    begins = piece[0].isdigit() or (piece[0].isalpha() and not piece[0].islower()) or not piece[0].isascii()
    ends = is_finished(piece) or piece[-1] in ",-–—&/" or piece[-1] in _OPENING
    return underlined or (begins and not ends and any(map(str.isalpha, piece)))


def _joined(text: str, found: list[Block]) -> list[Block]:
    """The blocks, with those joined between which a stray line break has cut a sentence in two."""
    joined: list[Block] = []
    for block in found:
        if joined and block.kind in ("sentence", "heading") and _cut_in_two(text, joined[-1], block):
            joined[-1] = replace(joined[-1], end=block.end, kind="sentence")
        else:
            joined.append(block)
    return joined


def _cut_in_two(text: str, before: Block, after: Block) -> bool:
    if before.kind not in ("sentence", "heading") or before.start == 0:
        return False
    tail = text[max(before.start, before.end - 120) : before.end]
    head = text[after.start : min(after.end, after.start + 120)]
    if awaits_a_name(tail):
        return head[0].isalnum()
    return head[0].islower() and not is_finished(tail) and len(tail) > 40
