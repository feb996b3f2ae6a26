"""Judging findings, in the panes and in the findings view; then on to the next one."""

from collections.abc import Callable

from tui.desk.draw.words import counted
from tui.desk.handlers import claims, copying
from tui.desk.handlers.aligning import break_listed
from tui.desk.handlers.evidence import check_listed
from tui.desk.handlers.lists import HANDLERS as LISTS
from tui.desk.handlers.view import Handler, ListView, View
from tui.desk.keyboard.keys import key_for
from tui.desk.reading import jumping
from tui.desk.reading.grouping import FindingGroup, group_of
from tui.desk.reading.linking import settle, show_counterpart
from tui.desk.reading.links import Place
from tui.desk.record.judging import APPARENT, IGNORE, NAMES, REAL, FindingVerdict
from tui.desk.views.rows import item_rows

ListHandler = Callable[[ListView, int | None], None]


def _judge_here(verdict: FindingVerdict) -> Handler:
    def handle(view: View, count: int | None) -> None:
        comparison, other = view.reading.index.comparison, view.reading.counterpart
        group = group_of(comparison, other.link) if comparison and other else None
        if group is None:
            conflict, check = key_for("conflict.next"), key_for("check.next")
            view.say(f"no finding in the drawer: {conflict} goes to the next conflict, {check} to what differs")
            return
        given = view.desk.judging.judge(group.links, verdict)
        view.say(_sentence(group, given))
        if given is not None:
            _next_here(view)

    return handle


def _next_here(view: View) -> None:
    """The next finding without a verdict, on this passage or below; where there is none, the cursor stays."""
    reading = view.reading

    def waiting(place: Place) -> int | None:
        return next(
            (
                other.number
                for other in reading.index.counterparts(place)
                if other.link.relation == "conflict" and other.link.id not in view.desk.judging.verdicts
            ),
            None,
        )

    if waiting(reading.place) is None and not jumping.next_place(reading, lambda place: waiting(place) is not None, 1):
        settle(reading)
        return
    reading.chosen = waiting(reading.place)
    show_counterpart(reading)
    settle(reading)


def _judge_listed(verdict: FindingVerdict) -> ListHandler:
    def handle(view: ListView, count: int | None) -> None:
        group = view.item
        if group is None:
            view.say("no finding to judge")
            return
        rows = item_rows(view.rows)
        below = [view.rows[number].item for number in rows if number > view.place.cursor]
        given = view.desk.judging.judge(group.links, verdict)
        wanted = group if given is None else next(iter(below), group)
        view.place.cursor = next(number for number, row in enumerate(view.rows) if row.item is wanted)
        view.say(_sentence(group, given))

    return handle


def _sentence(group: FindingGroup, given: FindingVerdict | None) -> str:
    link = group.link
    where = f"{link.a.article + 1}:{link.a.first + 1} {link.b.article + 1}:{link.b.first + 1}"
    more = f" and {counted(len(group.sides) - 2, 'more place')}" if len(group.sides) > 2 else ""
    return f"{where}{more}: verdict taken back, saved" if given is None else f"{where}{more} {NAMES[given]}, saved"


def _places(view: ListView) -> list[Place]:
    if view.item is None:
        return []
    sides = (view.item.link.a, view.item.link.b, *(said.side for said in view.item.sides))
    return list(dict.fromkeys((side.article, side.first) for side in sides))


def _tag(both: bool) -> ListHandler:
    def handle(view: ListView, count: int | None) -> None:
        places = _places(view)
        if places:
            claims.ask_tag(view, places if both else places[:1])

    return handle


def _note(view: ListView, count: int | None) -> None:
    found = next(filter(None, map(view.claiming.here, _places(view))), None)
    if found is None:
        tag, both = key_for("tag.prompt"), key_for("tag.counterparts")
        view.say(f"no claim on this finding: {tag} tags its first passage, {both} all")
    else:
        claims.ask_note(view, found)


_VERDICTS: tuple[FindingVerdict, ...] = (REAL, APPARENT, IGNORE)

HANDLERS: dict[str, Handler] = {f"verdict.{verdict}": _judge_here(verdict) for verdict in _VERDICTS}

LIST_HANDLERS: dict[str, Callable[..., None]] = {
    **LISTS,
    **copying.LIST_HANDLERS,
    **{f"verdict.{verdict}": _judge_listed(verdict) for verdict in _VERDICTS},
    "tag.prompt": _tag(both=False),
    "tag.counterparts": _tag(both=True),
    "claim.note": _note,
    "checked": check_listed,
    "link.break": break_listed,
}
