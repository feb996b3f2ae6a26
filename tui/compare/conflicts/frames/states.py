"""Frames of states: is it confirmed or held, are two parties at one, does something grow, how much is allowed."""

from collections.abc import Iterator

from tui.compare.conflicts.frames.model import Frame, Reading, actor_names
from tui.compare.conflicts.lexicon import class_of
from tui.compare.conflicts.reading import Text

_REACH = 12
_PASSIVE = frozenset(["be", "been", "is", "are", "was", "were", "being"])
_THING = 4
# Tokens before and after a word of accord within which its parties are named.
_BEFORE, _AFTER = 12, 7


def event_states(reading: Reading) -> Iterator[Frame]:
    """Events said to be confirmed, not confirmed, called off, or to have been."""
    for passage in reading.spoken:
        text = reading.texts[passage]
        for at, token in enumerate(text.tokens):
            state = class_of("state", token.norm)
            event = _event_near(text, at) if state else ""
            if not event:
                continue
            cue = next((n.cue for n in text.negations if n.strong and at in n.scope), None)
            if cue is not None:
                state = {"sure": "unsure", "held": "unsure", "unsure": "sure"}[state]
            start = text.tokens[at if cue is None else cue].start
            yield Frame(
                "state", event, state, reading.around(passage, 2), passage,
                (start, text.tokens[at].end),
            )  # fmt: skip


def _event_near(text: Text, at: int) -> str:
    if text.tokens[at].norm == "met":
        return "meeting" if len(text.mentions) > 1 else ""
    if text.tokens[at].norm in {"departed", "arrived"}:
        return "visit"
    passive = any(token.norm in _PASSIVE for token in text.tokens[max(0, at - 3) : at])
    order = range(at - 1, max(-1, at - _REACH), -1) if passive else range(at + 1, min(len(text.tokens), at + 4))
    if _several(text, at):
        return ""
    return next((event for near in order if (event := class_of("event", text.lemmas[near]))), "")


def _several(text: Text, at: int) -> bool:
    """Whether a count follows: "held two meetings" tells of none that is awaited."""
    return any(quantity.first == at + 1 and quantity.value > 1 for quantity in text.quantities)


def accords(reading: Reading) -> Iterator[Frame]:
    """Two parties said to be at one, or apart."""
    for passage in reading.spoken:
        text = reading.texts[passage]
        for at, word in enumerate(text.lemmas):
            accord = class_of("accord", word)
            if not accord or any(m.first <= at < m.last for m in text.mentions):
                continue
            actors = _actors_near(text, at)
            if len(actors) < 2 and accord == "far":
                actors = set(reading.around(passage))
            if len(actors) >= 2:
                token = text.tokens[at]
                yield Frame("accord", "accord", accord, frozenset(actors), passage, (token.start, token.end))


def _actors_near(text: Text, at: int) -> set[str]:
    found: set[str] = set()
    for mention in text.mentions:
        if mention.last > at - _BEFORE and mention.first <= at + _AFTER:
            found |= actor_names(mention.words, mention.codes)
    return found


def trends(reading: Reading) -> Iterator[Frame]:
    """Things said to grow, to be restored or to shrink; the topic holds the words for the thing."""
    yield from _things(reading, "trend")


def levels(reading: Reading) -> Iterator[Frame]:
    """How much of a thing is allowed: none or some."""
    yield from _things(reading, "level")


def _things(reading: Reading, family: str) -> Iterator[Frame]:
    for passage in reading.spoken:
        text = reading.texts[passage]
        for at, word in enumerate(text.lemmas):
            value = class_of(family, word)
            if not value:
                continue
            thing = _thing_after(text, at)
            if thing:
                yield Frame(
                    "trend" if family == "trend" else "level", " ".join(text.lemmas[k] for k in thing), value,
                    reading.around(passage), passage,
                    (text.tokens[at].start, text.tokens[thing[-1]].end),
                )  # fmt: skip


def _thing_after(text: Text, at: int) -> list[int]:
    found: list[int] = []
    for near in range(at + 1, min(len(text.tokens), at + 8)):
        token = text.tokens[near]
        if set(text.gaps[near]) & set(".;:,—–") or (found and token.stop):
            break
        if not token.stop:
            found.append(near)
            if len(found) == _THING:
                break
    return found
