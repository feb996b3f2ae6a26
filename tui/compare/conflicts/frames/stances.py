"""Frames of stances: who wants or resists which action."""

from collections.abc import Iterator

from tui.compare.conflicts.frames.model import Frame, Reading, actor_names
from tui.compare.conflicts.lexicon import class_of
from tui.compare.conflicts.reading import Text

_ACTION_REACH = 8
_ACTOR_REACH = 9


def stances(reading: Reading) -> Iterator[Frame]:
    """Actors with their stance towards a class of action: "Trump is reluctant to act"."""
    for passage in reading.spoken:
        text = reading.texts[passage]
        for at, word in enumerate(text.lemmas):
            stance = class_of("stance", word)
            if not stance or _named(text, at):
                continue
            action = _action_after(text, at)
            if action is None:
                continue
            turned = any(n.strong and at in n.scope and at - n.cue <= 2 for n in text.negations)
            first = min([n.cue for n in text.negations if at in n.scope and turned], default=at)
            value = {"for": "against", "against": "for"}[stance] if turned else stance
            for actor in _with_nations(reading, _actors_before(text, first)):
                yield Frame(
                    "stance", class_of("action", text.lemmas[action]), value, frozenset([actor]),
                    passage, (text.tokens[first].start, text.tokens[action].end),
                )  # fmt: skip


def _with_nations(reading: Reading, actors: set[str]) -> list[str]:
    """The actors, and after them the countries for those who lead them: of two alike, the first names the finding."""
    nations = {reading.nations[actor] for actor in actors if actor in reading.nations}
    return sorted(actors | nations, key=lambda name: (name.isupper(), name))


def _named(text: Text, at: int) -> bool:
    return any(m.first <= at < m.last for m in text.mentions)


def _action_after(text: Text, at: int) -> int | None:
    for near in range(at + 1, min(len(text.tokens), at + _ACTION_REACH)):
        if set(text.gaps[near]) & set(".;:,—–") and text.gaps[near] != ". ":
            return None
        if text.tokens[near].norm in {"but", "while", "because", "if", "unless", "that", "and"}:
            return None
        if class_of("action", text.lemmas[near]):
            return near
    return None


def _actors_before(text: Text, at: int) -> set[str]:
    """The name nearest before a word in its clause, with the names joined to it by "and"."""
    before = [m for m in text.mentions if m.last <= at and at - m.last < _ACTOR_REACH and m.place != "city"]
    found: set[str] = set()
    edge = at
    for mention in reversed(before):
        between = text.tokens[mention.last : edge]
        marks = "".join(text.gaps[mention.last : edge + 1])
        if not found and (set(marks) & set(".;:") or any(t.norm in {"but", "that", "who"} for t in between)):
            break
        if found and [t.norm for t in between] != ["and"]:
            break
        if mention.place == "demonym" and not found:
            break
        found |= actor_names(mention.words, mention.codes)
        edge = mention.first
    return found
