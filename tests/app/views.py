"""What tests of the views share: where the cursor is, and a story with findings of several kinds."""

from pathlib import Path

from rich.cells import cell_len

from tests.app.desk import Desk
from tui.desk.lines import plain
from tui.desk.screens.base import CanvasScreen
from tui.desk.screens.listing import ListScreen

SIZES = ((80, 24), (120, 40), (40, 12))
HARBOUR = Path(__file__).parents[2] / "seeds" / "harbour-fire"


def view_of(desk: Desk) -> ListScreen[object]:
    """The list view that is open."""
    screen = desk.app.screen
    assert isinstance(screen, ListScreen)
    return screen


def cursor_line(desk: Desk) -> str:
    """The row under the cursor of a list."""
    return next(line for line in desk.lines if line.startswith("▌"))


def fills_the_screen(desk: Desk, size: tuple[int, int]) -> bool:
    """Whether there are as many lines as rows, each exactly as wide as the screen."""
    screen = desk.app.screen
    assert isinstance(screen, CanvasScreen)
    lines = screen.canvas.lines
    return len(lines) == size[1] and {cell_len(plain(line)) for line in lines} == {size[0]}
