"""Going from view to view: each lies over the panes, and takes the place of the one that is open."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

from textual.app import App

from tui.desk.keyboard.actions import ALONE, CLAIMS, DIFF, FINDINGS, MATRIX, OVERVIEW, SINCE, WORDS
from tui.desk.screens.listing import ListScreen
from tui.desk.screens.panes import PanesScreen

# By name, so that the desk opens without what only the views need.
_SCREENS: Mapping[str, tuple[str, str]] = {
    OVERVIEW: ("overview", "OverviewScreen"),
    FINDINGS: ("findings", "FindingsScreen"),
    WORDS: ("same_words", "SameWordsScreen"),
    ALONE: ("alone", "AloneScreen"),
    MATRIX: ("matrix", "MatrixScreen"),
    CLAIMS: ("claims", "ClaimsScreen"),
    SINCE: ("since", "SinceScreen"),
    DIFF: ("diff", "DiffScreen"),
}


def screen_of(view: str) -> type[ListScreen[Any]]:
    """The screen of a list view."""
    module, name = _SCREENS[view]
    screen: type[ListScreen[Any]] = getattr(import_module(f"tui.desk.screens.{module}"), name)
    return screen


def show_view(app: App[Any], view: str) -> None:
    """Show a view of the story; by the name of the panes, or for one that is open already, nothing is over them."""
    current = app.screen
    panes = next(screen for screen in app.screen_stack if isinstance(screen, PanesScreen))
    if isinstance(current, ListScreen):
        if view == current.view:
            return
        if view not in _SCREENS:
            current.leave()
        else:
            app.switch_screen(screen_of(view)(panes.desk))
    elif view in _SCREENS:
        app.push_screen(screen_of(view)(panes.desk))
