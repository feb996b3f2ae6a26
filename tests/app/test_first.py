"""The first screen, drawn before there is an app, is the one the app then draws."""

from pathlib import Path

import pytest

from tests.app.desk import open_desk
from tui.desk.draw.status import Notice
from tui.desk.driver.cells import Artist, empty_grid
from tui.desk.first import Wishes, first_lines, frame_of
from tui.desk.lines import plain
from tui.desk.reading.links import LinkIndex
from tui.desk.themes import TRUE_COLOUR, load_theme
from tui.settings.model import DeskSettings
from tui.story import load

ARTICLES = {
    "a.txt": "Ferry aground\n\nThe ferry ran aground near Skarn. 漢字 and “quotes”. " + "More was said later. " * 40,
    "b.txt": "On the rocks\n\nThe ferry ran aground near Skarn on Monday.\n\n" + "Others were silent. " * 40,
}


@pytest.fixture
def sources(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / name for name in ARTICLES]
    for path, text in zip(paths, ARTICLES.values(), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def wishes(store: Path, panes: int | None = None) -> Wishes:
    return Wishes(panes, DeskSettings(), load_theme(None), "mk", store)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12)])
async def test_the_first_screen_is_what_the_desk_draws_before_it_has_compared(
    sources: list[Path], tmp_path: Path, size: tuple[int, int]
) -> None:
    store = tmp_path / "claims.db"
    story = load([str(source) for source in sources])
    first = first_lines(story, wishes(store), *size)
    async with open_desk(sources, store, size) as desk:
        desk.reading.index = LinkIndex(desk.reading.story, None)
        desk.panes.notice = Notice()
        assert first == list(desk.panes.draw(*size))


async def test_a_story_that_was_left_shows_first_where_it_was_left(sources: list[Path], tmp_path: Path) -> None:
    store = tmp_path / "claims.db"
    async with open_desk(sources, store, (80, 24)) as desk:
        await desk.press("l", "j", "j", "j", "L")
        left = [row for row in desk.lines if row.startswith("▌") or "│▌" in row]
        desk.panes.desk.remembering.save()
    first = first_lines(load([str(source) for source in sources]), wishes(store), 80, 24)
    assert first is not None
    rows = [plain(line) for line in first]
    assert any("│▌" in row for row in rows)
    assert left
    assert "free" in rows[-1]


def test_no_first_screen_where_there_is_no_room(sources: list[Path], tmp_path: Path) -> None:
    assert first_lines(load([str(sources[0])]), wishes(tmp_path / "claims.db"), 30, 10) is None


def test_its_frame_is_one_the_driver_can_read(sources: list[Path], tmp_path: Path) -> None:
    story = load([str(source) for source in sources])
    lines = first_lines(story, wishes(tmp_path / "claims.db"), 80, 24)
    assert lines is not None
    assert frame_of(lines, load_theme(None), TRUE_COLOUR).endswith("\x1b[2;1H")
    grid = Artist().draw(empty_grid(80, 24), frame_of(lines, load_theme("dark"), TRUE_COLOUR))
    assert ["".join(cell[0] for cell in row) for row in grid.rows] == [plain(line) for line in lines]
    assert all(look.background for row in grid.rows for _, look in row)
