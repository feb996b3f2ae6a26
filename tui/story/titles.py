"""A title for an article that was given none, and a name for a story."""

import re
import unicodedata

from tui.story.model import Article, Passage
from tui.story.sanitise import sanitise_line

_LONGEST = 80
_MARKS = re.compile(r"^(?:#{1,6}|[-*+•>])\s+|\s+#+$|\n[=-]+$")


def title_of(text: str, passages: tuple[Passage, ...]) -> str:
    """The first line where it is a heading, else the first words, shortened at a word with "…"."""
    if not passages:
        return ""
    own = [passage for passage in passages if passage.kind != "boilerplate"] or list(passages)
    first = own[0] if own[0].kind == "heading" else passages[0]
    line = text[first.start : first.end]
    if first.kind == "heading":
        return _bare(line)
    return shortened(_bare(text[first.start : first.start + 400]))


def _bare(line: str) -> str:
    """`line` without the marks of a heading or an item, unless it is nothing but marks."""
    tidy = " ".join(sanitise_line(line).split())
    return " ".join(sanitise_line(_MARKS.sub("", line)).split()) or tidy


def shortened(line: str, longest: int = _LONGEST) -> str:
    """`line`, cut at the last word that lets it keep within `longest` characters, "…" included."""
    if len(line) <= longest:
        return line
    cut = line.rfind(" ", longest // 2, longest)
    return line[: cut if cut > 0 else longest - 1].rstrip(" ,;:–—-") + "…"


def slug(text: str) -> str:
    """`text` as lower-case words joined by hyphens, at most 60 characters; "" where it has no word."""
    plain = unicodedata.normalize("NFC", text).casefold()
    words = re.findall(r"[^\W_]+(?:['’][^\W_]+)?", plain)
    name = ""
    for word in words:
        longer = f"{name}-{word}" if name else word[:60]
        if len(longer) > 60:
            break
        name = longer
    return name


def story_name(articles: tuple[Article, ...]) -> str:
    """A name for a story made of its first article's title."""
    return (slug(articles[0].title) if articles else "") or "story"
