"""The command line: an address, a command with its argument, or any action by its name."""

import shlex
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from tui.desk.actions import SELECT, actions_in
from tui.desk.copying import append_to, both_wordings
from tui.desk.handlers import copying
from tui.desk.handlers.panes_of import panes_of
from tui.desk.keys import Command
from tui.desk.lines import one_line
from tui.desk.palette import ADDRESS, CommandPrompt, Entry, entries
from tui.desk.reading import jumping

if TYPE_CHECKING:
    from tui.desk.screens.panes import PanesScreen


def ask(screen: Any, count: int | None) -> None:
    """Open the command line in any view."""
    panes = panes_of(screen)
    view = SELECT if screen is panes and panes.reading.selection is not None else screen.view

    def chosen(entry: Entry | None, typed: str) -> None:
        found = ADDRESS.match(typed)
        if found is not None:
            _go(panes, screen, found[1], found[2])
        elif entry is None:
            screen.say(f"nothing is called “{one_line(typed)}”" if typed.strip() else "nothing typed")
        elif entry.action:
            screen.perform(Command(entry.action))
        else:
            words = typed.strip().split(None, 1)
            given = words[1] if len(words) > 1 and words[0].casefold() == entry.command else ""
            _RUN[entry.command](panes, screen, given)

    prompt = CommandPrompt(" : ", "", "", lambda typed: prompt.finish(), entries=entries(actions_in(view)))
    prompt.chosen = chosen
    screen.ask(prompt)


def _go(panes: "PanesScreen", screen: Any, article: str | None, passage: str) -> None:
    number = int(article) - 1 if article else panes.reading.focus
    pieces = panes.reading.story.articles
    if not 0 <= number < len(pieces):
        screen.say(f"there is no article {number + 1}, only {len(pieces)}")
        return
    last = len(pieces[number].passages)
    jumping.go_to(panes.reading, (number, max(0, min(int(passage), last) - 1)))
    if int(passage) > last:
        panes.say(f"article {number + 1} ends at {number + 1}:{last}")
    if screen is not panes:
        screen.leave()


def _go_typed(panes: "PanesScreen", screen: Any, given: str) -> None:
    found = ADDRESS.match(given)
    if found is None:
        screen.say("type an address: :go 2:8")
    else:
        _go(panes, screen, found[1], found[2])


def _add(panes: "PanesScreen", screen: Any, given: str) -> None:
    try:
        sources = shlex.split(given)
    except ValueError:
        sources = [given.strip()]
    if not sources:
        screen.say("name what to open: :add FILE, a folder, or a web address")
    elif "-" in sources:
        screen.say("standard input can be read only when the desk is opened")
    else:
        panes.articles.add(sources)
        screen.say("reading")


def _close(panes: "PanesScreen", screen: Any, given: str) -> None:
    total = len(panes.reading.story.articles)
    number = given.strip() or str(panes.reading.focus + 1)
    if not number.isdecimal() or not 1 <= int(number) <= total:
        screen.say(f"there is no article {one_line(number)}, only 1 to {total}")
    elif total == 1:
        screen.say("this is the only article: q leaves the desk")
    else:
        panes.articles.close(int(number) - 1)


def _copy(panes: "PanesScreen", screen: Any, given: str) -> None:
    _put(panes, screen, given, copying.here(panes))


def _both(panes: "PanesScreen", screen: Any, given: str) -> None:
    other = panes.reading.counterpart
    if other is None:
        screen.say("no counterpart here: :copy takes the passage alone")
    else:
        _put(panes, screen, given, both_wordings(panes.reading.story, other.link))


def _put(panes: "PanesScreen", screen: Any, given: str, text: str) -> None:
    file = given.strip()
    if not file:
        screen.say("name a file: :copy quotes.txt, or - to print it when you leave")
    elif file == "-":
        panes.desk.printed.append(text)
        screen.say(f"{len(text.split())} words go to standard output when you leave")
    else:
        screen.say(append_to(file, text))


def _name(panes: "PanesScreen", screen: Any, given: str) -> None:
    name = one_line(given)
    if not name:
        screen.say("type the new name: :name TEXT")
        return
    story = panes.reading.story
    panes.claiming.store.rename_story(story.id, name)
    panes.claiming.written()
    screen.say(f"the story is called {name} now, saved")


_RUN: Mapping[str, Callable[["PanesScreen", Any, str], None]] = {
    "add": _add,
    "close": _close,
    "copy": _copy,
    "both": _both,
    "go": _go_typed,
    "name": _name,
}
