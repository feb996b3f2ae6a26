"""Whose words a claim quotes, and of when: what the editor entered for an article holds for its claims too."""

import sqlite3
from collections.abc import Iterable
from dataclasses import replace

from tui.claims import marks
from tui.claims.marks import SourceDetails
from tui.claims.model import Anchor, Claim


def credited(connection: sqlite3.Connection, claims: Iterable[Claim]) -> list[Claim]:
    """The claims with outlet and date in their anchors as they were entered; the rest stays as it was tagged."""
    known = _Entered(connection)
    return [
        replace(
            claim,
            anchors=tuple(map(known.on, claim.anchors)),
            evidence=tuple(
                replace(item, anchor=known.on(item.anchor)) if item.anchor else item for item in claim.evidence
            ),
        )
        for claim in claims
    ]


class _Entered:
    """What was entered for articles, looked up once for each of their versions."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._found: dict[tuple[str, str], SourceDetails] = {}

    def on(self, anchor: Anchor) -> Anchor:
        """The anchor with what was entered for its article."""
        key = (anchor.sha256, anchor.article)
        if key not in self._found:
            self._found[key] = marks.details_of(marks.details_in_versions(self._connection, *key))
        entered = self._found[key]
        if not entered.outlet and not entered.published:
            return anchor
        return replace(anchor, outlet=entered.outlet or anchor.outlet, published=entered.published or anchor.published)
