"""What changed in an article from one version to the next, passage by passage."""

from collections.abc import Sequence
from dataclasses import dataclass

from tui.desk.views.rows import Row
from tui.desk.views.since import PassageChange, passage_changes
from tui.story.model import Article


@dataclass(frozen=True, slots=True)
class Change:
    """A passage that changed, came or went, in an article."""

    article: int
    passage: PassageChange

    @property
    def sign(self) -> str:
        """How it is marked: reworded, new or gone."""
        if self.passage.before is None:
            return "+"
        return "-" if self.passage.after is None else "~"


def diff_rows(number: int, article: Article, before: str) -> list[Row[Change]]:
    """The changes from the text `before` to the article, in the order of the text."""
    return [Row(Change(number, change)) for change in passage_changes(before, article)]


def diff_counts(changes: Sequence[Change]) -> str:
    """How many passages changed, came and went."""
    signs = [change.sign for change in changes]
    return f"{signs.count('~')} changed   {signs.count('-')} gone   {signs.count('+')} new"
