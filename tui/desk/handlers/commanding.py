"""The command line: an address, a command with its argument, or any action by its name."""

import shlex
from collections.abc import Callable, Mapping

from tui.desk.copying import append_to, both_wordings
from tui.desk.handlers import copying
from tui.desk.handlers.view import View
from tui.desk.keyboard.actions import PANES, SELECT, actions_in
from tui.desk.keyboard.keys import Command, key_for
from tui.desk.lines import one_line
from tui.desk.prompts.palette import ADDRESS, CommandPrompt, Entry, entries
from tui.desk.reading import jumping
from tui.desk.story.story_desk import StoryDesk

LONGEST_NUMBER = 9


def ask(view: View, count: int | None) -> None:
    """Open the command line in any view."""
    desk = view.desk
    named = SELECT if view.view == PANES and desk.reading.selection is not None else view.view

    def chosen(entry: Entry | None, typed: str) -> None:
        found = ADDRESS.match(typed)
        if found is not None:
            _go(desk, view, found[1], found[2])
        elif entry is None:
            view.say(f"no command {one_line(typed)}" if typed.strip() else "nothing typed")
        elif entry.action:
            view.perform(Command(entry.action))
        else:
            words = typed.strip().split(None, 1)
            given = words[1] if len(words) > 1 and entry.command.startswith(words[0].casefold()) else ""
            _RUN[entry.command](desk, view, given)

    prompt = CommandPrompt(" : ", "", "", lambda typed: prompt.finish(), entries=entries(actions_in(named)))
    prompt.chosen = chosen
    view.ask(prompt)


def _go(desk: StoryDesk, view: View, article: str | None, passage: str) -> None:
    number = int(article) - 1 if article else desk.reading.focus
    pieces = desk.reading.story.articles
    if not 0 <= number < len(pieces):
        view.say(f"there is no article {number + 1}, only {len(pieces)}")
        return
    last = len(pieces[number].passages)
    jumping.go_to(desk.reading, (number, max(0, min(int(passage), last) - 1)))
    if int(passage) > last:
        desk.front.say(f"article {number + 1} ends at {number + 1}:{last}")
    if view.view != PANES:
        view.leave()


def _go_typed(desk: StoryDesk, view: View, given: str) -> None:
    found = ADDRESS.match(given)
    if found is None:
        view.say("type an address: :go 2:8")
    else:
        _go(desk, view, found[1], found[2])


def _add(desk: StoryDesk, view: View, given: str) -> None:
    try:
        sources = shlex.split(given)
    except ValueError:
        sources = [given.strip()]
    if not sources:
        view.say("name what to open: :add FILE, a folder, or a web address")
    elif "-" in sources:
        view.say("standard input can be read only when the desk is opened")
    else:
        desk.articles.add(sources)
        view.say("reading")


def _close(desk: StoryDesk, view: View, given: str) -> None:
    total = len(desk.reading.story.articles)
    number = given.strip() or str(desk.reading.focus + 1)
    # Python reads no number of more than some thousand digits.
    if not number.isdecimal() or len(number) > LONGEST_NUMBER or not 1 <= int(number) <= total:
        view.say(f"there is no article {one_line(number)}, only 1 to {total}")
    elif total == 1:
        view.say(f"this is the only article: {key_for('quit')} leaves the desk")
    else:
        desk.articles.close(int(number) - 1)


def _copy(desk: StoryDesk, view: View, given: str) -> None:
    _put(desk, view, given, copying.here(desk.reading))


def _both(desk: StoryDesk, view: View, given: str) -> None:
    other = desk.reading.counterpart
    if other is None:
        view.say("no counterpart here: :copy takes the passage alone")
    else:
        _put(desk, view, given, both_wordings(desk.reading.story, other.link))


def _put(desk: StoryDesk, view: View, given: str, text: str) -> None:
    file = given.strip()
    if not file:
        view.say("name a file: :copy quotes.txt, or - to print it when you leave")
    elif file == "-":
        view.shell.printed.append(text)
        view.say(f"{len(text.split())} words go to standard output when you leave")
    else:
        view.say(append_to(file, text))


def _name(desk: StoryDesk, view: View, given: str) -> None:
    name = one_line(given)
    if not name:
        view.say("type the new name: :name TEXT")
        return
    story = desk.reading.story
    desk.claiming.store.rename_story(story.id, name)
    desk.claiming.written()
    view.say(f"the story is called {name} now, saved")


_RUN: Mapping[str, Callable[[StoryDesk, View, str], None]] = {
    "add": _add,
    "close": _close,
    "copy": _copy,
    "both": _both,
    "go": _go_typed,
    "name": _name,
}
