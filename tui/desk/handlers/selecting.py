"""Selecting words and passages in the panes, and what is then done to exactly those words."""

from collections.abc import Callable
from functools import partial

from tui.desk.draw.selection import selected_words
from tui.desk.draw.words import address, counted
from tui.desk.handlers import claims, commanding, copying, evidence
from tui.desk.handlers.searching import search_for
from tui.desk.handlers.view import Handler, View
from tui.desk.keyboard.actions import SELECT
from tui.desk.keyboard.keys import key_for
from tui.desk.lines import one_line
from tui.desk.reading import moving
from tui.desk.reading.folding import open_at
from tui.desk.reading.highlights import differing
from tui.desk.reading.linking import opposite
from tui.desk.reading.links import Place
from tui.desk.reading.selection import Selection, move, move_rows, select, swap, switched, to_first, to_last


def _begin(*, whole: bool) -> Handler:
    def handle(view: View, count: int | None) -> None:
        number, passage = view.reading.place
        open_at(view.reading, view.reading.place)
        words = None if whole else differing(view.reading)
        found = select(number, view.reading.story.articles[number], passage, whole=whole, words=words)
        if found is None:
            view.say("no word to select here")
        else:
            view.reading.selection = found if count is None else move(found, count - 1)

    return handle


def _switch(*, whole: bool) -> Handler:
    """The key that began the selection ends it; the other one changes what it is made of."""

    def handle(view: View, count: int | None) -> None:
        selection = view.reading.selection
        if selection is not None and selection.whole != whole:
            _use(view, switched(selection, view.reading.story.articles[selection.article]))
        else:
            end(view)

    return handle


def end(view: View) -> None:
    """Select nothing any more; the cursor goes to where the selection began."""
    selection = view.reading.selection
    view.reading.selection = None
    if selection is not None and view.reading.pane.cursor != selection.passages[0]:
        moving.go_to_passage(view.reading, selection.passages[0])


def _use(view: View, selection: Selection) -> None:
    """Take the selection, with the cursor on the passage where its edge is."""
    view.reading.selection = selection
    passage = selection.units[selection.edge].passage
    open_at(view.reading, (selection.article, passage))
    if view.reading.pane.cursor != passage:
        moving.go_to_passage(view.reading, passage)


def _changed(change: Callable[[Selection, int], Selection], sign: int = 1) -> Handler:
    def handle(view: View, count: int | None) -> None:
        if view.reading.selection is not None:
            _use(view, change(view.reading.selection, sign * (count or 1)))

    return handle


def _rows(sign: int) -> Handler:
    def handle(view: View, count: int | None) -> None:
        reading = view.reading
        if reading.selection is not None:
            layout = reading.layout(reading.selection.article)
            _use(view, move_rows(reading.selection, layout, sign * (count or 1)))

    return handle


def _tag_prompt(view: View, count: int | None) -> None:
    anchors = view.claiming.anchors_at(view.reading)
    title = f"tag {selected_words(view.reading)}"
    both = f"; {key_for('tag.counterparts')}: counterparts too"
    about = claims.context(view, _places(view))
    claims.ask_name(view, title, anchors[0].exact, about, lambda name: _tag(view, name), both)


def _tag_counterparts(view: View, count: int | None) -> None:
    """These words, and in each other article the passage that stands against theirs."""
    selected = view.claiming.anchors_at(view.reading)
    beside = view.claiming.anchors_on(opposite(view.reading))
    places = [*_places(view), *opposite(view.reading)]

    def tag(name: str) -> None:
        claim = view.claiming.tag_anchors([*selected, *beside], name)
        end(view)
        view.say(f"{', '.join(map(address, places))} tagged {', '.join(claim.tags)}, saved")

    title = f"tag {selected_words(view.reading)} and {counted(len(beside), 'counterpart')}"
    claims.ask_name(view, title, selected[0].exact, claims.context(view, places), tag)


def _search(view: View, count: int | None) -> None:
    words = view.claiming.anchors_at(view.reading)[0].exact
    end(view)
    search_for(view, one_line(words))


def _places(view: View) -> list[Place]:
    selection = view.reading.selection
    return [(selection.article, selection.passages[0])] if selection else [view.reading.place]


def _tag(view: View, name: str) -> None:
    words = selected_words(view.reading)
    claim = view.claiming.tag_anchors(view.claiming.anchors_at(view.reading), name)
    end(view)
    view.say(f"{words} tagged {', '.join(claim.tags)}, saved")


def _repeat(view: View, count: int | None) -> None:
    tag = claims.last_tag(view)
    if tag is None:
        view.say(f"no tag used yet: {key_for('tag.prompt')} shows them")
    else:
        _tag(view, tag)


def _note(view: View, count: int | None) -> None:
    anchors = view.claiming.anchors_at(view.reading)
    claim = view.claiming.claim_with(anchors)
    if claim is not None:
        claims.ask_note(view, claim)
        return

    def answer(typed: str) -> None:
        if typed.strip():
            view.claiming.note_anchors(anchors, typed.strip())
            end(view)
            view.say("a claim with this note, saved")

    title = f"note on {selected_words(view.reading)}; ctrl-x for more than a line"
    edit = partial(claims.edit_note, view, answer=answer)
    claims.ask_text(view, "NOTE", title, anchors[0].exact, "", answer, edit)


def _then_end(handler: Handler) -> Handler:
    def handle(view: View, count: int | None) -> None:
        handler(view, count)
        end(view)

    return handle


def _help(view: View, count: int | None) -> None:
    view.shell.open_help(SELECT)


def _end(view: View, count: int | None) -> None:
    end(view)


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
    "evidence.words": lambda view, count: _then_end(evidence.HANDLERS["evidence.passage"])(view, count),
    "search.selected": _search,
    "copy.quote": _then_end(copying.HANDLERS["copy.quote"]),
    "command": commanding.ask,
    "claim.reattach": _then_end(claims.HANDLERS["claim.reattach"]),
    "help": _help,
}
"""What keys do while something is selected."""
