"""What each action does: a function on the panes' screen, found by the action's name."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from tui.desk.handlers import (
    arranging,
    claims,
    copying,
    evidence,
    findings,
    folding,
    jumps,
    moves,
    searching,
    pasting,
    selecting,
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
    **evidence.HANDLERS,
    **views.HANDLERS,
    **pasting.HANDLERS,
}
