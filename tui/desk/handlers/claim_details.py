"""Who said what a claim says, how urgent it is, and the claim in other words than the quote's."""

from tui.claims import Claim
from tui.desk.handlers.claims import ask_text, claim_here, elsewhere
from tui.desk.handlers.view import Handler, View
from tui.desk.keyboard.tagset import PRIORITIES
from tui.desk.lines import one_line
from tui.desk.prompts.prompting import LetterPrompt, TextPrompt
from tui.desk.record.speaking import UNKNOWN, speakers

NONE, OTHER = "0", "/"


def ask_speaker(view: View, claim: Claim, where: str = "") -> None:
    """Ask who said it: one whom its passages name as saying something, one of another claim, or a name typed."""

    def answer(name: str) -> None:
        who = None if name == UNKNOWN else one_line(name) or None
        view.claiming.set_speaker(claim, who)
        view.say(f"{where}said by {who}, saved" if who else f"{where}speaker unknown, saved")

    title = f"{where}who said it? now {claim.speaker or UNKNOWN}"
    view.ask(TextPrompt(" SPEAKER ", title, claim.quote, answer, names=[*speakers(view.claiming, claim), UNKNOWN]))


def ask_priority(view: View, claim: Claim, where: str = "") -> None:
    """Ask how urgent a claim is: by letter, or a word of one's own after "/"."""

    def answer(letter: str) -> None:
        if letter == OTHER:
            title = f"{where}priority of the claim; now {claim.priority or 'none'}"
            ask_text(view, "PRIORITY", title, claim.quote, claim.priority or "", set_to)
        else:
            set_to(PRIORITIES.get(letter, ""))

    def set_to(typed: str) -> None:
        priority = one_line(typed) or None
        view.claiming.set_priority(claim, priority)
        view.say(f"{where}priority {priority or 'none'}, saved")

    choices = [*PRIORITIES.items(), (NONE, "none"), (OTHER, "type another")]
    about = f"now {claim.priority or 'none'}; status {claim.verdict or claim.status}"
    view.ask(LetterPrompt("PRIORITY", f"{where}priority of the claim", claim.quote, choices, about, answer))


def ask_wording(view: View, claim: Claim, where: str = "") -> None:
    """Ask for the claim in other words, beginning with those it has; none are the quote's own again."""

    def answer(typed: str) -> None:
        text = one_line(typed)
        view.claiming.reword(claim, text or claim.quote)
        view.say(f"{where}claim in {'other words' if text else 'the words of the quote'}, saved")

    title = f"{where}the claim in your words; empty: in those of the quote"
    ask_text(view, "CLAIM", title, claim.quote, claim.text, answer, replaced=claim.text == claim.quote)


def _speaker(view: View, count: int | None) -> None:
    if (claim := claim_here(view)) is not None:
        ask_speaker(view, claim, elsewhere(view, claim))


def _priority(view: View, count: int | None) -> None:
    if (claim := claim_here(view)) is not None:
        ask_priority(view, claim, elsewhere(view, claim))


def _wording(view: View, count: int | None) -> None:
    if (claim := claim_here(view)) is not None:
        ask_wording(view, claim, elsewhere(view, claim))


HANDLERS: dict[str, Handler] = {
    "claim.speaker": _speaker,
    "claim.priority": _priority,
    "claim.text": _wording,
}
