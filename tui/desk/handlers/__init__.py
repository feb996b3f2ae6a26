"""What each action does: a function on the panes' screen, found by the action's name."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from tui.desk.handlers import (
    aligning,
    arranging,
    claims,
    copying,
    evidence,
    findings,
    folding,
    jumps,
    moves,
    pasting,
    searching,
    selecting,
    sources,
    views,
)

if TYPE_CHECKING:
    from tui.desk.screens.panes import PanesScreen

Handler = Callable[["PanesScreen", int | None], None]

HANDLERS: Mapping[str, Handler] = {
    **moves.HANDLERS,
    **jumps.HANDLERS,
    **searching.HANDLERS,
    **claims.HANDLERS,
    **findings.HANDLERS,
    **selecting.HANDLERS,
    **folding.HANDLERS,
    **arranging.HANDLERS,
    **copying.HANDLERS,
    **pasting.HANDLERS,
    **evidence.HANDLERS,
    **aligning.HANDLERS,
    **sources.HANDLERS,
    **views.HANDLERS,
}
