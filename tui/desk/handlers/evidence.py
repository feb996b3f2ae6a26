"""Evidence for the claim made last, and marking what has been checked."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from tui.claims import Claim, Evidence
from tui.desk.draw.words import address, counted
from tui.desk.handlers.claims import ask_text
from tui.desk.lines import one_line, shorten

if TYPE_CHECKING:
    from tui.desk.screens.findings import FindingsScreen
    from tui.desk.screens.panes import PanesScreen

Handler = Callable[["PanesScreen", int | None], None]
WEB = ("http", "https")


def _passage(desk: "PanesScreen", count: int | None) -> None:
    claim = desk.claiming.last
    if claim is None:
        desk.say("no claim yet: t tags a passage, then e on another one makes it evidence")
        return
    (anchor,) = desk.claiming.anchors_at(desk.reading)
    if anchor.exact in [own.exact for own in claim.anchors]:
        desk.say("this is the claim itself: go to the passage that speaks for or against it")
        return
    desk.claiming.add_evidence(claim, Evidence(anchor=anchor))
    desk.say(f"{address(desk.reading.place)} is evidence for {_named(claim)}, saved")


def _address(desk: "PanesScreen", count: int | None) -> None:
    claim = desk.claiming.last
    if claim is None:
        desk.say("no claim yet: t tags a passage")
    else:
        ask_address(desk, claim)


def ask_address(desk: "PanesScreen", claim: Claim) -> None:
    """Ask for a web address that is evidence for a claim."""

    def answer(typed: str) -> None:
        url = typed.strip()
        if not url:
            return
        if not _is_web(url):
            desk.say("not saved: a web address begins with https:// or http:// and has no blanks", error=True)
            return
        desk.claiming.add_evidence(claim, Evidence(url=url))
        desk.say(f"evidence for {_named(claim)}, saved")

    ask_text(desk, "EVIDENCE", "web address that is evidence for the claim", claim.quote, "", answer)


def _is_web(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme.lower() in WEB and bool(parts.hostname) and not any(map(str.isspace, url))


def _named(claim: Claim) -> str:
    return f"“{shorten(one_line(claim.quote), 24)}”"


def _check_passage(desk: "PanesScreen", count: int | None) -> None:
    place = desk.reading.place
    checked = desk.progress.check_passage(place)
    desk.say(f"{address(place)} {'checked' if checked else 'to be checked again'}, saved; {_left(desk)}")


def check_listed(view: "FindingsScreen", count: int | None) -> None:
    """Mark the finding under the cursor as checked, or take that back."""
    group: Any = view.item
    if group is None:
        view.say("no finding to check")
        return
    checked = view.desk.progress.check_finding(group)
    view.say(f"{'checked' if checked else 'to be checked again'}, saved; {_left(view.desk)}")


def _left(desk: "PanesScreen") -> str:
    left = desk.reading.left
    return "not compared yet" if left is None else f"{counted(left, 'thing')} left to check" if left else "nothing left"


HANDLERS: dict[str, Handler] = {
    "evidence.passage": _passage,
    "evidence.address": _address,
    "checked": _check_passage,
}
