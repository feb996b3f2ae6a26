"""What can be asked of the store about claims."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Unpack

from tui.claims import history, queries, versions
from tui.claims.access import Access
from tui.claims.model import Changes, Claim, Event, StoreError, Version

# What only some calls need is imported when they are made: listing claims must start at once.
if TYPE_CHECKING:
    from tui.claims.marks import Pin
    from tui.claims.morning import Morning
    from tui.story.model import Article, Story


class ClaimReading(Access):
    """The reading half of the store; only what is about versions and looks, and `claims_on`, may write."""

    def claim(self, claim_id: str) -> Claim:
        """The claim of that id, dropped or not."""
        found = self.read(lambda connection: queries.one(connection, claim_id), None)
        if found is None:
            raise StoreError(f"there is no claim {claim_id} in the store: it may have been purged")
        return found

    def claims(self, *, limit: int | None = None, offset: int = 0, **wanted: Unpack[queries.Conditions]) -> list[Claim]:
        """The claims that meet every condition, oldest first."""
        return self.read(lambda connection: queries.filtered(connection, limit=limit, offset=offset, **wanted), [])

    def search(self, wanted: str) -> list[Claim]:
        """The claims of any story that the words of a filter may mean, the youngest of them; see `searching.search`."""
        from tui.claims import searching

        return self.read(lambda connection: searching.search(connection, wanted), [])

    def credited(self, claims: Iterable[Claim]) -> list[Claim]:
        """The claims with outlet and date of their articles as the editor entered them, where that was done."""
        from tui.claims import crediting

        listed = list(claims)
        return self.read(lambda connection: crediting.credited(connection, listed), listed)

    def claims_on(self, articles: Sequence[Article]) -> list[Claim]:
        """The claims on these articles, by content or else by identity.

        Claims of another version of an article are re-anchored, which becomes part of their history. Where
        the store cannot be written, they are shown at their new places all the same.
        """
        from tui.claims import placing

        nothing: list[placing.Placed] = []
        placed = self.read(lambda connection: placing.on_articles(connection, articles), nothing)
        if not self.read_only and any(found.changed for found in placed):
            # Reading goes on where writing is not possible: the places are found again next time.
            with suppress(StoreError):
                return self.write(lambda journal: placing.write_down(journal, articles), automatic=True)
        return [found.claim for found in placed]

    def recent_tags(self, limit: int = 26) -> list[str]:
        """The names of tags in use, the last one given first."""
        return self.read(lambda connection: queries.recent_tags(connection, limit), [])

    def history(self, claim_id: str) -> list[Event]:
        """All that was done to a claim, oldest first."""
        return self.read(lambda connection: history.history(connection, claim_id), [])

    def stamps(self, story: str | None = None) -> dict[str, dict[str, str]]:
        """By claim and field, when and by whom it was last changed, as exports carry it ("TIME EDITOR")."""
        return self.read(lambda connection: queries.stamps(connection, story), {})

    def marks(self, story: str | None = None) -> list[dict[str, Any]]:
        """The verdicts on findings, pins, broken links and so on of a story (id or name), or of all."""
        from tui.claims import marks

        return self.read(lambda connection: marks.everything(connection, story), [])

    def kept_versions(self, claims: Iterable[Claim], pins: Iterable[Pin] = ()) -> list[Version]:
        """The texts of the article versions that claims are anchored in and pins stand on, as far as they are kept."""
        digests = dict.fromkeys(anchor.sha256 for claim in claims for anchor in claim.anchors)
        digests.update(dict.fromkeys(end[0] for pin in pins for end in (pin.a, pin.b)))
        nothing: list[Version] = []
        return self.read(lambda connection: versions.of_digests(connection, digests), nothing)

    def since_last_look(self, story: Story, findings: Iterable[str] = (), lost: Iterable[str] = ()) -> Morning | None:
        """What changed since this editor's last `look`; None before the first. Re-anchors as `claims_on`."""
        from tui.claims import morning

        self.claims_on(story.articles)
        return self.read(
            lambda connection: morning.since_last_look(connection, self.editor, story, findings, lost), None
        )

    def look(self, story: Story, findings: Iterable[str] = (), lost: Iterable[str] = ()) -> None:
        """Remember what is seen now: the articles' versions, the findings, the pins lost, the latest event.

        `findings` are ids, or a mapping from them to what each says in a sentence; `lost` are the ids of pins.
        """
        from tui.claims import morning

        self.write(lambda journal: morning.look(journal, story, findings, lost))

    def changes_since(self, token: int | None) -> Changes:
        """What anyone wrote since the token of an earlier call; with None only the token to begin with."""

        def read(connection: sqlite3.Connection) -> Changes:
            last = history.last_event(connection)
            if token is None or last == token:
                return Changes(last)
            return Changes(last, tuple(history.events_after(connection, token)))

        return self.read(read, Changes(0))

    def keep_version(self, article: Article) -> bool:
        """Keep the text of an article; False when it was kept already."""
        if self.read(lambda connection: versions.is_kept(connection, article.sha256), False):
            return False
        return self.write(lambda journal: versions.keep(journal.connection, article, journal.at))

    def version(self, sha256: str) -> str | None:
        """The text of an article's version; None where it is not kept."""
        return self.read(lambda connection: versions.text_of(connection, sha256), None)

    def former_text(self, story: Story, article: Article) -> str | None:
        """The text an article had when this editor last looked at the story, else before its last change.

        None where the article has not changed, or its former text is no longer kept.
        """
        from tui.claims import morning

        def read(connection: sqlite3.Connection) -> str | None:
            identity = versions.identity_of(article)
            seen = morning.seen_articles(connection, self.editor, story.id).get(identity)
            if seen in (None, article.sha256):
                seen = versions.before(connection, identity, article.sha256)
            return versions.text_of(connection, seen) if seen else None

        return self.read(read, None)

    def versions(self, article: str) -> list[tuple[str, str]]:
        """The kept versions of the article of that identity as (SHA-256, first seen), oldest first."""
        return self.read(lambda connection: versions.of_article(connection, article), [])
