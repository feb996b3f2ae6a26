"""Frames of office: somebody who will not go, and somebody who has gone."""

import re
from collections.abc import Iterator

from tui.compare.conflicts.frames.both import Both, Verdict
from tui.compare.conflicts.frames.model import Frame, Reading
from tui.compare.conflicts.reading import Text

_STAYS, _GOES = "stays", "goes"
_GONE = re.compile(r"\b(?:resigned|resigns|quits?|(?:stepped|steps|stood|stands) down)\b", re.IGNORECASE)
_KEPT = re.compile(
    r"\b(?:(?:would|will) not|wo(?:n['’]t)|wouldn['’]t|(?:refus|declin)\w+ to) (?:resign|quit|step down|stand down)\b|"
    r"\b(?:reject|resist|dismiss|rebuff|ignor|defi)\w* (?:\w+ ){0,2}(?:calls?|demands?) (?:for (?:his|her) resignation|"
    r"(?:for (?:him|her) )?to (?:resign|quit|step down|stand down))\b|"
    r"\b(?:rul\w+ out|insist\w* against) (?:resigning|quitting|stepping down|standing down)\b",
    re.IGNORECASE,
)
# One of these stands in whatever the two match: looking for them first takes a tenth of the time.
_HINTS = ("resign", "quit", " down")
# What stands before a verb that is not told as done.
_OPEN = re.compile(r"\b(?:not|never|if|unless|should|could|whether|until|\w+n['’]t|to)\b[^.;:]{0,20}$", re.IGNORECASE)
# Tokens before a verb within which the name of the one who goes stands, and marks that end the search.
_REACH = 8
_MARKS = frozenset('.;:?!“”"')


def offices(reading: Reading) -> Iterator[Frame]:
    """Each passage that says that a person named has left an office, or will not: the topic is the surname."""
    for passage in reading.spoken:
        text = reading.texts[passage]
        if not any(hint in text.text for hint in _HINTS):
            continue
        for pattern, value in ((_KEPT, _STAYS), (_GONE, _GOES)):
            match = pattern.search(text.text)
            if match is None or (value == _GOES and _OPEN.search(text.text, 0, match.start())):
                continue
            who = _before(text, match.start())
            if value == _STAYS and who not in reading.people:
                who = _last(reading.texts[passage - 1], reading) if passage and not who else ""
            if who:
                yield Frame("office", who, value, frozenset([who]), passage, match.span())


def _before(text: Text, start: int) -> str:
    """The last word of the name nearest before a place in its clause; "" for none."""
    at = sum(token.end <= start for token in text.tokens)
    mention = next((one for one in reversed(text.mentions) if one.last <= at and not one.place), None)
    if mention is None or at - mention.last > _REACH:
        return ""
    return "" if any(_MARKS & set(gap) for gap in text.gaps[mention.last : at + 1]) else mention.words[-1]


def _last(text: Text, reading: Reading) -> str:
    """The surname of the one person a passage names; "" for none or several."""
    named = {mention.words[-1] for mention in text.mentions} & reading.people
    return min(named) if len(named) == 1 else ""


def departures(both: Both) -> Verdict | None:
    """One who will not go in one article and has gone in the other."""
    if both.one.value == both.other.value:
        return None
    who = both.one.topic.title()
    reason = f"{who}: “{both.mine}” in one, “{both.theirs}” in the other"
    return "negation", 0.65, 0.8, reason, "may be of different times"
