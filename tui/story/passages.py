"""Cut an article's text into passages: the units that are compared, pointed at and tagged."""

from collections.abc import Iterable

from tui.story.abbreviations import is_damaged
from tui.story.blocks import Block, blocks
from tui.story.boilerplate import dateline_end, is_boilerplate
from tui.story.model import Passage, PassageKind
from tui.story.sentences import Span, sentence_spans

_MAX_WHOLE = 600


def passages(
    text: str, language: str = "und", title: str | None = None, headings: Iterable[str] = ()
) -> tuple[Passage, ...]:
    """The passages of `text`, in order, disjoint, covering all of it but white space.

    A heading and a line of boilerplate are one passage each; a paragraph and a list item are cut into
    sentences. A dateline ("PARIS (AFP) —") is cut off as boilerplate: it says where the copy was filed,
    and two datelines that differ contradict nothing. `title`, where known, marks a line that repeats it
    as a heading; `headings` are further lines known to be some.
    """
    found: list[Passage] = []
    damaged = is_damaged(text)
    awaiting_dateline = True
    for paragraph, block in enumerate(blocks(text, title, headings)):
        start = block.start
        if block.kind == "sentence" and awaiting_dateline:
            awaiting_dateline = False
            length = dateline_end(text[block.start : block.end])
            if length:
                found.append(Passage(start, start + length, "boilerplate", paragraph))
                start += length
        spans = _spans(text, start, block, language, damaged)
        found.extend(Passage(first, last, _kind(text, first, last, block), paragraph) for first, last in spans)
    return tuple(found)


def _spans(text: str, start: int, block: Block, language: str, damaged: bool) -> list[Span]:
    if block.kind in ("heading", "boilerplate") and block.end - start <= _MAX_WHOLE:
        return [(start, block.end)]
    return sentence_spans(text, start, block.end, language, damaged=damaged)


def _kind(text: str, start: int, end: int, block: Block) -> PassageKind:
    if block.kind in ("sentence", "item") and is_boilerplate(text[start : min(end, start + _MAX_WHOLE)]):
        return "boilerplate"
    return block.kind
