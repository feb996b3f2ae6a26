"""Frames of events: where they are held, and the how-manieth they are."""

from collections.abc import Iterator

from tui.compare.conflicts.cues.names import Mention
from tui.compare.conflicts.cues.quantities import Quantity
from tui.compare.conflicts.frames.model import Frame, Reading, actor_names
from tui.compare.conflicts.lexicon import class_of, listed
from tui.compare.conflicts.reading import Text

_REACH = 8
_AT = frozenset({"in", "at", "near", "outside"})
_COMING = frozenset(listed("will scheduled set upcoming planned plans expected due tomorrow would next ahead coming"))
_HELD = frozenset(["held", "met", "after", "took", "last", "recent", "concluded", "ended", "was", "were", "following"])
_STOPS = frozenset(["which", "who", "that", "but", "while", "because", "when", "where", "although"])


def event_places(reading: Reading) -> Iterator[Frame]:
    """Events with the place they are held at: "talks in Oman"."""
    for passage, text, at, event in _events(reading):
        place = _place_after(text, at)
        if place is None:
            continue
        yield Frame(
            "place", event, place.name, _parties(reading, passage) - actor_names(place.words, place.codes),
            passage, (text.tokens[at].start, place.end), _status(text, at), place.codes,
        )  # fmt: skip


def event_ordinals(reading: Reading) -> Iterator[Frame]:
    """The how-manieth an event is: "the seventh meeting in the US"."""
    for passage in reading.spoken:
        text = reading.texts[passage]
        for quantity in text.quantities:
            if quantity.kind != "ordinal" or quantity.value < 2:
                continue
            event = _event_of(text, quantity)
            if event:
                place = _place_after(text, quantity.last - 1, 12, strict=False)
                end = place.end if place else quantity.end
                note = _phrase(text, place) if place else ""
                yield Frame(
                    "ordinal", event, str(int(quantity.value)), _parties(reading, passage), passage,
                    (quantity.start, end), note,
                )  # fmt: skip


def _events(reading: Reading) -> Iterator[tuple[int, Text, int, str]]:
    """Passage, text, token and class of each event word."""
    for passage in reading.spoken:
        text = reading.texts[passage]
        for at, word in enumerate(text.lemmas):
            event = class_of("event", word)
            if event:
                yield passage, text, at, event


def _parties(reading: Reading, passage: int) -> frozenset[str]:
    """Whom the passage names; with fewer than two, also whom the one before names."""
    own = reading.actors[passage]
    return own if len(own) > 2 else reading.around(passage)


def _place_after(text: Text, at: int, reach: int = _REACH, *, strict: bool = True) -> Mention | None:
    """The place that follows "in" or "at" in the clause of the event at token `at`.

    Where `strict`, no other thing may stand between that the place could belong to.
    """
    starts = {m.first: m for m in text.mentions if m.place in {"city", "country", "state"}}
    named = {k for m in text.mentions for k in range(m.first, m.last)} | {
        k for k in range(at + 1, min(len(text.tokens), at + reach)) if class_of("event", text.lemmas[k])
    }
    for near in range(at + 1, min(len(text.tokens) - 1, at + reach)):
        marks = set(text.gaps[near]) & set(",.;:()") - _inside_abbreviation(text, near)
        if (marks and text.tokens[near].norm != "held") or text.tokens[near].norm in _STOPS:
            return None
        planned = text.tokens[near].norm == "for" and text.tokens[near - 1].norm in _COMING
        if text.tokens[near].norm in _AT or planned:
            skip = 1 if text.tokens[near + 1].norm == "the" else 0
            place = starts.get(near + 1 + skip)
            if place:
                return place
        if strict and not (text.tokens[near].stop or text.tokens[near].norm in _COMING | _HELD or near in named):
            return None
    return None


def _phrase(text: Text, place: Mention) -> str:
    """A place with the preposition before it: "in the US"."""
    first = place.first - (2 if text.tokens[place.first - 1].norm == "the" else 1)
    return text.text[text.tokens[first].start : place.end]


def _inside_abbreviation(text: Text, at: int) -> set[str]:
    """The full stop after an abbreviation or an initial does not end a clause."""
    return {"."} if len(text.tokens[at - 1].norm) <= 2 else set()


def _status(text: Text, at: int) -> str:
    near = {token.norm for token in text.tokens[max(0, at - 7) : at + 4]}
    if near & _COMING or (at and text.tokens[at - 1].norm == "to"):
        return "to come"
    return "held" if near & _HELD else ""


def _event_of(text: Text, quantity: Quantity) -> str:
    """The event counted: named right after the ordinal, else the last one named before it."""
    for at in range(quantity.last, min(len(text.tokens), quantity.last + 3)):
        if text.gaps[at].strip(" -"):
            break
        event = class_of("event", text.lemmas[at])
        if event:
            return event
    following = text.tokens[quantity.last].norm if quantity.last < len(text.tokens) else ""
    if following not in {"time", "of", "between", "in", "for", "since", "such", "with", ""}:
        return ""
    for at in range(quantity.first - 1, max(-1, quantity.first - 10), -1):
        event = class_of("event", text.lemmas[at])
        if event:
            return event
    return ""
