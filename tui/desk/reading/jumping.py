"""Jumping to the next place of a kind, to a counterpart, and back."""

from collections.abc import Callable

from tui.desk.reading.linking import settle, show_beside, show_counterpart
from tui.desk.reading.links import Place
from tui.desk.reading.state import Reading


def next_place(reading: Reading, here: Callable[[Place], bool], count: int) -> bool:
    """Go `count` places on (back if negative) in the present article among those where `here` holds.

    Returns whether there was one; the cursor stays where it is if not.
    """
    passages = range(len(reading.story.articles[reading.focus].passages))
    matching = [passage for passage in passages if here((reading.focus, passage))]
    cursor = reading.pane.cursor
    if count > 0:
        ahead = [passage for passage in matching if passage > cursor]
    else:
        ahead = [passage for passage in reversed(matching) if passage < cursor]
    if not ahead:
        return False
    go_to(reading, (reading.focus, ahead[min(abs(count), len(ahead)) - 1]))
    return True


def _fold_around(reading: Reading, place: Place) -> set[Place]:
    inside = (run for run in reading.runs(place[0]) if run[0] <= place[1] <= run[1])
    return {(place[0], number) for first, last in inside for number in range(first, last + 1)}


def follow(reading: Reading, number: int) -> bool:
    """Go to the `number`th counterpart (from 1) of the passage under the cursor, if there is one.

    From a passage without any to where it may be told for all that.
    """
    others = reading.counterparts()
    nearest = reading.index.nearest(reading.place)
    if nearest is not None and number == 1:
        go_to(reading, nearest.other)
        show_beside(reading, nearest.passage[0])
        settle(reading)
        return True
    if not 1 <= number <= len(others):
        return False
    other = others[number - 1]
    passage = reading.index.facing(other, reading.pane.cursor)
    go_to(reading, (other.far.article, passage), chosen=other.number)
    return True


def go_to(reading: Reading, place: Place, chosen: int | None = None) -> None:
    """Put the cursor on a place, remembering where it was; `chosen` is the link to show in the drawer."""
    reading.trail.append(reading.place)
    _put(reading, place, chosen)


def back(reading: Reading) -> bool:
    """Go back to where the last jump came from, if there was one."""
    if not reading.trail:
        return False
    _put(reading, reading.trail.pop())
    return True


def _put(reading: Reading, place: Place, chosen: int | None = None) -> None:
    reading.focus, reading.panes[place[0]].cursor = place
    # What a jump leads to is to be read: it is never left folded.
    reading.folded -= _fold_around(reading, place)
    reading.chosen = chosen
    settle(reading)
    show_counterpart(reading)
    settle(reading)
