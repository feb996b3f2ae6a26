"""Everything the desk can do: one table from which keys, help, palette and the README's reference come.

A key is written as the terminal sends it: a printable character as itself, others by name ("down",
"ctrl+d", "pagedown"). A key of several presses is written with spaces between them ("] c").
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Action:
    """One thing the desk can do.

    `keys` are all the ways to ask for it. `motion` marks what takes a count typed before it that would
    else have gone to an article ("5 j"). `views` are those it works in. `short` is what the row of hints
    in a list calls it, "" where it is left out there; `after` what the status row calls it while all but the last
    press of its key is typed.
    """

    id: str
    keys: tuple[str, ...]
    title: str
    group: str
    motion: bool = False
    views: tuple[str, ...] = ("panes",)
    short: str = ""
    after: str = ""


PANES, OVERVIEW, FINDINGS, WORDS, ALONE, MATRIX = "panes", "overview", "findings", "words", "alone", "matrix"
CLAIMS, SINCE, DIFF = "claims", "since", "diff"
LISTS = (OVERVIEW, FINDINGS, WORDS, ALONE, MATRIX, CLAIMS, SINCE, DIFF)
VIEWS = (PANES, *LISTS)
JUDGING = (PANES, FINDINGS)
CLAIMING = (CLAIMS, SINCE)
SELECT = "selection"

MOVE, JUMP, TAG, VIEW = "Move", "Jump", "Tag and check", "View"

ACTIONS: tuple[Action, ...] = (
    Action("passage.next", ("j", "down"), "next passage", MOVE, motion=True),
    Action("passage.previous", ("k", "up"), "previous passage", MOVE, motion=True),
    Action("paragraph.next", ("}",), "next paragraph", MOVE, motion=True),
    Action("paragraph.previous", ("{",), "previous paragraph", MOVE, motion=True),
    Action(
        "passage.first", ("g g", "home"), "first passage, or the one of that number", MOVE, motion=True, after="first"
    ),
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
    Action("article.left", ("g <",), "move this article to the left; it keeps its number", MOVE, motion=True),
    Action("article.right", ("g >",), "move this article to the right", MOVE, motion=True),
    Action("place.top", ("z t",), "this passage to the top", MOVE, after="to the top"),
    Action("place.middle", ("z z",), "this passage to the middle", MOVE, after="middle"),
    Action("place.bottom", ("z b",), "this passage to the bottom", MOVE, after="bottom"),
    Action("list.next", ("j", "down"), "next line", MOVE, motion=True, views=LISTS),
    Action("list.previous", ("k", "up"), "previous line", MOVE, motion=True, views=LISTS),
    Action("list.first", ("g g", "home"), "first line, or the one of that number", MOVE, motion=True, views=LISTS),
    Action("list.last", ("G", "end"), "last line, or the one of that number", MOVE, motion=True, views=LISTS),
    Action("list.page.down", (" ", "pagedown"), "page down", MOVE, motion=True, views=LISTS),
    Action("list.page.up", ("b", "pageup"), "page up", MOVE, motion=True, views=LISTS),
    Action("list.half.down", ("ctrl+d",), "half a page down", MOVE, motion=True, views=LISTS),
    Action("list.half.up", ("ctrl+u",), "half a page up", MOVE, motion=True, views=LISTS),
    Action("matrix.right", ("l", "right", "tab"), "article to the right", MOVE, motion=True, views=(MATRIX,)),
    Action("matrix.left", ("h", "left", "shift+tab"), "article to the left", MOVE, motion=True, views=(MATRIX,)),
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
    Action("updated.next", ("] u",), "next passage new or changed since last time  ~", JUMP),
    Action("updated.previous", ("[ u",), "previous passage new or changed since last time", JUMP),
    Action("counterpart.follow", ("enter",), "to the counterpart, or the one of that number", JUMP, motion=True),
    Action("counterpart.back", ("backspace", "ctrl+o"), "back to where you came from", JUMP),
    Action("mark.set", ("m",), "mark this passage with a letter", JUMP),
    Action("mark.go", ("'",), "to the passage marked with a letter", JUMP),
    Action("search", ("/",), "search all articles; \\v before it: a regular expression", JUMP),
    Action("search.next", ("n",), "next passage found", JUMP, motion=True),
    Action("search.previous", ("N",), "previous passage found", JUMP, motion=True),
    Action("verdict.real", ("+",), "this finding is real", TAG, views=JUDGING, short="real"),
    Action("verdict.apparent", ("-",), "this finding is only apparent", TAG, views=JUDGING, short="apparent"),
    Action("verdict.ignore", ("_",), "ignore this finding: its mark goes", TAG, views=JUDGING, short="ignore"),
    Action(
        "tag.prompt",
        ("t",),
        "tag this passage: by letter at once, / types a name",
        TAG,
        views=(*JUDGING, SELECT),
        short="tag",
    ),
    Action(
        "tag.counterparts",
        ("T",),
        "tag this passage and its counterparts",
        TAG,
        views=(*JUDGING, SELECT),
        short="tag both",
    ),
    Action("tag.repeat", (".",), "tag with the last tag", TAG, views=(PANES, SELECT)),
    Action("select.words", ("v",), "select words, then move the end; v again leaves", TAG, views=(PANES, SELECT)),
    Action("select.passages", ("V",), "select passages; V again leaves", TAG, views=(PANES, SELECT)),
    Action("select.next", ("w", "e", "l", "right"), "to the next word", MOVE, motion=True, views=(SELECT,)),
    Action("select.previous", ("b", "h", "left"), "to the word before", MOVE, motion=True, views=(SELECT,)),
    Action("select.first", ("0", "home"), "to the first word of the passage", MOVE, views=(SELECT,)),
    Action("select.last", ("$", "end"), "to the last word of the passage", MOVE, views=(SELECT,)),
    Action("select.down", ("j", "down"), "a row down", MOVE, motion=True, views=(SELECT,)),
    Action("select.up", ("k", "up"), "a row up", MOVE, motion=True, views=(SELECT,)),
    Action("select.swap", ("o",), "move the other end", MOVE, views=(SELECT,)),
    Action("search.selected", ("*",), "search all articles for these words", JUMP, views=(SELECT,)),
    Action("select.end", ("escape", "ctrl+c", "q"), "select nothing", VIEW, views=(SELECT,)),
    Action(
        "claim.status",
        ("s",),
        "status of the claim here, or of the last one",
        TAG,
        views=(PANES, *CLAIMING),
        short="status",
    ),
    Action("claim.keep", ("=",), "keep the claim as it is, with its status", TAG, views=CLAIMING, short="keep"),
    Action(
        "claim.reattach",
        ("r",),
        "reattach the claim to the passage at the cursor of the panes",
        TAG,
        views=(PANES, *CLAIMING, SELECT),
        short="reattach",
    ),
    Action("tag.drop", ("d d",), "drop the claim here", TAG, views=(PANES, *CLAIMING), short="drop"),
    Action("claim.tag", ("t",), "another tag on the claim", TAG, views=CLAIMING),
    Action(
        "claim.note",
        ("a",),
        "note on the claim here, or on the last one",
        TAG,
        views=(*JUDGING, *CLAIMING, SELECT),
        short="note",
    ),
    Action("evidence.passage", ("e",), "this passage is evidence for the claim made last", TAG),
    Action("evidence.words", ("E",), "these words are evidence for the claim made last", TAG, views=(SELECT,)),
    Action("evidence.address", ("E",), "a web address is evidence for the claim", TAG, views=(PANES, *CLAIMING)),
    Action("passage.pin", ("p",), "pin this passage to its counterpart: p there as well", TAG),
    Action("link.break", ("x",), "break this link: what was found there goes", TAG, views=JUDGING, short="break"),
    Action(
        "source.details",
        ("i",),
        "enter outlet, author, date or label of this source",
        TAG,
        views=(PANES, OVERVIEW),
        short="source",
    ),
    Action("checked", ("c",), "checked, or not: the status row counts the rest", TAG, views=JUDGING, short="checked"),
    Action(
        "claim.assign", ("A",), "say who is to check the claim here, or the last one", TAG, views=(PANES, *CLAIMING)
    ),
    Action(
        "claim.speaker",
        ("g s",),
        "who said what the claim here says, or the last one",
        TAG,
        views=(PANES, *CLAIMING),
        after="speaker",
    ),
    Action(
        "claim.priority",
        ("g u",),
        "priority of the claim here, or of the last one",
        TAG,
        views=(PANES, *CLAIMING),
        after="priority",
    ),
    Action(
        "claim.text",
        ("g w",),
        "the claim here, or the last one, in your own words",
        TAG,
        views=(PANES, *CLAIMING),
        after="wording",
    ),
    Action(
        "claim.history",
        ("g h",),
        "history of the claim here",
        TAG,
        views=(PANES, *CLAIMING),
        short="history",
        after="history",
    ),
    Action("list.open", ("enter",), "show it in the panes", JUMP, views=LISTS, short="go"),
    Action("undo", ("u",), "undo", TAG, views=VIEWS, short="undo"),
    Action("redo", ("ctrl+r", "U"), "redo", TAG, views=VIEWS),
    Action("matrix.sources", ("s",), "facts with most sources first", VIEW, views=(MATRIX,), short="by sources"),
    Action("matrix.conflicts", ("c",), "facts with conflicts first", VIEW, views=(MATRIX,), short="by conflicts"),
    Action("matrix.order", ("r",), "facts in the order of the story", VIEW, views=(MATRIX,), short="in order"),
    Action("view.panes", ("P",), "panes", VIEW, views=VIEWS),
    Action("view.overview", ("O",), "overview", VIEW, views=VIEWS, short="overview"),
    Action("view.findings", ("F",), "findings, worst first", VIEW, views=VIEWS, short="findings"),
    Action("view.words", ("W",), "the same words", VIEW, views=VIEWS, short="same words"),
    Action("view.alone", ("S",), "found in one article alone", VIEW, views=VIEWS, short="alone"),
    Action("view.matrix", ("M",), "matrix: who says what", VIEW, views=VIEWS, short="matrix"),
    Action(
        "export.handover",
        ("X h",),
        "export a handover: a file to import, a sheet to read",
        VIEW,
        views=VIEWS,
        after="handover",
    ),
    Action(
        "export.markdown", ("X m",), "export the report of the story as Markdown", VIEW, views=VIEWS, after="Markdown"
    ),
    Action("export.json", ("X j",), "export the claims as JSON", VIEW, views=VIEWS, after="JSON"),
    Action("export.csv", ("X c",), "export the claims as a table, CSV", VIEW, views=VIEWS, after="CSV"),
    Action("export.web", ("X w",), "export the report of the story as a web page", VIEW, views=VIEWS, after="web page"),
    Action("view.since", ("D",), "since you left: what changed", VIEW, views=VIEWS, short="since"),
    Action("view.claims", ("C",), "claims, those that lost their words first", VIEW, views=VIEWS, short="claims"),
    Action("list.filter", ("f",), "filter the list by words; nothing typed lists all", VIEW, views=LISTS),
    Action("matrix.time", ("g t",), "what happened when: in order of the times told", VIEW, views=VIEWS),
    Action("view.diff", ("g d",), "what changed in this article, word by word", VIEW, views=VIEWS, after="word diff"),
    Action("passages.filter", ("f",), "fold all passages but those with these words, or this mark", VIEW),
    Action("fold.toggle", ("z a",), "fold what is agreed or alone here, or open the fold", VIEW, after="fold"),
    Action("fold.all", ("z M",), "fold all that is agreed or alone, in all articles", VIEW, after="fold all"),
    Action("fold.none", ("z R",), "open all folds, end the filter", VIEW, after="open all"),
    Action("pane.single", ("|",), "one pane only, or as many as fit", VIEW),
    Action("pane.narrower", ("<",), "this pane narrower", VIEW, motion=True),
    Action("pane.wider", (">",), "this pane wider", VIEW, motion=True),
    Action("copy.quote", ("y",), "send the quote with its source to the clipboard", VIEW, views=(*JUDGING, SELECT)),
    Action("copy.both", ("Y",), "send both wordings to the clipboard", VIEW, views=JUDGING),
    Action("article.paste", ("g p",), "paste articles into the story, a line of --- between two", VIEW),
    Action(
        "compare.again", ("R",), "read all again, compare anew; web pages are read again only so", VIEW, views=VIEWS
    ),
    Action("drawer.cycle", ("o",), "drawer: short, half the screen, off", VIEW, views=VIEWS),
    Action("drawer.next", (";",), "next counterpart of this passage in the drawer", VIEW),
    Action("lock.toggle", ("L",), "scroll lock: other panes follow the cursor, or stay", VIEW),
    Action("command", (":",), "commands, and everything here by its name", VIEW, views=(*VIEWS, SELECT)),
    Action("help", ("?",), "help: the keys of this view", VIEW, views=(*VIEWS, SELECT)),
    Action("redraw", ("ctrl+l",), "draw the screen anew", VIEW, views=VIEWS),
    Action("theme.next", ("g c",), "next theme: the terminal's colours, colour-blind, dark, light", VIEW, views=VIEWS),
    Action("suspend", ("ctrl+z",), "suspend", VIEW, views=VIEWS),
    Action("cancel", ("escape", "ctrl+c"), "cancel what is typed; comparing stops with ctrl-c", VIEW, views=VIEWS),
    Action("quit", ("q",), "leave the view for the panes; in the panes, quit", VIEW, views=VIEWS),
)

BY_ID = {action.id: action for action in ACTIONS}
GROUPS = (MOVE, JUMP, TAG, VIEW)


_in_force: tuple[Action, ...] = ACTIONS


def use_actions(actions: tuple[Action, ...] = ACTIONS) -> None:
    """Make a table with the editor's own keys the one in force, for the whole process; the shipped one else."""
    global _in_force
    _in_force = actions


def actions_in_force() -> tuple[Action, ...]:
    """Every action with the keys it has now."""
    return _in_force


def actions_in(view: str) -> tuple[Action, ...]:
    """The actions that work in a view, in the order of the table, with the keys they have now."""
    return tuple(action for action in _in_force if view in action.views)
