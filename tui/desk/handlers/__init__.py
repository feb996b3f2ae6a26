"""What each action does in the panes: a function found by the action's name."""

from collections.abc import Mapping

from tui.desk.handlers import (
    aligning,
    arranging,
    claim_details,
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
    undoing,
    views,
)
from tui.desk.handlers.view import Handler

HANDLERS: Mapping[str, Handler] = {
    **moves.HANDLERS,
    **jumps.HANDLERS,
    **searching.HANDLERS,
    **claims.HANDLERS,
    **claim_details.HANDLERS,
    **undoing.HANDLERS,
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
