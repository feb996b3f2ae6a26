"""An article's headline against its own text."""

from collections.abc import Iterator
from dataclasses import replace

from tui.compare.conflicts.comparing import between
from tui.compare.conflicts.cues.speech import is_saying
from tui.compare.conflicts.frames.model import Reading
from tui.compare.conflicts.lexicon import listed
from tui.compare.conflicts.model import FrameFinding
from tui.compare.conflicts.reading import Text
from tui.compare.model import Evidence, Finding
from tui.compare.text.words import align_tokens

_SOURCES = frozenset(
    listed("official source adviser aide analyst expert lawmaker witness doctor scientist lawyer diplomat minister")
)


def headline_findings(reading: Reading, index: int) -> Iterator[FrameFinding]:
    """Differences between the first heading and the passages below it, and sources that change in number."""
    headline = reading.texts[0]
    for passage in reading.spoken[1:]:
        text = reading.texts[passage]
        pairing = align_tokens(headline.tokens, text.tokens)
        for finding in between(headline, text, pairing):
            if finding.tier == "conflict":
                yield _internal(index, passage, finding)
    yield from _source_number(reading, index)


def _internal(index: int, passage: int, finding: Finding) -> FrameFinding:
    return FrameFinding((index, 0), (index, passage), replace(finding, tier="internal"))


def _source_number(reading: Reading, index: int) -> Iterator[FrameFinding]:
    """One source in the headline, several of the same kind in the text, or the other way round."""
    said = {norm: span for norm, span in _speaking(reading.texts[0]).items()}
    for norm, span in said.items():
        other = norm.removesuffix("s") if norm.endswith("s") else norm + "s"
        below = [(p, _speaking(reading.texts[p])) for p in reading.spoken[1:]]
        if any(norm in found for _, found in below):
            continue
        hit = next(((p, found[other]) for p, found in below if other in found), None)
        if hit:
            reason = f"“{norm}” in the headline, “{other}” in the text"
            finding = Finding("number", "internal", 0.7, 0.3, reason, (Evidence(span, hit[1]),), (norm, other))
            yield _internal(index, hit[0], finding)


def _speaking(text: Text) -> dict[str, tuple[int, int]]:
    """Kinds of source, in the number they stand in, that say something: before a reporting verb or a colon."""
    found: dict[str, tuple[int, int]] = {}
    for at, token in enumerate(text.tokens):
        speaks = ":" in text.gaps[at + 1] or any(is_saying(verb) for verb in text.lemmas[at + 1 : at + 3])
        if token.norm.removesuffix("s") in _SOURCES and speaks:
            found.setdefault(token.norm, (token.start, token.end))
    return found
