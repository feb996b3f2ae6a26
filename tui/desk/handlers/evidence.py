"""Evidence for the claim made last, and marking what has been checked."""

from typing import Any

from tui.claims import Claim, Evidence
from tui.desk.draw.words import address, counted
from tui.desk.handlers.claims import ask_text
from tui.desk.handlers.view import Handler, ListView, View
from tui.desk.keyboard.keys import key_for
from tui.desk.lines import one_line, shorten
from tui.desk.record.evidence import ITSELF, NO_ADDRESS, is_its_own, is_web


def _passage(view: View, count: int | None) -> None:
    claim = view.claiming.last
    if claim is None:
        tag, evidence = key_for("tag.prompt"), key_for("evidence.passage")
        view.say(f"no claim yet: {tag} tags a passage, then {evidence} on another one makes it evidence")
        return
    (anchor,) = view.claiming.anchors_at(view.reading)
    if is_its_own(claim, anchor):
        view.say(ITSELF)
        return
    view.claiming.add_evidence(claim, Evidence(anchor=anchor))
    view.say(f"{address(view.reading.place)} is evidence for {_named(claim)}, saved")


def _address(view: View, count: int | None) -> None:
    claim = view.claiming.last
    if claim is None:
        view.say(f"no claim yet: {key_for('tag.prompt')} tags a passage")
    else:
        ask_address(view, claim)


def ask_address(view: View, claim: Claim) -> None:
    """Ask for a web address that is evidence for a claim."""

    def answer(typed: str) -> None:
        url = typed.strip()
        if not url:
            return
        if not is_web(url):
            view.say(f"not saved: {NO_ADDRESS}", error=True)
            return
        view.claiming.add_evidence(claim, Evidence(url=url))
        view.say(f"evidence for {_named(claim)}, saved")

    ask_text(view, "EVIDENCE", "web address that is evidence for the claim", claim.quote, "", answer)


def _named(claim: Claim) -> str:
    return f"“{shorten(one_line(claim.quote), 24)}”"


def _check_passage(view: View, count: int | None) -> None:
    place = view.reading.place
    checked = view.desk.checking.check_passage(place)
    view.say(f"{address(place)} {'checked' if checked else 'to be checked again'}, saved; {_left(view)}")


def check_listed(view: ListView, count: int | None) -> None:
    """Mark the finding under the cursor as checked, or take that back."""
    group: Any = view.item
    if group is None:
        view.say("no finding to check")
        return
    checked = view.desk.checking.check_finding(group)
    view.say(f"{'checked' if checked else 'to be checked again'}, saved; {_left(view)}")


def _left(view: View) -> str:
    left = view.reading.left
    return "not compared yet" if left is None else f"{counted(left, 'thing')} left to check" if left else "nothing left"


HANDLERS: dict[str, Handler] = {
    "evidence.passage": _passage,
    "evidence.address": _address,
    "checked": _check_passage,
}
