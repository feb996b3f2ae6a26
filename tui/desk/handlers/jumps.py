"""Jumping to the next place of a kind, to counterparts, and back."""

from collections.abc import Collection

from tui.desk.handlers.view import Handler, View
from tui.desk.reading import jumping
from tui.desk.reading.linking import settle, show_counterpart
from tui.desk.reading.links import Place
from tui.desk.reading.marks import ALONE, CHECK, CONFLICT, COPIED, SAME


def _marked(marks: str, name: str, sign: int) -> Handler:
    def handle(view: View, count: int | None) -> None:
        reading = view.reading
        if reading.index.comparison is None:
            view.say("still comparing: the marks come when it is done")
            return
        reading.wanted = marks
        found = jumping.next_place(
            reading,
            lambda place: not set(marks).isdisjoint(reading.index.marks.get(place, "")),
            sign * (count or 1),
        )
        if not found:
            view.say(_none_here(view, marks, name, sign))

    return handle


def _none_here(view: View, marks: str, name: str, sign: int) -> str:
    """Say that there is none further on, and which other articles have some."""
    found = {place for place, some in view.reading.index.marks.items() if not set(marks).isdisjoint(some)}
    return _no_more(view, f"no {name}", found, sign) if found else f"no {name} in any article"


def _no_more(view: View, none: str, found: Collection[Place], sign: int) -> str:
    """Say that there is `none` further on in this article, and which others have some."""
    focus = view.reading.focus
    others = sorted({article + 1 for article, _ in found} - {focus + 1})
    more = f"; some in {', '.join(map(str, others))}" if others else ""
    return f"{none} {'below' if sign > 0 else 'above'} in article {focus + 1}{more}"


def _tagged(sign: int) -> Handler:
    def handle(view: View, count: int | None) -> None:
        tagged = view.claiming.by_place
        if not jumping.next_place(view.reading, tagged.__contains__, sign * (count or 1)):
            view.say(_no_more(view, "no tagged passage", tagged, sign))

    return handle


def _updated(sign: int) -> Handler:
    def handle(view: View, count: int | None) -> None:
        updated = view.reading.updated
        if jumping.next_place(view.reading, updated.__contains__, sign * (count or 1)):
            return
        nowhere = "nothing is new or changed since last time"
        view.say(_no_more(view, "nothing new or changed", updated, sign) if updated else nowhere)

    return handle


def _follow(view: View, count: int | None) -> None:
    if not jumping.follow(view.reading, count or 1):
        number = len(view.reading.counterparts())
        view.say("no counterpart here" if not number else f"only {number} here")


def _back(view: View, count: int | None) -> None:
    if not jumping.back(view.reading):
        view.say("nowhere to go back to")


def _next_in_drawer(view: View, count: int | None) -> None:
    """The links keep the order of the index here, so that repeating goes round all of them."""
    reading = view.reading
    others = reading.index.counterparts(reading.place)
    current = reading.counterpart
    if current is None or len(others) < 2:
        view.say("no other counterpart here")
        return
    numbers = [other.number for other in others]
    reading.chosen = numbers[(numbers.index(current.number) + 1) % len(numbers)]
    show_counterpart(reading)
    settle(reading)


HANDLERS: dict[str, Handler] = {
    "conflict.next": _marked(CONFLICT, "conflict", 1),
    "conflict.previous": _marked(CONFLICT, "conflict", -1),
    "check.next": _marked(CHECK, "“differs, check”", 1),
    "check.previous": _marked(CHECK, "“differs, check”", -1),
    "overlap.next": _marked(COPIED + SAME, "overlap", 1),
    "overlap.previous": _marked(COPIED + SAME, "overlap", -1),
    "copied.next": _marked(COPIED, "copied passage", 1),
    "copied.previous": _marked(COPIED, "copied passage", -1),
    "alone.next": _marked(ALONE, "passage alone and checkable", 1),
    "alone.previous": _marked(ALONE, "passage alone and checkable", -1),
    "tagged.next": _tagged(1),
    "tagged.previous": _tagged(-1),
    "updated.next": _updated(1),
    "updated.previous": _updated(-1),
    "counterpart.follow": _follow,
    "counterpart.back": _back,
    "drawer.next": _next_in_drawer,
}
