"""Arranging the panes, and letters for passages."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.desk.draw.words import address
from tui.desk.lines import one_line
from tui.desk.prompting import LetterPrompt
from tui.desk.reading import jumping, moving
from tui.desk.reading.linking import settle

if TYPE_CHECKING:
    from tui.desk.screens.panes import PanesScreen

Handler = Callable[["PanesScreen", int | None], None]

STEP = 4
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


def _single(desk: "PanesScreen", count: int | None) -> None:
    reading = desk.reading
    reading.geometry = replace(reading.geometry, single=not reading.geometry.single)
    settle(reading)
    desk.say("one pane" if reading.geometry.single else "as many panes as fit")


def _widen(sign: int) -> Handler:
    def handle(desk: "PanesScreen", count: int | None) -> None:
        if not moving.widen(desk.reading, sign * STEP * (count or 1)):
            alone = len(desk.reading.pane_widths) == 1
            desk.say("there is only this pane" if alone else f"this pane gets no {'wider' if sign > 0 else 'narrower'}")

    return handle


def _move(sign: int) -> Handler:
    def handle(desk: "PanesScreen", count: int | None) -> None:
        if not moving.move_article(desk.reading, sign * (count or 1)):
            desk.say(f"this article is the {'last' if sign > 0 else 'first'} already")

    return handle


def _set_mark(desk: "PanesScreen", count: int | None) -> None:
    place = desk.reading.place

    def answer(letter: str) -> None:
        desk.reading.places[letter] = place
        desk.say(f"{address(place)} has the letter {letter}: '{letter} leads here")

    choices = tuple((letter, address(there)) for letter, there in sorted(desk.reading.places.items()))
    title = f"a letter for {address(place)}"
    desk.ask(LetterPrompt("MARK", title, desk.quote(place), choices, "", answer, "type any letter", LETTERS))


def _go_to_mark(desk: "PanesScreen", count: int | None) -> None:
    places = desk.reading.places
    if not places:
        desk.say("no passage has a letter yet: m and a letter give it one")
        return

    def answer(letter: str) -> None:
        if letter in desk.reading.places:
            jumping.go_to(desk.reading, desk.reading.places[letter])
        else:
            desk.say(f"no passage has the letter {letter}")

    choices = tuple((letter, _called(desk, letter)) for letter in sorted(places))
    desk.ask(LetterPrompt("GO TO", "letters of passages", "", choices, "", answer, "type a letter", LETTERS))


def _called(desk: "PanesScreen", letter: str) -> str:
    place = desk.reading.places[letter]
    return f"{address(place)} {one_line(desk.quote(place))[:16]}"


HANDLERS: dict[str, Handler] = {
    "pane.single": _single,
    "pane.narrower": _widen(-1),
    "pane.wider": _widen(1),
    "article.left": _move(-1),
    "article.right": _move(1),
    "mark.set": _set_mark,
    "mark.go": _go_to_mark,
}
