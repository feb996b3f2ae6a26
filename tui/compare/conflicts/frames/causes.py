"""Frames of what is open or shut, and of what a calamity came of: somebody's doing, or nobody's."""

import re
from collections.abc import Iterator

from tui.compare.conflicts.frames.both import Both, Verdict
from tui.compare.conflicts.frames.clauses import clause
from tui.compare.conflicts.frames.model import Frame, Reading
from tui.compare.conflicts.lexicon import class_of
from tui.compare.conflicts.standing import calamities
from tui.compare.text.dates import order, time_of

_DELIBERATE = re.compile(r"\b(?:suspicious|arson|foul play|deliberately (?:set|started|lit)|set on purpose)\b", re.I)
_NOBODY = re.compile(
    r"\b(?:no|not any|without) (?:sign|evidence|indication|suggestion|trace)s?\b[^.;]{0,50}?"
    r"\b(?:arson|foul play|deliberate(?:ly)?|suspicious|crime|set (?:it|the fire|the blaze))\b"
    r"|\bnot (?:\w+ ){0,4}(?:suspicious|arson|deliberate)\b|\b(?:was|is|were|been) (?:an accident|accidental)\b",
    re.IGNORECASE,
)
_CAUSED = frozenset({"fire", "attack", "road", "rail", "air", "sea", "collapse"})
_DONE, _NOT_DONE = "done", "not done"
_SHARED = 2
_OPEN = 0.62


def cause_frames(reading: Reading) -> Iterator[Frame]:
    """What a text says of how a calamity came about, with the kinds of calamity told around it."""
    for passage in reading.spoken:
        text = reading.texts[passage]
        denied, claimed = _NOBODY.search(text.text), _DELIBERATE.search(text.text)
        match = denied or claimed
        around = calamities(text) & _CAUSED
        if match and around:
            yield Frame("cause", "cause", _NOT_DONE if denied else _DONE, around, passage, match.span())


def open_frames(reading: Reading) -> Iterator[Frame]:
    """What is said to be open, or shut."""
    for passage in reading.spoken:
        text = reading.texts[passage]
        for at, token in enumerate(text.tokens):
            state = class_of("open", token.norm)
            if state:
                words = clause(text, (at, at + 1)) - {text.lemmas[at]}
                yield Frame("open", "open", state, words, passage, (token.start, token.end))


def causes(both: Both) -> Verdict | None:
    """Somebody's doing in one article, nobody's in the other."""
    if both.one.value == both.other.value or not both.one.actors & both.other.actors:
        return None
    reason = f"“{both.mine}” in one, “{both.theirs}” in the other, of how it came about"
    return "negation", _OPEN, 0.8, reason, "may be two views, or of different times"


def openings(both: Both) -> Verdict | None:
    """Open in one article, shut in the other: an update where the times tell."""
    shared = both.one.actors & both.other.actors
    if both.one.value == both.other.value or len(shared) < _SHARED:
        return None
    reason = f"“{both.mine}” in one, “{both.theirs}” in the other, of the same “{_thing(both, shared)}”"
    sequence = order(time_of(both.reading_a.article.published), time_of(both.reading_b.article.published))
    later = both.mine if sequence > 0 else both.theirs
    told = f"an update: “{later}” was published later" if sequence else "may be of different times"
    return "antonym", _OPEN, 0.6, reason, told


def _thing(both: Both, shared: frozenset[str]) -> str:
    text = both.reading_a.texts[both.one.passage]
    first = next(at for at, word in enumerate(text.lemmas) if word in shared)
    return text.tokens[first].text
