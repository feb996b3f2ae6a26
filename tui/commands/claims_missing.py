"""What is not there: the claims that were asked for, and the files that claims are on."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from tui.claims.model import STATUSES, VERDICTS, WORST_FIRST
from tui.story.sanitise import sanitise_line

if TYPE_CHECKING:
    from tui.claims import Claim, Store

_SENTENCES = {
    "story": "no claim is of a story “{}”",
    "tag": "no claim has the tag “{}”",
    "status": "no claim has the status “{}”",
    "article": "no claim is on the article “{}”",
    "editor": "no claim was tagged by “{}” or is theirs to check",
}


def files_not_here(claims: Iterable[Claim]) -> frozenset[str]:
    """The files that claims are on and that are not on this machine, or not any more."""
    files = {anchor.article for claim in claims for anchor in claim.anchors if os.path.isabs(anchor.article)}
    return frozenset(file for file in files if not os.path.exists(file))


def is_on(claim: Claim, files: frozenset[str]) -> bool:
    """Whether a claim stands on one of these files."""
    return any(anchor.article in files for anchor in claim.anchors)


def tell_what_is_missing(store: Store, asked: Mapping[str, str | None]) -> int:
    """Say in one line on standard error what no claim answers to; nothing where there are no claims at all.

    The exit status: 2 for a status there is not, else 0.
    """
    if not store.claims(limit=1):
        return 0
    given = {name: value for name, value in asked.items() if value is not None}
    # Words are searched for: finding none of them is an answer, and needs no explanation.
    unmet = [name for name, value in given.items() if name in _SENTENCES and not store.claims(**{name: value}, limit=1)]  # type: ignore[arg-type]
    status = given.get("status")
    if status is not None and "status" in unmet:
        known = _statuses()
        if status not in known:
            _tell(f"there is no status “{status}”: there is {', '.join(known)}")
            return 2
    if unmet:
        _tell(_SENTENCES[unmet[0]].format(given[unmet[0]]))
    elif "text" not in given:
        _tell("no claim meets all of these conditions at once")
    return 0


def _statuses() -> tuple[str, ...]:
    """Every status, verdict and state that a claim can have here, those of the configuration file last."""
    from tui.settings import load_settings

    own = (status.name for status in load_settings().statuses)
    return tuple(dict.fromkeys((*STATUSES, *VERDICTS, *WORST_FIRST, *own)))


def _tell(sentence: str) -> None:
    print(sanitise_line(f"copydesk: {sentence}"), file=sys.stderr)
