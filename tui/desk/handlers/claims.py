"""Tagging, noting and rating claims; each is in the store before the screen says so."""

from collections.abc import Callable, Sequence

from tui.claims import Claim
from tui.desk.draw.words import address
from tui.desk.handlers.view import Handler, View
from tui.desk.keyboard.keys import key_for
from tui.desk.lines import one_line
from tui.desk.prompts.prompting import LetterPrompt, TextPrompt
from tui.desk.prompts.typing import TypedLine
from tui.desk.reading.linking import opposite
from tui.desk.reading.links import Place
from tui.desk.reading.marks import ALONE

NOBODY = "nobody"


def _tag_prompt(view: View, count: int | None) -> None:
    ask_tag(view, [view.reading.place])


def _tag_counterparts(view: View, count: int | None) -> None:
    ask_tag(view, [view.reading.place, *opposite(view.reading)])


def ask_tag(view: View, places: Sequence[Place]) -> None:
    """Ask for the tag of a claim on these places."""
    title = "tag " + ", ".join(map(address, places))
    both = f"; {key_for('tag.counterparts')}: counterparts too" if len(places) == 1 else ""
    ask_name(view, title, view.quote(places[0]), context(view, places), lambda name: _tag(view, places, name), both)


def ask_tag_of(view: View, claim: Claim) -> None:
    """Ask for another tag on a claim."""

    def tag(name: str) -> None:
        changed = view.claiming.add_tag(claim, name)
        view.say(f"tagged {', '.join(changed.tags)}, saved")

    ask_name(view, "another tag", claim.quote, f"now {', '.join(claim.tags) or 'no tag'}", tag)


def ask_name(view: View, title: str, quote: str, about: str, tag: Callable[[str], None], both: str = "") -> None:
    """Ask for the name of a tag: a letter, or typed after "/"; `both` is what the hint says besides."""

    def answer(letter: str) -> None:
        if letter == "/":
            names = view.claiming.tag_names()
            view.ask(TextPrompt(" TAG ", title, quote, type_name, names=names))
        else:
            tag(view.claiming.tag_set.tag(letter))

    def type_name(name: str) -> None:
        if name.strip():
            tag(one_line(name))

    choices = [(tag.letter, tag.name) for tag in view.claiming.tag_set.tags] + [("/", "type a name")]
    view.ask(LetterPrompt("TAG", title, quote, choices, about, answer, f"a letter tags{both}"))


def context(view: View, places: Sequence[Place]) -> str:
    """What the comparison says of passages about to be tagged."""
    reading = view.reading
    if len(places) > 1:
        return f"{len(places)} passages become one claim with {len(places)} quotes"
    others = reading.index.counterparts(places[0])
    if others:
        said = {other.far.article + 1 for other in others if other.link.relation == "overlap"}
        return f"also said by {', '.join(map(str, sorted(said)))}" if said else "contradicted, not repeated elsewhere"
    if ALONE in reading.index.marks.get(places[0], ""):
        return f"alone in {places[0][0] + 1}: no counterpart in the other articles"
    return "no counterpart in the other articles" if reading.index.comparison else ""


def _tag(view: View, places: Sequence[Place], name: str) -> None:
    claim = view.claiming.tag(places, name)
    view.say(f"{', '.join(map(address, places))} tagged {', '.join(claim.tags)}, saved")


def _repeat(view: View, count: int | None) -> None:
    tag = last_tag(view)
    if tag is None:
        view.say(f"no tag used yet: {key_for('tag.prompt')} shows them")
    else:
        _tag(view, [view.reading.place], tag)


def last_tag(view: View) -> str | None:
    """The tag that was given last, at this desk or else by anyone; None where there is none."""
    return view.claiming.last_tag or next(iter(view.claiming.store.recent_tags(1)), None)


def _drop(view: View, count: int | None) -> None:
    claim = view.claiming.here(view.reading.place)
    if claim is None:
        view.say("no claim on this passage")
    else:
        drop(view, claim)


def drop(view: View, claim: Claim) -> None:
    """Drop a claim."""
    view.claiming.drop(claim)
    view.say(f"claim dropped, saved; {key_for('undo')} brings it back")


def _note(view: View, count: int | None) -> None:
    claim = claim_here(view)
    if claim is not None:
        ask_note(view, claim, elsewhere(view, claim))


def ask_note(view: View, claim: Claim, where: str = "") -> None:
    """Ask for the note on a claim, beginning with the one it has; one of several lines opens $EDITOR."""

    def answer(typed: str) -> None:
        view.claiming.note(claim, typed.strip())
        view.say(f"{where}note saved")

    if "\n" in claim.note:
        edit_note(view, claim.note, answer)
        return
    title = f"{where}note on {', '.join(claim.tags) or 'the claim'}; ctrl-x for more than a line"
    ask_text(view, "NOTE", title, claim.quote, claim.note, answer, lambda typed: edit_note(view, typed, answer))


def edit_note(view: View, note: str, answer: Callable[[str], None]) -> None:
    """Have a note of more than a line written in the editor's own program."""
    from tui.desk.outside import OutsideError

    try:
        answer(view.shell.edited(note))
    except OutsideError as error:
        view.say(str(error), error=True)


def ask_text(
    view: View,
    name: str,
    title: str,
    quote: str,
    text: str,
    answer: Callable[[str], None],
    outside: Callable[[str], None] | None = None,
    replaced: bool = False,
) -> None:
    """Ask for text, beginning with what there is, or with what was typed when the prompt was left before.

    What there is gives way to the first thing typed where it is to be `replaced`.
    """
    drafts, about = view.desk.drafts, (name, title, quote, text)
    typed = drafts.get(about, text)

    def take(given: str) -> None:
        drafts.pop(about, None)
        answer(given)

    def leave() -> None:
        drafts.pop(about, None)
        if prompt.typed.text.strip() and prompt.typed.text != text:
            drafts[about] = prompt.typed.text
            view.say(f"{name.lower()} not saved; asked again, it begins with what was typed")

    line = TypedLine(typed, len(typed), offered=replaced and bool(typed) and typed == text)
    prompt = TextPrompt(f" {name} ", title, quote, take, line, outside=outside, leave=leave)
    view.ask(prompt)


def _status(view: View, count: int | None) -> None:
    claim = claim_here(view)
    if claim is not None:
        ask_status(view, claim, elsewhere(view, claim))


def ask_status(view: View, claim: Claim, where: str = "", explained: str = "") -> None:
    """Ask for the status of a claim; "?" explains the editor's own ones."""

    def answer(letter: str) -> None:
        if letter == "?":
            ask_status(view, claim, where, _own_ratings(view))
            return
        rating = view.claiming.tag_set.rating(letter)
        view.claiming.rate(claim, rating)
        view.say(f"{where}{rating.name}, saved")

    choices = [(rating.letter, rating.name) for rating in view.claiming.tag_set.ratings]
    choices += [] if explained else [("?", "your own")]
    context = explained or f"now {claim.verdict or claim.status}; tags {', '.join(claim.tags) or 'none'}"
    view.ask(LetterPrompt("STATUS", f"{where}status of the claim", claim.quote, choices, context, answer))


def _own_ratings(view: View) -> str:
    own = view.claiming.tag_set.own
    if not own:
        return "none of your own yet: copydesk config edit, [[statuses]]"
    return "your own: " + ", ".join(f"{status.letter} {status.name}, {status.rating} of 5" for status in own)


def _assign(view: View, count: int | None) -> None:
    claim = claim_here(view)
    if claim is not None:
        ask_assign(view, claim, elsewhere(view, claim))


def ask_assign(view: View, claim: Claim, where: str = "") -> None:
    """Ask who is to check a claim."""

    def answer(name: str) -> None:
        who = None if name == NOBODY else one_line(name)
        view.claiming.assign(claim, who)
        view.say(f"{where}assigned to {who or NOBODY}, saved")

    title = f"{where}who checks it? now {claim.assigned_to or NOBODY}"
    view.ask(TextPrompt(" ASSIGN ", title, claim.quote, answer, names=[*view.claiming.editors(), NOBODY]))


def _history(view: View, count: int | None) -> None:
    claim = claim_here(view)
    if claim is not None:
        view.shell.open_history(claim)


def _reattach(view: View, count: int | None) -> None:
    claim = view.claiming.homeless
    if claim is None:
        enter, claims = key_for("list.open"), key_for("view.claims")
        view.say(f"nothing to reattach: in {claims}, {enter} takes along a claim without a place")
        return
    view.claiming.reattach(claim, view.claiming.anchors_at(view.reading)[0])
    view.say(f"reattached to {address(view.reading.place)}, saved; {key_for('undo')} takes it back")


def claim_here(view: View) -> Claim | None:
    """The claim on the passage under the cursor, else the one tagged last; where there is none, that is said."""
    claim = view.claiming.here_or_last(view.reading.place)
    if claim is None:
        view.say(f"no claim here: {key_for('tag.prompt')} tags this passage")
    return claim


def elsewhere(view: View, claim: Claim) -> str:
    """What comes before all that is asked and said of a claim that is not on the passage under the cursor."""
    if claim in view.claiming.by_place.get(view.reading.place, ()):
        return ""
    place = view.claiming.place(claim)
    return f"{address(place)}, the last one: " if place is not None else "the last one: "


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
}
