"""Commands that go somewhere, and those that only tell."""

import re
from collections.abc import Callable, Iterator
from functools import partial

from tui.desk.plain.asking import ask
from tui.desk.plain.state import PlainState
from tui.desk.plain.wording import article_line, detail_lines, finding_line
from tui.desk.reading import jumping, moving, searching
from tui.desk.reading.grouping import grouped
from tui.desk.reading.links import Place
from tui.desk.reading.marks import ALONE, CHECK, CONFLICT, COPIED, SAME

Lines = Iterator[str]
_MOST_FINDINGS = 40


def _count(argument: str) -> int:
    return int(argument) if re.fullmatch(r"\d{1,4}", argument) else 1


def _step(direction: int, reader: PlainState, argument: str) -> Lines:
    before = reader.reading.place
    moving.move_passages(reader.reading, direction * _count(argument))
    if reader.reading.place == before:
        yield f"that is the {'last' if direction > 0 else 'first'} passage of the article"
    else:
        yield from reader.passage()


forward = partial(_step, 1)
backward = partial(_step, -1)


def repeat(reader: PlainState, argument: str) -> Lines:
    """The passage again."""
    yield from reader.passage()


def article(reader: PlainState, argument: str) -> Lines:
    """To an article, where the reader was in it."""
    number, count = int(argument), len(reader.reading.story.articles)
    if not 1 <= number <= count:
        yield f"there are articles 1 to {count}"
        return
    moving.go_to_article(reader.reading, number - 1)
    yield from reader.passage()


def articles(reader: PlainState, argument: str) -> Lines:
    """All articles."""
    for number in range(len(reader.reading.story.articles)):
        yield article_line(reader.reading, number)


def go(reader: PlainState, argument: str) -> Lines:
    """To a place by its address."""
    if not argument:
        ask(reader, go, "still here")
        yield "where: 8, or 2:8, is the next line"
        return
    match = re.fullmatch(r"(?:(\d{1,4}):)?(\d{1,6})", argument)
    if match is None:
        yield "say where: g 8 or g 2:8"
        return
    number = int(match[1]) - 1 if match[1] else reader.reading.focus
    passage = int(match[2]) - 1
    all_articles = reader.reading.story.articles
    if not 0 <= number < len(all_articles) or not 0 <= passage < len(all_articles[number].passages):
        yield f"there is no passage {argument}"
        return
    jumping.go_to(reader.reading, (number, passage))
    yield from reader.passage()


def _all_places(reader: PlainState) -> list[Place]:
    return [
        (number, passage)
        for number, piece in enumerate(reader.reading.story.articles)
        for passage in range(len(piece.passages))
    ]


def _jump(reader: PlainState, here: Callable[[Place], bool], called: str, forward: bool) -> Lines:
    places, place = _all_places(reader), reader.reading.place
    ahead = [other for other in places if other > place] if forward else [other for other in places if other < place]
    found = next(filter(here, ahead if forward else reversed(ahead)), None)
    if found is None:
        yield f"no {called} {'after' if forward else 'before'} this passage"
        return
    jumping.go_to(reader.reading, found)
    yield from reader.passage()


def _marked(marks: str, called: str, forward: bool, reader: PlainState, argument: str) -> Lines:
    reader.need_comparison()
    index = reader.reading.index
    reader.reading.wanted = marks
    yield from _jump(reader, lambda place: any(mark in marks for mark in index.marks.get(place, "")), called, forward)


conflict, conflict_back = (partial(_marked, CONFLICT, "conflict", ahead) for ahead in (True, False))
check, check_back = (partial(_marked, CHECK, "passage that differs", ahead) for ahead in (True, False))
overlap, overlap_back = (partial(_marked, COPIED + SAME, "overlap", ahead) for ahead in (True, False))
alone, alone_back = (partial(_marked, ALONE, "passage alone and checkable", ahead) for ahead in (True, False))


def _tagged(forward: bool, reader: PlainState, argument: str) -> Lines:
    yield from _jump(reader, reader.claiming.by_place.__contains__, "tagged passage", forward)


tagged, tagged_back = partial(_tagged, True), partial(_tagged, False)


def more(reader: PlainState, argument: str) -> Lines:
    """All counterparts."""
    reader.need_comparison()
    lines = list(detail_lines(reader.reading, dict(reader.judging.verdicts)))
    yield from lines or ["nothing stands against this passage"]


def enter(reader: PlainState, argument: str) -> Lines:
    """To a counterpart."""
    reader.need_comparison()
    if jumping.follow(reader.reading, _count(argument)):
        yield from reader.passage()
    else:
        yield (
            "nothing stands against this passage"
            if _count(argument) == 1
            else f"there is no number {argument}: m lists"
        )


def back(reader: PlainState, argument: str) -> Lines:
    """Back from a jump."""
    if jumping.back(reader.reading):
        yield from reader.passage()
    else:
        yield "you have not come from elsewhere"


def findings(reader: PlainState, argument: str) -> Lines:
    """The findings, or one of them."""
    reader.need_comparison()
    comparison = reader.reading.index.comparison
    groups = grouped(comparison) if comparison else ()
    verdicts = reader.judging.verdicts
    if argument:
        number = _count(argument)
        if not 1 <= number <= len(groups):
            yield f"there are {len(groups)} findings"
            return
        link = groups[number - 1].link
        yield finding_line(number, groups[number - 1], groups[number - 1].verdict(verdicts))
        jumping.go_to(reader.reading, (link.a.article, link.a.first))
        yield from reader.passage()
        return
    for number, group in enumerate(groups[:_MOST_FINDINGS], 1):
        yield finding_line(number, group, group.verdict(verdicts))
    if len(groups) > _MOST_FINDINGS:
        yield f"and {len(groups) - _MOST_FINDINGS} more: f with a number goes to one"
    if not groups:
        yield "no findings"


def search(reader: PlainState, argument: str) -> Lines:
    """The next passage with the words looked for."""
    reading = reader.reading
    reading.sought = argument or reading.sought
    if not reading.sought:
        yield "say what to look for: /words"
        return
    found = searching.places(reading)
    if searching.go_to_hit(reading, 1):
        yield f"“{reading.sought}”, {found.index(reading.place) + 1} of {len(found)}"
        yield from reader.passage()
    else:
        yield f"“{reading.sought}” is in no article"
