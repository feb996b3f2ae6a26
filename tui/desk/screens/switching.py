"""Going from view to view: each lies over the panes, and takes the place of the one that is open."""

from collections.abc import Mapping
from typing import Any

from textual.app import App

from tui.desk.actions import FINDINGS
from tui.desk.screens.findings import FindingsScreen
from tui.desk.screens.listing import ListScreen
from tui.desk.screens.panes import PanesScreen

SCREENS: Mapping[str, type[ListScreen[Any]]] = {
    FINDINGS: FindingsScreen,
}


def show_view(app: App[Any], view: str) -> None:
    """Show a view of the story; by the name of the panes, or for one that is open already, nothing is over them."""
    current = app.screen
    panes = next(screen for screen in app.screen_stack if isinstance(screen, PanesScreen))
    if isinstance(current, ListScreen):
        if view == current.view:
            return
        if view not in SCREENS:
            current.leave()
        else:
            app.switch_screen(SCREENS[view](panes))
    elif view in SCREENS:
        app.push_screen(SCREENS[view](panes))
