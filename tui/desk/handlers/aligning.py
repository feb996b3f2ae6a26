"""Pinning two passages by hand, and breaking a link that is wrong."""

from tui.compare.model import Link
from tui.desk.draw.words import address, counted, run_address
from tui.desk.handlers.view import Handler, ListView, View
from tui.desk.keyboard.keys import key_for


def _pin(view: View, count: int | None) -> None:
    place, waiting = view.reading.place, view.desk.deciding.pinning
    if waiting is not None and waiting[0] != place[0]:
        _pin_both(view, waiting, place)
    elif waiting == place:
        let_go(view)
        view.say(f"{address(place)} is not to be pinned any more")
    else:
        view.desk.deciding.pinning = place
        view.say(
            f"pin {address(place)}: {key_for('passage.pin')} on its counterpart as well; {key_for('cancel')} lets go"
        )


def _pin_both(view: View, one: tuple[int, int], two: tuple[int, int]) -> None:
    let_go(view)
    both = f"{address(one)} and {address(two)}"
    if view.desk.deciding.pinned(one, two):
        view.say(f"{both} are pinned already: {key_for('link.break')} takes the pin off")
        return
    view.desk.deciding.pin(one, two)
    view.say(f"{both} pinned, saved; comparing anew")


def let_go(view: View) -> None:
    """Have no passage wait to be pinned any more."""
    view.desk.deciding.pinning = None


def _break(view: View, count: int | None) -> None:
    other = view.reading.counterpart
    if other is None:
        view.say("no link here to break")
    elif other.link.pinned:
        view.desk.deciding.unpin(other.link)
        view.say(f"{_where(other.link)}: pin taken off, saved; {key_for('undo')} puts it back")
    else:
        view.desk.deciding.part([other.link])
        view.say(f"{_where(other.link)}: link broken, saved; {key_for('undo')} brings it back")


def break_listed(view: ListView, count: int | None) -> None:
    """Break the links of the finding under the cursor."""
    group = view.item
    if group is None:
        view.say("no finding here")
        return
    view.desk.deciding.part(group.links)
    more = f" and {counted(len(group.links) - 1, 'more place')}" if len(group.links) > 1 else ""
    view.say(f"{_where(group.link)}{more}: link broken, saved; {key_for('undo')} brings it back")


def _where(link: Link) -> str:
    return f"{run_address(link.a)} {run_address(link.b)}"


HANDLERS: dict[str, Handler] = {"passage.pin": _pin, "link.break": _break}
