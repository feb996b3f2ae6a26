"""Tagging, noting and rating claims; each is in the store before the screen says so."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, cast

from tui.claims import Action, Claim
from tui.desk.actions import CLAIMS
from tui.desk.draw.words import address
from tui.desk.lines import one_line
from tui.desk.prompting import LetterPrompt, TextPrompt
from tui.desk.reading.links import Place
from tui.desk.reading.marks import ALONE
from tui.desk.typing import TypedLine

if TYPE_CHECKING:
    from tui.desk.app import DeskApp
    from tui.desk.screens.claims import ClaimsScreen
    from tui.desk.screens.panes import PanesScreen

Handler = Callable[["PanesScreen", int | None], None]
NOBODY = "nobody"


def _tag_prompt(desk: "PanesScreen", count: int | None) -> None:
    ask_tag(desk, [desk.reading.place])


def _tag_counterparts(desk: "PanesScreen", count: int | None) -> None:
    ask_tag(desk, [desk.reading.place, *counterparts_of(desk)])


def counterparts_of(desk: "PanesScreen") -> list[Place]:
    """One passage in each other article: what stands against the one under the cursor there."""
    reading = desk.reading
    return [
        (other.far.article, reading.index.facing(other, reading.pane.cursor))
        for article in range(len(reading.panes))
        if article != reading.focus and (other := reading.beside(article)) is not None
    ]


def ask_tag(desk: "PanesScreen", places: Sequence[Place]) -> None:
    """Ask for the tag of a claim on these places."""
    title = "tag " + ", ".join(map(address, places))
    ask_name(desk, title, desk.quote(places[0]), context(desk, places), lambda name: _tag(desk, places, name))


def ask_tag_of(desk: "PanesScreen", claim: Claim) -> None:
    """Ask for another tag on a claim."""

    def tag(name: str) -> None:
        changed = desk.claiming.add_tag(claim, name)
        desk.say(f"tagged {', '.join(changed.tags)}, saved")

    ask_name(desk, "another tag", claim.quote, f"now {', '.join(claim.tags) or 'no tag'}", tag)


def ask_name(desk: "PanesScreen", title: str, quote: str, about: str, tag: Callable[[str], None]) -> None:
    """Ask for the name of a tag: a letter, or typed after "/"."""

    def answer(letter: str) -> None:
        if letter == "/":
            names = desk.claiming.tag_names()
            desk.ask(TextPrompt(" TAG ", title, quote, type_name, names=names))
        else:
            tag(desk.claiming.tag_set.tag(letter))

    def type_name(name: str) -> None:
        if name.strip():
            tag(one_line(name))

    choices = [(tag.letter, tag.name) for tag in desk.claiming.tag_set.tags] + [("/", "type a name")]
    hint = "a letter tags; T: counterparts too"
    desk.ask(LetterPrompt("TAG", title, quote, choices, about, answer, hint))


def context(desk: "PanesScreen", places: Sequence[Place]) -> str:
    """What the comparison says of passages about to be tagged."""
    reading = desk.reading
    if len(places) > 1:
        return f"{len(places)} passages become one claim with {len(places)} quotes"
    others = reading.index.counterparts(places[0])
    if others:
        said = {other.far.article + 1 for other in others if other.link.relation == "overlap"}
        return f"also said by {', '.join(map(str, sorted(said)))}" if said else "contradicted, not repeated elsewhere"
    if ALONE in reading.index.marks.get(places[0], ""):
        return f"alone in {places[0][0] + 1}: no counterpart in the other articles"
    return "no counterpart in the other articles" if reading.index.comparison else ""


def _tag(desk: "PanesScreen", places: Sequence[Place], name: str) -> None:
    claim = desk.claiming.tag(places, name)
    desk.say(f"{', '.join(map(address, places))} tagged {', '.join(claim.tags)}, saved")


def _repeat(desk: "PanesScreen", count: int | None) -> None:
    tag = last_tag(desk)
    if tag is None:
        desk.say("no tag used yet: t shows them")
    else:
        _tag(desk, [desk.reading.place], tag)


def last_tag(desk: "PanesScreen") -> str | None:
    """The tag that was given last, at this desk or else by anyone; None where there is none."""
    return desk.claiming.last_tag or next(iter(desk.claiming.store.recent_tags(1)), None)


def _drop(desk: "PanesScreen", count: int | None) -> None:
    claim = desk.claiming.here(desk.reading.place)
    if claim is None:
        desk.say("no claim on this passage")
    else:
        drop(desk, claim)


def drop(desk: "PanesScreen", claim: Claim) -> None:
    """Drop a claim."""
    desk.claiming.drop(claim)
    desk.say("claim dropped, saved; u brings it back")


def _note(desk: "PanesScreen", count: int | None) -> None:
    claim = _claim(desk)
    if claim is not None:
        ask_note(desk, claim)


def ask_note(desk: "PanesScreen", claim: Claim) -> None:
    """Ask for the note on a claim, beginning with the one it has; one of several lines opens $EDITOR."""

    def answer(typed: str) -> None:
        desk.claiming.note(claim, typed.strip())
        desk.say("note saved")

    if "\n" in claim.note:
        edit_note(desk, claim.note, answer)
        return
    title = f"note on {', '.join(claim.tags) or 'the claim'}; ctrl-x for more than a line"
    ask_text(desk, "NOTE", title, claim.quote, claim.note, answer, lambda typed: edit_note(desk, typed, answer))


def edit_note(desk: "PanesScreen", note: str, answer: Callable[[str], None]) -> None:
    """Have a note of more than a line written in the editor's own program."""
    from tui.desk.outside import OutsideError, edited

    try:
        answer(edited(desk.app, note))
    except OutsideError as error:
        desk.say(str(error), error=True)


def ask_text(
    desk: "PanesScreen",
    name: str,
    title: str,
    quote: str,
    text: str,
    answer: Callable[[str], None],
    outside: Callable[[str], None] | None = None,
) -> None:
    """Ask for text, beginning with what there is."""
    desk.ask(TextPrompt(f" {name} ", title, quote, answer, TypedLine(text, len(text)), outside=outside))


def _status(desk: "PanesScreen", count: int | None) -> None:
    claim = _claim(desk)
    if claim is not None:
        ask_status(desk, claim)


def ask_status(desk: "PanesScreen", claim: Claim, explained: str = "") -> None:
    """Ask for the status of a claim; "?" explains the editor's own ones."""

    def answer(letter: str) -> None:
        if letter == "?":
            ask_status(desk, claim, _own_ratings(desk))
            return
        rating = desk.claiming.tag_set.rating(letter)
        desk.claiming.rate(claim, rating)
        desk.say(f"{rating.name}, saved")

    choices = [(rating.letter, rating.name) for rating in desk.claiming.tag_set.ratings]
    choices += [] if explained else [("?", "your own")]
    context = explained or f"now {claim.verdict or claim.status}; tags {', '.join(claim.tags) or 'none'}"
    desk.ask(LetterPrompt("STATUS", "status of the claim", claim.quote, choices, context, answer))


def _own_ratings(desk: "PanesScreen") -> str:
    own = desk.claiming.tag_set.own
    if not own:
        return "none of your own yet: copydesk config edit, [[statuses]]"
    return "your own: " + ", ".join(f"{status.letter} {status.name}, {status.rating} of 5" for status in own)


def _assign(desk: "PanesScreen", count: int | None) -> None:
    claim = _claim(desk)
    if claim is not None:
        ask_assign(desk, claim)


def ask_assign(desk: "PanesScreen", claim: Claim) -> None:
    """Ask who is to check a claim."""

    def answer(name: str) -> None:
        who = None if name == NOBODY else one_line(name)
        desk.claiming.assign(claim, who)
        desk.say(f"assigned to {who or NOBODY}, saved")

    title = f"who checks it? now {claim.assigned_to or NOBODY}"
    desk.ask(TextPrompt(" ASSIGN ", title, claim.quote, answer, names=[*desk.claiming.editors(), NOBODY]))


def _history(desk: "PanesScreen", count: int | None) -> None:
    claim = _claim(desk)
    if claim is not None:
        cast("DeskApp", desk.app).open_view(CLAIMS)
        cast("ClaimsScreen", desk.app.screen).show_history(claim)


def _reattach(desk: "PanesScreen", count: int | None) -> None:
    claim = desk.claiming.homeless
    if claim is None:
        desk.say("nothing to reattach: Enter on a claim without a place, in C, takes it along")
        return
    desk.claiming.reattach(claim, desk.claiming.anchors_at(desk.reading)[0])
    desk.say(f"reattached to {address(desk.reading.place)}, saved; u takes it back")


def _claim(desk: "PanesScreen") -> Claim | None:
    claim = desk.claiming.here_or_last(desk.reading.place)
    if claim is None:
        desk.say("no claim here: t tags this passage")
    return claim


def _undo(desk: "PanesScreen", count: int | None) -> None:
    _tell(desk, desk.claiming.undo(), "nothing to undo", lambda: desk.claiming.undo(force=True))


def _redo(desk: "PanesScreen", count: int | None) -> None:
    _tell(desk, desk.claiming.redo(), "nothing to redo", lambda: desk.claiming.redo(force=True))


def _tell(desk: "PanesScreen", action: Action | None, nothing: str, force: Callable[[], Action | None]) -> None:
    if action is None:
        desk.say(nothing)
    elif action.done:
        desk.say(action.sentence)
    else:
        _ask_force(desk, action, force)


def _ask_force(desk: "PanesScreen", action: Action, force: Callable[[], Action | None]) -> None:
    def answer(letter: str) -> None:
        if letter == "y":
            done = force()
            desk.say(done.sentence if done else "nothing to undo")
        else:
            desk.say("left as it is")

    choices = [("y", "go ahead all the same"), ("n", "leave it")]
    desk.ask(LetterPrompt("UNDO", "someone else was here", action.sentence, choices, "", answer, "y or n"))


HANDLERS: dict[str, Handler] = {
    "tag.prompt": _tag_prompt,
    "tag.counterparts": _tag_counterparts,
    "tag.repeat": _repeat,
    "tag.drop": _drop,
    "claim.note": _note,
    "claim.status": _status,
    "claim.assign": _assign,
    "claim.history": _history,
    "claim.reattach": _reattach,
    "undo": _undo,
    "redo": _redo,
}
