"""Folding: passages in which articles do not differ become one row, and a filter folds all it does not find.

Folded passages are kept one by one in `Reading.folded`; those that stand together are drawn as one fold.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from tui.desk.reading.links import LinkIndex, Place
from tui.desk.reading.marks import ALONE, COPIED, LOUD, ORDER, SAME, TAGGED
from tui.desk.reading.patterns import hits
from tui.desk.reading.state import Reading

AGREED = {COPIED, SAME}


class Fold(NamedTuple):
    """The passages `first` to `last` of an article, drawn as one row."""

    first: int
    last: int

    @property
    def size(self) -> int:
        """How many passages it holds."""
        return self.last - self.first + 1


def fold_at(reading: Reading, place: Place) -> Fold | None:
    """The fold that a passage is in; None where it is shown."""
    return next((Fold(*run) for run in reading.runs(place[0]) if run[0] <= place[1] <= run[1]), None)


def quiet(index: LinkIndex, tagged: Collection[Place], article: int) -> list[int]:
    """The passages that may be folded: nothing differs there, and nothing is tagged; never the first one."""
    passages = range(1, len(index.story.articles[article].passages))
    return [
        number
        for number in passages
        if LOUD.isdisjoint(index.marks.get((article, number), "")) and (article, number) not in tagged
    ]


def toggle(reading: Reading, tagged: Collection[Place]) -> bool:
    """Open the fold under the cursor, else fold the quiet passages around it; whether there is anything to fold."""
    if open_at(reading, reading.place):
        return True
    article, cursor = reading.place
    able = set(quiet(reading.index, tagged, article))
    if cursor not in able:
        return False
    first = last = cursor
    while first - 1 in able:
        first -= 1
    while last + 1 in able:
        last += 1
    fold(reading, ((article, number) for number in range(first, last + 1)))
    return True


def fold_all(reading: Reading, tagged: Collection[Place]) -> int:
    """Fold the quiet passages of all articles; how many rows that makes."""
    articles = range(len(reading.story.articles))
    fold(reading, ((article, number) for article in articles for number in quiet(reading.index, tagged, article)))
    return sum(len(reading.runs(article)) for article in articles)


def fold(reading: Reading, places: Iterable[Place]) -> None:
    """Fold these passages as well; cursors among them go to where their fold begins."""
    reading.folded = reading.folded.union(places)
    for article, pane in enumerate(reading.panes):
        found = fold_at(reading, (article, pane.cursor))
        if found is not None:
            pane.cursor = found.first


def open_at(reading: Reading, place: Place) -> bool:
    """Open the fold that a passage is in; whether it was in one."""
    found = fold_at(reading, place)
    if found is None:
        return False
    reading.folded -= {(place[0], number) for number in range(found.first, found.last + 1)}
    return True


def open_all(reading: Reading) -> None:
    """Show every passage; what was filtered is shown again too."""
    reading.folded, reading.filtered, reading.unfiltered = frozenset(), "", frozenset()


def filter_passages(reading: Reading, wanted: str, tagged: Collection[Place]) -> int:
    """Fold every passage without `wanted`; how many are left. Nothing wanted shows what was shown before.

    A mark alone ("!", "?", "=", "≈", "·", "◆") asks for the passages that carry it.
    """
    if not reading.filtered:
        reading.unfiltered = reading.folded
    left = [place for place in _all_places(reading) if _has(reading, place, wanted, tagged)] if wanted else []
    reading.filtered = wanted if left else ""
    reading.folded = reading.unfiltered
    if left:
        reading.folded = frozenset()
        fold(reading, set(_all_places(reading)).difference(left))
        if reading.place not in left:
            number, passage = _nearest(left, reading.place)
            reading.focus, reading.panes[number].cursor = number, passage
    return len(left)


def _nearest(left: Sequence[Place], here: Place) -> Place:
    """The place to go on from: in the same article the next one, else the last one; else in the next article."""
    same = [place for place in left if place[0] == here[0]]
    after = [place for place in same or left if place >= here]
    return after[0] if after else same[-1] if same else left[0]


def _all_places(reading: Reading) -> list[Place]:
    return [
        (article, number)
        for article, piece in enumerate(reading.story.articles)
        for number in range(len(piece.passages))
    ]


def _has(reading: Reading, place: Place, wanted: str, tagged: Collection[Place]) -> bool:
    if wanted == TAGGED:
        return place in tagged
    if wanted in ORDER:
        return wanted in reading.index.marks.get(place, "")
    article = reading.story.articles[place[0]]
    passage = article.passages[place[1]]
    return any(start < passage.end and passage.start < end for start, end in hits(article.text, wanted))


def fold_text(reading: Reading, article: int, run: tuple[int, int]) -> str:
    """What a fold says of itself."""
    found = Fold(*run)
    count = f"··· {found.size} passage{'s' if found.size > 1 else ''}"
    if reading.filtered:
        return f"{count} without “{reading.filtered}”"
    if reading.index.comparison is None:
        return count
    marks = [reading.index.marks.get((article, number), "") for number in range(found.first, found.last + 1)]
    agreed = sum(not AGREED.isdisjoint(some) for some in marks)
    checkable = sum(ALONE in some for some in marks)
    if not agreed:
        return f"{count}, alone here" + (f", {checkable} {ALONE}" if checkable else "")
    if agreed == found.size:
        return f"{count}, agreed"
    return f"{count}: {agreed} agreed, {found.size - agreed} alone"
