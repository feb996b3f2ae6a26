"""The panes below whichever view an action was asked for in."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tui.desk.screens.panes import PanesScreen


def panes_of(screen: Any) -> "PanesScreen":
    """The panes that a list lies over, or the panes themselves."""
    from tui.desk.screens.panes import PanesScreen

    found: PanesScreen = screen if isinstance(screen, PanesScreen) else screen.desk
    return found
