"""Undoing and redoing; what someone else changed since is asked about first."""

from collections.abc import Callable

from tui.claims import Action
from tui.desk.draw.words import run_address
from tui.desk.handlers.view import Handler, View
from tui.desk.prompts.prompting import LetterPrompt


def _undo(view: View, count: int | None) -> None:
    _tell(view, view.claiming.undo(), "nothing to undo", lambda: view.claiming.undo(force=True))


def _redo(view: View, count: int | None) -> None:
    _tell(view, view.claiming.redo(), "nothing to redo", lambda: view.claiming.redo(force=True))


def _tell(view: View, action: Action | None, nothing: str, force: Callable[[], Action | None]) -> None:
    if action is None:
        view.say(nothing)
    elif action.done:
        view.say(f"{_finding(view, action)}{action.sentence}")
    else:
        _ask_force(view, action, force)


def _finding(view: View, action: Action) -> str:
    """Where the finding stands whose verdict was taken back; "" of all else, which names its own words."""
    comparison = view.reading.index.comparison
    judged = {event.subject for event in action.events if event.kind == "finding"}
    link = next((link for link in comparison.links if link.id in judged), None) if comparison and judged else None
    return f"{run_address(link.a)} {run_address(link.b)}: " if link else ""


def _ask_force(view: View, action: Action, force: Callable[[], Action | None]) -> None:
    def answer(letter: str) -> None:
        if letter == "y":
            done = force()
            view.say(f"{_finding(view, done)}{done.sentence}" if done else "nothing to undo")
        else:
            view.say("left as it is")

    choices = [("y", "go ahead all the same"), ("n", "leave it")]
    view.ask(LetterPrompt("UNDO", "someone else was here", action.sentence, choices, "", answer, "y or n"))


HANDLERS: dict[str, Handler] = {"undo": _undo, "redo": _redo}
