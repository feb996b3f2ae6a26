"""The keys of what is only scrolled through: the help, and the list of stories."""

from tui.desk.keyboard.actions import Action
from tui.desk.keyboard.keys import Command

SCROLLING = (
    Action("down", ("j", "down", "ctrl+e"), "a line down", "", motion=True),
    Action("up", ("k", "up", "ctrl+y"), "a line up", "", motion=True),
    Action("page.down", (" ", "pagedown", "ctrl+d"), "a page down", "", motion=True),
    Action("page.up", ("b", "pageup", "ctrl+u"), "a page up", "", motion=True),
    Action("top", ("g g", "home"), "to the top", ""),
    Action("bottom", ("G", "end"), "to the end", ""),
)


def scrolled(at: int, command: Command, page: int, last: int) -> int:
    """The line that a key of `SCROLLING` leads to from line `at`, on pages of `page` lines; others lead nowhere."""
    count = command.count or 1
    steps = {
        "down": count,
        "up": -count,
        "page.down": count * page,
        "page.up": -count * page,
        "top": -last,
        "bottom": last,
    }
    return max(0, min(at + steps.get(command.action, 0), last))
