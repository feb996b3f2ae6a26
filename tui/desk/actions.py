"""Everything the desk can do: one table from which keys, help, palette and the README's reference come.

A key is written as the terminal sends it: a printable character as itself, others by name ("down",
"ctrl+d", "pagedown"). A key of several presses is written with spaces between them ("] c").
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Action:
    """One thing the desk can do.

    `keys` are all the ways to ask for it. `motion` marks what takes a count typed before it that would
    else have gone to an article ("5 j").
    """

    id: str
    keys: tuple[str, ...]
    title: str
    group: str
    motion: bool = False


MOVE, JUMP, TAG, VIEW = "Move", "Jump", "Tag and check", "View"

ACTIONS: tuple[Action, ...] = (
    Action("passage.next", ("j", "down"), "next passage", MOVE, motion=True),
    Action("passage.previous", ("k", "up"), "previous passage", MOVE, motion=True),
    Action("paragraph.next", ("}",), "next paragraph", MOVE, motion=True),
    Action("paragraph.previous", ("{",), "previous paragraph", MOVE, motion=True),
    Action("passage.first", ("g g", "home"), "first passage, or the one of that number", MOVE, motion=True),
    Action("passage.last", ("G", "end"), "last passage, or the one of that number", MOVE, motion=True),
    Action("pane.right", ("l", "right", "tab"), "pane to the right", MOVE),
    Action("pane.left", ("h", "left", "shift+tab"), "pane to the left", MOVE),
    Action("article.go", (), "article 1 to 9; a second digit extends it (1 2)", MOVE),
    Action("page.down", (" ", "pagedown"), "page down", MOVE, motion=True),
    Action("page.up", ("b", "pageup"), "page up", MOVE, motion=True),
    Action("halfpage.down", ("ctrl+d",), "half a page down", MOVE, motion=True),
    Action("halfpage.up", ("ctrl+u",), "half a page up", MOVE, motion=True),
    Action("scroll.down", ("ctrl+e",), "scroll all panes a line down", MOVE, motion=True),
    Action("scroll.up", ("ctrl+y",), "scroll all panes a line up", MOVE, motion=True),
    Action("place.top", ("z t",), "this passage to the top", MOVE),
    Action("place.middle", ("z z",), "this passage to the middle", MOVE),
    Action("place.bottom", ("z b",), "this passage to the bottom", MOVE),
    Action("conflict.next", ("] c",), "next conflict  !", JUMP),
    Action("conflict.previous", ("[ c",), "previous conflict", JUMP),
    Action("check.next", ("] d",), "next “differs, check”  ?", JUMP),
    Action("check.previous", ("[ d",), "previous “differs, check”", JUMP),
    Action("overlap.next", ("] o",), "next overlap  = ≈", JUMP),
    Action("overlap.previous", ("[ o",), "previous overlap", JUMP),
    Action("copied.next", ("] =",), "next copied passage  =", JUMP),
    Action("copied.previous", ("[ =",), "previous copied passage", JUMP),
    Action("alone.next", ("] s",), "next passage alone and checkable  ·", JUMP),
    Action("alone.previous", ("[ s",), "previous passage alone and checkable", JUMP),
    Action("tagged.next", ("] t",), "next tagged passage  ◆", JUMP),
    Action("tagged.previous", ("[ t",), "previous tagged passage", JUMP),
    Action("counterpart.follow", ("enter",), "to the counterpart, or the one of that number", JUMP, motion=True),
    Action("counterpart.back", ("backspace", "ctrl+o"), "back to where you came from", JUMP),
    Action("tag.prompt", ("t",), "tag this passage: a letter tags at once, / types a name", TAG),
    Action("tag.counterparts", ("T",), "tag this passage and all its counterparts", TAG),
    Action("tag.repeat", (".",), "tag with the last tag", TAG),
    Action("tag.drop", ("d d",), "drop the claim on this passage", TAG),
    Action("claim.note", ("a",), "note on the claim here, or on the last one", TAG),
    Action("claim.status", ("s",), "status of the claim here: the letters are shown", TAG),
    Action("undo", ("u",), "undo", TAG),
    Action("redo", ("ctrl+r", "U"), "redo", TAG),
    Action("drawer.cycle", ("o",), "drawer: four rows, half the screen, off", VIEW),
    Action("drawer.next", (";",), "next counterpart of this passage in the drawer", VIEW),
    Action("lock.toggle", ("L",), "scroll lock: other panes follow the cursor, or stay", VIEW),
    Action("help", ("?",), "this help", VIEW),
    Action("redraw", ("ctrl+l",), "draw the screen anew", VIEW),
    Action("suspend", ("ctrl+z",), "suspend", VIEW),
    Action("cancel", ("escape", "ctrl+c"), "cancel what is typed; comparing stops with ctrl-c", VIEW),
    Action("quit", ("q",), "leave the view; in the panes, quit", VIEW),
)

BY_ID = {action.id: action for action in ACTIONS}
GROUPS = (MOVE, JUMP, TAG, VIEW)
