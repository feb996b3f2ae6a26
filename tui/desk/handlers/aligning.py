"""Pinning two passages by hand, and breaking a link that is wrong."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.compare.model import Link
from tui.desk.draw.words import address, counted, run_address

if TYPE_CHECKING:
    from tui.desk.screens.findings import FindingsScreen
    from tui.desk.screens.panes import PanesScreen

Handler = Callable[["PanesScreen", int | None], None]


def _pin(desk: "PanesScreen", count: int | None) -> None:
    place, waiting = desk.reading.place, desk.deciding.pinning
    if waiting is not None and waiting[0] != place[0]:
        _pin_both(desk, waiting, place)
    elif waiting == place:
        let_go(desk)
        desk.say(f"{address(place)} is not to be pinned any more")
    else:
        desk.deciding.pinning = place
        desk.notice = replace(desk.notice, progress=f"pin {address(place)} to …")
        desk.say(f"pin {address(place)}: p on its counterpart as well; Esc lets go")


def _pin_both(desk: "PanesScreen", one: tuple[int, int], two: tuple[int, int]) -> None:
    let_go(desk)
    both = f"{address(one)} and {address(two)}"
    if desk.deciding.pinned(one, two):
        desk.say(f"{both} are pinned already: x takes the pin off")
        return
    desk.deciding.pin(one, two)
    desk.say(f"{both} pinned, saved; comparing anew")


def let_go(desk: "PanesScreen") -> None:
    """Have no passage wait to be pinned any more."""
    if desk.deciding.pinning is not None:
        desk.deciding.pinning = None
        desk.notice = replace(desk.notice, progress="")


def _break(desk: "PanesScreen", count: int | None) -> None:
    other = desk.reading.counterpart
    if other is None:
        desk.say("no link here to break")
    elif other.link.pinned:
        desk.deciding.unpin(other.link)
        desk.say(f"{_where(other.link)}: pin taken off, saved; u puts it back")
    else:
        desk.deciding.part([other.link])
        desk.say(f"{_where(other.link)}: link broken, saved; u brings it back")


def break_listed(view: "FindingsScreen", count: int | None) -> None:
    """Break the links of the finding under the cursor."""
    group = view.item
    if group is None:
        view.say("no finding here")
        return
    view.desk.deciding.part(group.links)
    more = f" and {counted(len(group.links) - 1, 'more place')}" if len(group.links) > 1 else ""
    view.say(f"{_where(group.link)}{more}: link broken, saved; u brings it back")


def _where(link: Link) -> str:
    return f"{run_address(link.a)} {run_address(link.b)}"


HANDLERS: dict[str, Handler] = {"passage.pin": _pin, "link.break": _break}
