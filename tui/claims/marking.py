"""Judging findings, pinning passages, breaking links, describing sources: all undoable like claims."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from tui.claims.access import Access
from tui.claims.model import StoreError

if TYPE_CHECKING:
    from tui.claims.journal import Journal
    from tui.claims.marks import Pin, SourceDetails
    from tui.story.model import Article, Story

Spot = tuple[str, int, int]
"""A passage: SHA-256 of its article, start and end."""
FINDING_VERDICTS = ("real", "apparent", "ignore")


class Marking(Access):
    """The part of the store that is not about claims."""

    def set_finding_verdict(self, story: Story | str, finding_id: str, verdict: str | None) -> None:
        """Judge a finding "real", "apparent" or "ignore"; None takes the verdict back."""
        self.set_finding_verdicts(story, (finding_id,), verdict)

    def set_finding_verdicts(self, story: Story | str, finding_ids: Iterable[str], verdict: str | None) -> None:
        """Judge several findings alike, as one action that one undo takes back."""
        if verdict is not None and verdict not in FINDING_VERDICTS:
            raise StoreError(f"a finding is judged {', '.join(FINDING_VERDICTS)}, not {verdict!r}")

        def write(journal: Journal) -> None:
            identifier = _joined(journal, story)
            for finding_id in finding_ids:
                journal.set_mark(identifier, "finding", finding_id, verdict, "judge")

        self.write(write)

    def finding_verdicts(self, story_id: str, findings: Iterable[str] = ()) -> dict[str, str]:
        """The verdicts given in a story, and those on `findings` in whatever story they were given."""
        return self._marked_subjects("finding", dict.fromkeys((*findings, *self._marked("finding", story_id))))

    def pin(self, story: Story | str, a: tuple[str, int, int], b: tuple[str, int, int], pinned: bool = True) -> str:
        """Pin two passages as belonging together, each (SHA-256 of the article, start, end); the pin's id."""
        from tui.claims import marks

        name = marks.pin_id(a, b)
        self._mark(story, "pin", name, {"a": list(a), "b": list(b)} if pinned else None, "pin")
        return name

    def pins(self, story_id: str | None = None) -> list[Pin]:
        """The pinned pairs of a story, or of all: they name the texts they are on."""
        from tui.claims import marks

        found = [marks.pin_of(name, value) for name, value in self._marked("pin", story_id).items()]
        return [pin for pin in found if pin is not None]

    def break_link(self, story: Story | str, link_id: str, broken: bool = True) -> None:
        """Mark a link as wrong, or take that back."""
        self.break_links(story, (link_id,), broken)

    def break_links(
        self,
        story: Story | str,
        link_ids: Iterable[str],
        broken: bool = True,
        *,
        places: Mapping[str, tuple[Spot, Spot]] | None = None,
    ) -> None:
        """Mark several links as wrong, as one action that one undo takes back.

        `places` are the passages that some of them join, so that they are known again when the words change.
        """

        def write(journal: Journal) -> None:
            identifier = _joined(journal, story)
            for link_id in link_ids:
                ends = (places or {}).get(link_id)
                value = {"a": list(ends[0]), "b": list(ends[1])} if ends else True
                journal.set_mark(identifier, "break", link_id, value if broken else None, "break")

        self.write(write)

    def broken_places(self) -> list[Pin]:
        """The passages whose links are marked as wrong, where these were kept with the mark."""
        from tui.claims import marks

        found = [marks.pin_of(name, value) for name, value in self._marked("break", None).items() if value is not True]
        return [pin for pin in found if pin is not None]

    def broken_links(self, story_id: str | None = None) -> set[str]:
        """The ids of the links marked as wrong in a story, or in all: the ids are made of the texts."""
        return set(self._marked("break", story_id))

    def set_checked(self, story: Story | str, subject: str, checked: bool = True) -> None:
        """Mark a passage or a finding, by a name of the caller's, as checked."""
        self._mark(story, "checked", subject, True if checked else None, "check")

    def checked(self, story: Story | str) -> set[str]:
        """What is marked as checked in a story, whatever articles it gained or lost since."""
        from tui.claims import marks
        from tui.claims.kin import kin
        from tui.claims.versions import identity_of

        def read(connection: sqlite3.Connection) -> set[str]:
            if isinstance(story, str):
                stories = kin(connection, story)
            else:
                stories = kin(connection, story.id, [identity_of(article) for article in story.articles])
            return set(marks.of_stories(connection, "checked", stories))

        return self.read(read, set())

    def set_source_details(self, story: Story | str, sha256: str, details: SourceDetails) -> None:
        """Enter outlet, author, date or label of the article with that content."""
        from dataclasses import asdict

        value = {name: content for name, content in asdict(details).items() if content}
        self._mark(story, "source", sha256, value or None, "describe")

    def source_details(self, sha256s: Iterable[str]) -> dict[str, SourceDetails]:
        """What was entered for articles, by SHA-256, in whatever story."""
        from tui.claims import marks

        found = self._marked_subjects("source", sha256s)
        return {sha256: marks.details_of(value) for sha256, value in found.items()}

    def details_of(self, articles: Iterable[Article]) -> dict[str, SourceDetails]:
        """What was entered for articles, by SHA-256: for this content, else for an earlier version."""
        from tui.claims import marks
        from tui.claims.versions import identity_of

        def read(connection: sqlite3.Connection) -> dict[str, SourceDetails]:
            found = {
                article.sha256: marks.details_in_versions(connection, article.sha256, identity_of(article))
                for article in articles
            }
            return {sha256: marks.details_of(value) for sha256, value in found.items() if value}

        return self.read(read, {})

    def rename_story(self, story_id: str, name: str) -> None:
        """Give a story another name."""
        self._mark(story_id, "story", story_id, name, "rename")

    def _mark(self, story: Story | str, kind: str, subject: str, value: Any, verb: str) -> None:
        def write(journal: Journal) -> None:
            journal.set_mark(_joined(journal, story), kind, subject, value, verb)

        self.write(write)

    def _marked(self, kind: str, story: str | None) -> dict[str, Any]:
        from tui.claims import marks

        if story is None:
            return self.read(lambda connection: marks.everywhere(connection, kind), {})
        return self.read(lambda connection: marks.of_story(connection, kind, story), {})

    def _marked_subjects(self, kind: str, subjects: Iterable[str]) -> dict[str, Any]:
        from tui.claims import marks

        return self.read(lambda connection: marks.of_subjects(connection, kind, subjects), {})


def _joined(journal: Journal, story: Story | str) -> str:
    """Make a story known; its articles as well where it is given whole. Its id."""
    if isinstance(story, str):
        journal.name_story(story, story)
        return story
    journal.join_articles(story)
    return story.id
