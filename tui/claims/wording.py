"""A claim's own words beside those of its quotes: which follow the quotes, and what they say that these do not."""

import re
import sqlite3
from collections.abc import Iterable, Sequence

from tui.claims import history
from tui.claims.codec import anchors_of
from tui.claims.flattening import flatten
from tui.claims.meaning import Fact, facts
from tui.claims.model import Anchor, Claim

NOT_IN_QUOTE = "not in the quote"
"""Under which name is shown what `unsaid` finds."""


def joined(quotes: Iterable[str]) -> str:
    """Several quotes as the text of one claim."""
    return " … ".join(quotes)


def as_tagged(claim: Claim) -> str:
    """The quotes as they were tagged, which is what a claim says unless someone put it into other words."""
    return joined(anchor.former or anchor.exact for anchor in claim.anchors)


def text_with(connection: sqlite3.Connection, claim: str, text: str, anchors: Iterable[Anchor]) -> str:
    """What a claim says once it stands on these quotes: their words, if it never said more than its quotes did."""
    had = [pair for event in history.history(connection, claim) for pair in event.changes.get("anchors", ())]
    before = [anchors_of(found) for found in had if found]
    quotes = [joined(words) for old in before for words in ([a.exact for a in old], [a.former or a.exact for a in old])]
    said = flatten(text).text.strip()
    follows = any(flatten(quote).text.strip() == said for quote in quotes)
    return joined(anchor.exact for anchor in anchors) if follows else text


def changed_facts(anchor: Anchor) -> tuple[str, str]:
    """The figures, dates, names and negations that a quote had when it was tagged, and those it has in their place."""
    old, new = flatten(anchor.former or anchor.exact).text, flatten(anchor.exact).text
    small = frozenset(re.findall(r"\b[^\W\d_]+\b", f"{old} {new}"))
    was, now = facts(old, small), facts(new, small)
    return _beyond(was, now), _beyond(now, was)


def _beyond(some: Sequence[Fact], others: Sequence[Fact]) -> str:
    known = {(fact.kind, fact.value) for fact in others}
    return ", ".join(fact.word for fact in some if (fact.kind, fact.value) not in known)


def unsaid(claim: Claim) -> tuple[str, ...]:
    """The figures, dates and names that a claim's own words have and its quotes have not; "not" for a negation.

    A negation counts on whichever side it stands alone. Whom the claim is said by need not be named in a quote, and
    what the quotes said when they were tagged is told where the claim is to be rechecked.
    """
    text, quote = flatten(claim.text).text.strip(), flatten(claim.quote).text.strip()
    if text in (quote, flatten(as_tagged(claim)).text.strip()):
        return ()
    small = frozenset(re.findall(r"\b[^\W\d_]+\b", f"{quote} {text}"))
    ours, theirs = facts(text, small), facts(quote, small)
    known = {fact.value for fact in (*theirs, *facts(flatten(claim.speaker or "").text, small))}
    # A word at the head of a sentence may have its capital from there.
    found = [
        fact.word
        for fact in ours
        if fact.kind != "negation" and fact.value not in known and not (fact.kind == "name" and fact.first)
    ]
    negated, quoted = (sum(fact.kind == "negation" for fact in some) for some in (ours, theirs))
    return tuple(dict.fromkeys([*found, *["not"] * (negated != quoted)]))
