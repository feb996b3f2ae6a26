"""What is done to the claim under the cursor of a list: rated, noted, dropped, reattached, kept, assigned."""

from collections.abc import Callable
from typing import Any, Protocol

from tui.claims import Claim
from tui.desk.draw.wordings import told_rewording
from tui.desk.draw.words import address, in_quotes
from tui.desk.handlers import claim_details, claims, evidence
from tui.desk.handlers.lists import HANDLERS as LISTS
from tui.desk.handlers.view import ListView, View
from tui.desk.keyboard.keys import key_for
from tui.desk.lines import one_line
from tui.desk.prompts.prompting import LetterPrompt, TextPrompt
from tui.desk.prompts.typing import offered


class ClaimList(ListView, Protocol):
    """A list view whose items are claims, or have one."""

    history_shown: bool

    @property
    def claim(self) -> Claim | None:
        """The claim that is spoken of under the cursor."""


Act = Callable[[View, Claim], None]
Handler = Callable[[Any, int | None], None]


def _on_claim(act: Act) -> Handler:
    """A handler for the claim under the cursor; what it asks of the panes, a list has as well."""

    def handle(view: ClaimList, count: int | None) -> None:
        if view.claim is None:
            view.say("no claim here")
        else:
            act(view, view.claim)

    return handle


def _reattach(view: View, claim: Claim) -> None:
    anchors = view.claiming.anchors_at(view.reading)
    place = view.reading.place
    quote = anchors[0].exact

    def answer(letter: str) -> None:
        if letter == "y":
            again = told_rewording(claim, view.claiming.reattach(claim, anchors[0]))
            view.say(f"reattached to {address(place)}, saved; {key_for('undo')} takes it back{again}")
        else:
            view.say("left as it is")

    choices = [("y", "this is its new place"), ("n", "leave it")]
    context = f"the claim was tagged on {in_quotes(one_line(claim.quote))}"
    title = f"reattach to {address(place)}, where the cursor of the panes is"
    view.ask(LetterPrompt("REATTACH", title, quote, choices, context, answer, "y or n"))


def _keep(view: View, claim: Claim) -> None:
    if claim.state == "placed":
        view.say("its words have not changed: nothing to keep")
        return
    kept = view.claiming.keep(claim)
    view.say(f"kept as it is: {kept.verdict or kept.status}, saved{told_rewording(claim, kept)}")


def _toggle_history(view: ClaimList, count: int | None) -> None:
    view.history_shown = not view.history_shown


def _filter(view: ClaimList, count: int | None) -> None:
    wanted = view.place.wanted
    title = "list only claims with these words; tag: status: article: editor: story: look there alone"
    view.ask(TextPrompt(" FILTER ", title, "", view.filter_by, offered(wanted)))


ON_CLAIMS: dict[str, Handler] = {
    "claim.status": _on_claim(claims.ask_status),
    "claim.note": _on_claim(claims.ask_note),
    "claim.tag": _on_claim(claims.ask_tag_of),
    "claim.speaker": _on_claim(claim_details.ask_speaker),
    "claim.priority": _on_claim(claim_details.ask_priority),
    "claim.text": _on_claim(claim_details.ask_wording),
    "claim.assign": _on_claim(claims.ask_assign),
    "claim.reattach": _on_claim(_reattach),
    "claim.keep": _on_claim(_keep),
    "evidence.address": _on_claim(evidence.ask_address),
    "claim.history": _toggle_history,
    "tag.drop": _on_claim(claims.drop),
}
"""What works on the claim under the cursor, in whatever list."""

HANDLERS: dict[str, Handler] = {**LISTS, **ON_CLAIMS, "list.filter": _filter}
