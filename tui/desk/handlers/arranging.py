"""Arranging the panes, and letters for passages."""

from dataclasses import replace

from tui.desk.draw.words import address
from tui.desk.handlers.view import Handler, View
from tui.desk.keyboard.keys import key_for
from tui.desk.lines import one_line
from tui.desk.prompts.prompting import LetterPrompt
from tui.desk.reading import jumping, moving
from tui.desk.reading.linking import settle

STEP = 4
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


def _single(view: View, count: int | None) -> None:
    reading = view.reading
    reading.geometry = replace(reading.geometry, single=not reading.geometry.single)
    settle(reading)
    view.say("one pane" if reading.geometry.single else "as many panes as fit")


def _widen(sign: int) -> Handler:
    def handle(view: View, count: int | None) -> None:
        if not moving.widen(view.reading, sign * STEP * (count or 1)):
            alone = len(view.reading.pane_widths) == 1
            view.say("there is only this pane" if alone else f"this pane gets no {'wider' if sign > 0 else 'narrower'}")

    return handle


def _move(sign: int) -> Handler:
    def handle(view: View, count: int | None) -> None:
        if not moving.move_article(view.reading, sign * (count or 1)):
            view.say(f"this article is the {'last' if sign > 0 else 'first'} already")

    return handle


def _set_mark(view: View, count: int | None) -> None:
    place = view.reading.place

    def answer(letter: str) -> None:
        view.reading.places[letter] = place
        view.say(f"{address(place)} has the letter {letter}: {key_for('mark.go')}{letter} leads here")

    choices = tuple((letter, address(there)) for letter, there in sorted(view.reading.places.items()))
    title = f"a letter for {address(place)}"
    view.ask(LetterPrompt("MARK", title, view.quote(place), choices, "", answer, "type any letter", LETTERS))


def _go_to_mark(view: View, count: int | None) -> None:
    places = view.reading.places
    if not places:
        view.say(f"no passage has a letter yet: {key_for('mark.set')} and a letter give it one")
        return

    def answer(letter: str) -> None:
        if letter in view.reading.places:
            jumping.go_to(view.reading, view.reading.places[letter])
        else:
            view.say(f"no passage has the letter {letter}")

    choices = tuple((letter, _called(view, letter)) for letter in sorted(places))
    view.ask(LetterPrompt("GO TO", "letters of passages", "", choices, "", answer, "type a letter", LETTERS))


def _called(view: View, letter: str) -> str:
    place = view.reading.places[letter]
    return f"{address(place)} {one_line(view.quote(place))[:16]}"


HANDLERS: dict[str, Handler] = {
    "pane.single": _single,
    "pane.narrower": _widen(-1),
    "pane.wider": _widen(1),
    "article.left": _move(-1),
    "article.right": _move(1),
    "mark.set": _set_mark,
    "mark.go": _go_to_mark,
}
