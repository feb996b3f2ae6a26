"""What newsrooms do to an article between two readings, each with the place where the quote then stands."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

_INSERTED = (
    "The story was brought up to date on Friday evening after a second statement reached this newsroom.",
    "Editors added this paragraph once the ministry had answered a list of written questions.",
    "A spokeswoman returned a call late at night and asked that her remarks be added in full.",
)
_REPLACEMENTS = ("officials", "Tuesday", "14", "report", "nearly", "before", "committee", "not", "several")
_ADDITIONS = ("reportedly", "also", "new", "senior", "then", "largely", "late")
SENTENCE = re.compile(r"[^.!?\n]{30,300}[.!?][\"”’']?")


@dataclass(frozen=True)
class Edited:
    """A changed text, and where the quote stands in it; None where it is gone."""

    text: str
    place: tuple[int, int] | None


Edit = Callable[[str, int, int, random.Random], Edited]


def edit_words(quote: str, count: int, chance: random.Random) -> str:
    """`quote` with `count` words replaced, left out or added."""
    parts = quote.split(" ")
    for _ in range(count):
        index = chance.randrange(len(parts))
        kind = chance.choice("rda")
        if kind == "r":
            parts[index] = chance.choice([word for word in _REPLACEMENTS if word != parts[index]])
        elif kind == "d" and len(parts) > 4:
            del parts[index]
        else:
            parts.insert(index, chance.choice(_ADDITIONS))
    return " ".join(parts)


def insert_above(text: str, start: int, end: int, chance: random.Random) -> Edited:
    at = text.find("\n\n")
    at = at + 2 if 0 <= at < start else 0
    extra = chance.choice(_INSERTED) + "\n\n"
    return Edited(text[:at] + extra + text[at:], (start + len(extra), end + len(extra)))


def typography(text: str, start: int, end: int, chance: random.Random) -> Edited:
    quote = text[start:end]
    straight = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "—": "-", "–": "-"})
    curly = str.maketrans({"'": "’", '"': "”", "-": "–"})
    changed = quote.translate(straight) if any(sign in quote for sign in "“”‘’—–") else quote.translate(curly)
    changed = changed.replace(" ", "  ") if chance.random() < 0.5 else changed.replace(" ", "\u00a0")
    return Edited(text[:start] + changed + text[end:], (start, start + len(changed)))


def reworded(count: int) -> Edit:
    def edit(text: str, start: int, end: int, chance: random.Random) -> Edited:
        changed = edit_words(text[start:end], count, chance)
        return Edited(text[:start] + changed + text[end:], (start, start + len(changed)))

    return edit


def context_rewritten(text: str, start: int, end: int, chance: random.Random) -> Edited:
    """Everything within 60 characters of the quote is other text, and two of its own words are edited."""
    changed = edit_words(text[start:end], 2, chance)
    head = text[: max(0, start - 60)] + " Another opening altogether has been put at this place. "
    tail = " What follows it is a sentence nobody had read before. " + text[end + 60 :]
    return Edited(head + changed + tail, (len(head), len(head) + len(changed)))


def deleted(text: str, start: int, end: int, chance: random.Random) -> Edited:
    return Edited(text[:start] + text[end:], None)


def duplicated(text: str, start: int, end: int, chance: random.Random) -> Edited:
    """The same words are said again somewhere else, above or below."""
    quote = text[start:end]
    breaks = [match.end() for match in re.finditer(r"\n\n", text) if not start <= match.end() <= end]
    at = chance.choice(breaks) if breaks else 0
    extra = quote + "\n\n"
    moved = len(extra) if at <= start else 0
    return Edited(text[:at] + extra + text[at:], (start + moved, end + moved))


def paragraphs_swapped(text: str, start: int, end: int, chance: random.Random) -> Edited:
    """The paragraph of the quote changes places with another one."""
    bounds = [0, *(match.start() for match in re.finditer(r"\n\n", text)), len(text)]
    spans = list(pairwise(bounds))
    own = next(index for index, (low, high) in enumerate(spans) if low <= start < high)
    if len(spans) < 3:
        return Edited(text, (start, end))
    other = chance.choice([index for index in range(1, len(spans)) if index != own])
    order = list(range(len(spans)))
    order[own], order[other] = order[other], order[own]
    pieces = [text[slice(*spans[index])] for index in order]
    before = sum(len(piece) for piece in pieces[: order.index(own)])
    offset = before - spans[own][0]
    return Edited("".join(pieces), (start + offset, end + offset))


def same_as_before(text: str, start: int, end: int, chance: random.Random) -> Edited:
    return Edited(text, (start, end))


EDITS: dict[str, Edit] = {
    "unchanged": same_as_before,
    "insert above": insert_above,
    "typography": typography,
    "1 word edited": reworded(1),
    "3 words edited": reworded(3),
    "context rewritten, 2 words edited": context_rewritten,
    "deleted": deleted,
    "sentence duplicated": duplicated,
    "paragraphs swapped": paragraphs_swapped,
}
