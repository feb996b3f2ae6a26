"""What an extractor finds in a page: paragraphs, headings and list items, and the text they make."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal["sentence", "heading", "item"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of one line of text, without outer white space, and what kind of element it stood in."""

    kind: Kind
    text: str


def paragraphs_of(pairs: Iterable[tuple[str, str]]) -> tuple[Paragraph, ...]:
    """Paragraphs made of pairs (kind, text), white space tidied; those without a letter or digit left out."""
    found = []
    for kind, text in pairs:
        line = " ".join(text.split())
        if any(map(str.isalnum, line)):
            found.append(Paragraph(_KINDS.get(kind, "sentence"), line))
    return tuple(found)


def as_text(paragraphs: Sequence[Paragraph]) -> str:
    """The paragraphs as plain text, parted by blank lines; list items begin with "- "."""
    return "\n\n".join(("- " if each.kind == "item" else "") + each.text for each in paragraphs)


_KINDS: dict[str, Kind] = {"heading": "heading", "item": "item", "sentence": "sentence"}
