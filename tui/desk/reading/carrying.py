"""The reading place taken over to another version of a story, or to one with other articles."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from tui.desk.reading.linking import settle
from tui.desk.reading.links import LinkIndex, Place
from tui.desk.reading.state import Pane, Reading
from tui.story.model import Article, Story


def carry(reading: Reading, story: Story) -> None:
    """Read `story` from now on, each article where it was left, as far as its words are still there.

    Nothing is compared yet afterwards.
    """
    came = articles_now(reading.story, story)
    maps = {old: passages_now(reading.story.articles[old], story.articles[new]) for old, new in came.items()}

    def now(place: Place) -> Place | None:
        return (came[place[0]], maps[place[0]][place[1]]) if place[0] in came and maps[place[0]] else None

    panes, seen = [Pane() for _ in story.articles], [set[int]() for _ in story.articles]
    for old, new in came.items():
        pane = reading.panes[old]
        panes[new] = Pane(maps[old][pane.cursor] if maps[old] else 0, pane.top)
        same = _same(reading.story.articles[old], story.articles[new])
        seen[new] = {same[number] for number in reading.seen[old] if number in same}
    left = [came[old] for old in reading.order if old in came]
    reading.order = (*left, *(new for new in range(len(story.articles)) if new not in left))
    reading.extra = {came[old]: cells for old, cells in reading.extra.items() if old in came}
    reading.folded = frozenset(filter(None, map(now, reading.folded)))
    reading.unfiltered = frozenset(filter(None, map(now, reading.unfiltered)))
    reading.places = {letter: there for letter, place in reading.places.items() if (there := now(place)) is not None}
    reading.trail = [there for place in reading.trail if (there := now(place)) is not None]
    shown = tuple(came[old] for old in reading.shown if old in came)
    reading.focus = came.get(reading.focus, min(reading.focus, len(story.articles) - 1))
    reading.shown = shown if reading.focus in shown else (*shown, reading.focus)
    reading.panes, reading.seen, reading.story = panes, seen, story
    reading.index, reading.selection, reading.chosen = LinkIndex(story, None), None, None
    reading.checked, reading.left = frozenset(), None
    reading.geometry = replace(reading.geometry, articles=len(story.articles))
    reading.clear_layouts()
    if not reading.geometry.too_small:
        settle(reading)


def articles_now(before: Story, after: Story) -> dict[int, int]:
    """Which article of one story is which of the other."""
    where: dict[str, list[int]] = {}
    for number, article in enumerate(after.articles):
        where.setdefault(article.identity, []).append(number)
    found: dict[int, int] = {}
    for number, article in enumerate(before.articles):
        candidates = where.get(article.identity, [])
        same = [new for new in candidates if after.articles[new].sha256 == article.sha256]
        if candidates:
            found[number] = (same or candidates)[0]
            candidates.remove(found[number])
    return found


def passages_now(before: Article, after: Article) -> Sequence[int]:
    """For each passage of one version the passage of the other that has its words, or stands in its place."""
    if not after.passages:
        return []
    same = _same(before, after)
    now: list[int] = []
    for number in range(len(before.passages)):
        near = same.get(number, now[-1] + 1 if now else 0)
        now.append(min(near, len(after.passages) - 1))
    return now


def _same(before: Article, after: Article) -> Mapping[int, int]:
    """The passages whose words are the same in both versions."""
    if before.sha256 == after.sha256 and before.text == after.text:
        return {number: number for number in range(len(before.passages))}
    old = [before.quote(number) for number in range(len(before.passages))]
    new = [after.quote(number) for number in range(len(after.passages))]
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return {block.a + step: block.b + step for block in blocks for step in range(block.size)}
