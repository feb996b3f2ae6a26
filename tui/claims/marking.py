"""Judging findings, pinning passages, breaking links, describing sources: all undoable like claims."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from tui.claims.access import Access
from tui.claims.model import StoreError

if TYPE_CHECKING:
    from tui.claims.journal import Journal
    from tui.claims.marks import Pin, SourceDetails

FINDING_VERDICTS = ("real", "apparent", "ignore")


class Marking(Access):
    """The part of the store that is not about claims."""

    def set_finding_verdict(self, story_id: str, finding_id: str, verdict: str | None) -> None:
        """Judge a finding "real", "apparent" or "ignore"; None takes the verdict back."""
        self.set_finding_verdicts(story_id, (finding_id,), verdict)

    def set_finding_verdicts(self, story_id: str, finding_ids: Iterable[str], verdict: str | None) -> None:
        """Judge several findings alike, as one action that one undo takes back."""
        if verdict is not None and verdict not in FINDING_VERDICTS:
            raise StoreError(f"a finding is judged {', '.join(FINDING_VERDICTS)}, not {verdict!r}")

        def write(journal: Journal) -> None:
            journal.name_story(story_id, story_id)
            for finding_id in finding_ids:
                journal.set_mark(story_id, "finding", finding_id, verdict, "judge")

        self.write(write)

    def finding_verdicts(self, story_id: str, findings: Iterable[str] = ()) -> dict[str, str]:
        """The verdicts given in a story, and those on `findings` in whatever story they were given."""
        return {**self._marked_subjects("finding", findings), **self._marked("finding", story_id)}

    def pin(self, story_id: str, a: tuple[str, int, int], b: tuple[str, int, int], pinned: bool = True) -> str:
        """Pin two passages as belonging together, each (SHA-256 of the article, start, end); the pin's id."""
        from tui.claims import marks

        name = marks.pin_id(a, b)
        self._mark(story_id, "pin", name, {"a": list(a), "b": list(b)} if pinned else None, "pin")
        return name

    def pins(self, story_id: str) -> list[Pin]:
        """The pinned pairs of a story."""
        from tui.claims import marks

        found = [marks.pin_of(name, value) for name, value in self._marked("pin", story_id).items()]
        return [pin for pin in found if pin is not None]

    def break_link(self, story_id: str, link_id: str, broken: bool = True) -> None:
        """Mark a link as wrong, or take that back."""
        self._mark(story_id, "break", link_id, True if broken else None, "break")

    def broken_links(self, story_id: str) -> set[str]:
        """The ids of the links marked as wrong in a story."""
        return set(self._marked("break", story_id))

    def set_checked(self, story_id: str, subject: str, checked: bool = True) -> None:
        """Mark a passage or a finding, by a name of the caller's, as checked."""
        self._mark(story_id, "checked", subject, True if checked else None, "check")

    def checked(self, story_id: str) -> set[str]:
        """What is marked as checked in a story."""
        return set(self._marked("checked", story_id))

    def set_source_details(self, story_id: str, sha256: str, details: SourceDetails) -> None:
        """Enter outlet, author, date or label of the article with that content."""
        from dataclasses import asdict

        value = {name: content for name, content in asdict(details).items() if content}
        self._mark(story_id, "source", sha256, value or None, "describe")

    def source_details(self, sha256s: Iterable[str]) -> dict[str, SourceDetails]:
        """What was entered for articles, by SHA-256, in whatever story."""
        from tui.claims import marks

        found = self._marked_subjects("source", sha256s)
        return {sha256: marks.details_of(value) for sha256, value in found.items()}

    def rename_story(self, story_id: str, name: str) -> None:
        """Give a story another name."""
        self._mark(story_id, "story", story_id, name, "rename")

    def _mark(self, story: str, kind: str, subject: str, value: Any, verb: str) -> None:
        def write(journal: Journal) -> None:
            journal.name_story(story, story)
            journal.set_mark(story, kind, subject, value, verb)

        self.write(write)

    def _marked(self, kind: str, story: str) -> dict[str, Any]:
        from tui.claims import marks

        return self.read(lambda connection: marks.of_story(connection, kind, story), {})

    def _marked_subjects(self, kind: str, subjects: Iterable[str]) -> dict[str, Any]:
        from tui.claims import marks

        return self.read(lambda connection: marks.of_subjects(connection, kind, subjects), {})
