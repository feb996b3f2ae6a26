"""Selecting words and passages in the panes, and what is then done to exactly those words."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from tui.desk.actions import SELECT
from tui.desk.draw.selection import selected_words
from tui.desk.draw.words import address, counted
from tui.desk.handlers import claims, commanding, copying, evidence
from tui.desk.handlers.searching import search_for
from tui.desk.lines import one_line
from tui.desk.reading import moving
from tui.desk.reading.folding import open_at
from tui.desk.reading.links import Place
from tui.desk.reading.selection import Selection, move, move_rows, select, swap, switched, to_first, to_last
from tui.desk.screens.help import HelpScreen

if TYPE_CHECKING:
    from tui.desk.screens.panes import PanesScreen

Handler = Callable[["PanesScreen", int | None], None]


def _begin(*, whole: bool) -> Handler:
    def handle(desk: "PanesScreen", count: int | None) -> None:
        number, passage = desk.reading.place
        open_at(desk.reading, desk.reading.place)
        found = select(number, desk.reading.story.articles[number], passage, whole=whole)
        if found is None:
            desk.say("no word to select here")
        else:
            desk.reading.selection = found if count is None else move(found, count - 1)

    return handle


def _switch(*, whole: bool) -> Handler:
    """The key that began the selection ends it; the other one changes what it is made of."""

    def handle(desk: "PanesScreen", count: int | None) -> None:
        selection = desk.reading.selection
        if selection is not None and selection.whole != whole:
            _use(desk, switched(selection, desk.reading.story.articles[selection.article]))
        else:
            end(desk)

    return handle


def end(desk: "PanesScreen") -> None:
    """Select nothing any more; the cursor goes to where the selection began."""
    selection = desk.reading.selection
    desk.reading.selection = None
    if selection is not None and desk.reading.pane.cursor != selection.passages[0]:
        moving.go_to_passage(desk.reading, selection.passages[0])


def _use(desk: "PanesScreen", selection: Selection) -> None:
    """Take the selection, with the cursor on the passage where its edge is."""
    desk.reading.selection = selection
    passage = selection.units[selection.edge].passage
    open_at(desk.reading, (selection.article, passage))
    if desk.reading.pane.cursor != passage:
        moving.go_to_passage(desk.reading, passage)


def _changed(change: Callable[[Selection, int], Selection], sign: int = 1) -> Handler:
    def handle(desk: "PanesScreen", count: int | None) -> None:
        if desk.reading.selection is not None:
            _use(desk, change(desk.reading.selection, sign * (count or 1)))

    return handle


def _rows(sign: int) -> Handler:
    def handle(desk: "PanesScreen", count: int | None) -> None:
        reading = desk.reading
        if reading.selection is not None:
            layout = reading.layout(reading.selection.article)
            _use(desk, move_rows(reading.selection, layout, sign * (count or 1)))

    return handle


def _tag_prompt(desk: "PanesScreen", count: int | None) -> None:
    anchors = desk.claiming.anchors_at(desk.reading)
    title = f"tag {selected_words(desk.reading)}"
    claims.ask_name(desk, title, anchors[0].exact, claims.context(desk, _places(desk)), lambda name: _tag(desk, name))


def _tag_counterparts(desk: "PanesScreen", count: int | None) -> None:
    """These words, and in each other article the passage that stands against theirs."""
    selected = desk.claiming.anchors_at(desk.reading)
    beside = desk.claiming.anchors_on(claims.counterparts_of(desk))
    places = [*_places(desk), *claims.counterparts_of(desk)]

    def tag(name: str) -> None:
        claim = desk.claiming.tag_anchors([*selected, *beside], name)
        end(desk)
        desk.say(f"{', '.join(map(address, places))} tagged {', '.join(claim.tags)}, saved")

    title = f"tag {selected_words(desk.reading)} and {counted(len(beside), 'counterpart')}"
    claims.ask_name(desk, title, selected[0].exact, claims.context(desk, places), tag)


def _search(desk: "PanesScreen", count: int | None) -> None:
    words = desk.claiming.anchors_at(desk.reading)[0].exact
    end(desk)
    search_for(desk, one_line(words))


def _places(desk: "PanesScreen") -> list[Place]:
    selection = desk.reading.selection
    return [(selection.article, selection.passages[0])] if selection else [desk.reading.place]


def _tag(desk: "PanesScreen", name: str) -> None:
    words = selected_words(desk.reading)
    claim = desk.claiming.tag_anchors(desk.claiming.anchors_at(desk.reading), name)
    end(desk)
    desk.say(f"{words} tagged {', '.join(claim.tags)}, saved")


def _repeat(desk: "PanesScreen", count: int | None) -> None:
    tag = claims.last_tag(desk)
    if tag is None:
        desk.say("no tag used yet: t shows them")
    else:
        _tag(desk, tag)


def _note(desk: "PanesScreen", count: int | None) -> None:
    anchors = desk.claiming.anchors_at(desk.reading)
    claim = desk.claiming.claim_with(anchors)
    if claim is not None:
        claims.ask_note(desk, claim)
        return

    def answer(typed: str) -> None:
        if typed.strip():
            desk.claiming.note_anchors(anchors, typed.strip())
            end(desk)
            desk.say("a claim with this note, saved")

    title = f"note on {selected_words(desk.reading)}; ctrl-x for more than a line"
    edit = partial(claims.edit_note, desk, answer=answer)
    claims.ask_text(desk, "NOTE", title, anchors[0].exact, "", answer, edit)


def _then_end(handler: Handler) -> Handler:
    def handle(desk: "PanesScreen", count: int | None) -> None:
        handler(desk, count)
        end(desk)

    return handle


def _help(desk: "PanesScreen", count: int | None) -> None:
    desk.app.push_screen(HelpScreen(SELECT))


def _end(desk: "PanesScreen", count: int | None) -> None:
    end(desk)


HANDLERS: dict[str, Handler] = {"select.words": _begin(whole=False), "select.passages": _begin(whole=True)}

SELECT_HANDLERS: dict[str, Handler] = {
    "select.words": _switch(whole=False),
    "select.passages": _switch(whole=True),
    "select.next": _changed(move),
    "select.previous": _changed(move, -1),
    "select.first": _changed(lambda selection, _: to_first(selection)),
    "select.last": _changed(lambda selection, _: to_last(selection)),
    "select.down": _rows(1),
    "select.up": _rows(-1),
    "select.swap": _changed(lambda selection, _: swap(selection)),
    "select.end": _end,
    "tag.prompt": _tag_prompt,
    "tag.counterparts": _tag_counterparts,
    "tag.repeat": _repeat,
    "claim.note": _note,
    "evidence.words": lambda desk, count: _then_end(evidence.HANDLERS["evidence.passage"])(desk, count),
    "search.selected": _search,
    "copy.quote": _then_end(copying.HANDLERS["copy.quote"]),
    "command": commanding.ask,
    "claim.reattach": _then_end(claims.HANDLERS["claim.reattach"]),
    "help": _help,
}
"""What keys do while something is selected."""
