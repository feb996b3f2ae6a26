"""Reading at the desk: panes, marks, the cursor, linked reading, jumps and the drawer."""

from pathlib import Path

import pytest
from platformdirs import user_log_path
from rich.cells import cell_len
from textual.events import Paste

from tests.app.desk import WORKER, open_desk
from tests.app.views import HARBOUR
from tui.claims import Store
from tui.desk.app import DeskApp
from tui.desk.canvas import Canvas
from tui.desk.lines import Line, plain
from tui.desk.screens.panes import PanesScreen
from tui.story import load


async def test_the_screen_at_80_by_24_has_header_text_drawer_and_status(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        assert len(desk.lines) == 24
        assert desk.lines[0].startswith("▸1 Ferry runs aground off ")
        assert "Tribune" in desk.lines[0]
        assert desk.lines[18].startswith("── ")
        assert desk.status.startswith(" PANES  lock")
        assert desk.status.endswith("? help")


async def test_marks_stack_down_a_passage_worst_first(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        rows = [line[:38].rstrip() for line in desk.lines]
        assert " ! Eleven passengers were injured, the" in rows
        assert rows[rows.index(" ! Eleven passengers were injured, the") + 1].startswith(" =")
        assert any(row.startswith(" · The ferry had been inspected in") for row in rows)


async def test_the_counterpart_stands_on_the_row_of_the_cursor(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("jj")
        row = next(line for line in desk.lines if line.startswith("▌! Eleven passengers"))
        assert "│▌! Seventeen passengers" in row


async def test_a_jump_brings_the_counterparts_article_beside_the_cursor(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        assert desk.reading.shown == (0, 1)
        await desk.press("jjj", "Enter")
        assert desk.reading.focus == 2
        assert desk.reading.shown == (0, 2)
        await desk.press("BS")
        assert desk.reading.place == (0, 3)


async def test_conflict_jumps_show_reason_and_words_in_the_drawer(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("]c")
        assert desk.reading.place == (0, 2)
        assert desk.lines[18].startswith("── ! conflict  number  1:3 and 2:2")
        drawer = "\n".join(desk.lines[19:23])
        assert "why" in drawer
        assert "“Eleven”" in drawer
        assert "“Seventeen”" in drawer


async def test_a_jump_without_a_target_says_so_and_stays(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("]c", "]c")
        assert desk.reading.place == (0, 2)
        assert "no conflict below in article 1" in desk.status


async def test_overlap_copied_and_alone_jumps(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("]s")
        assert desk.reading.place == (0, 4)
        await desk.press("[=")
        assert desk.reading.place == (0, 3)
        await desk.press("gg", "]o")
        assert desk.reading.place[1] > 0


async def test_digits_go_to_an_article_and_turn_into_a_count_before_a_motion(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("2")
        assert desk.reading.focus == 1
        await desk.press("l", "2", "j")
        assert desk.reading.place == (2, 2)


async def test_digits_that_were_a_count_say_so_where_the_editor_had_gone_to_the_article_of_that_number(
    story: Path, store: Path
) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("3", "j")
        assert desk.reading.place == (0, 3)
        assert "3 was a count, from article 1; 3 Esc goes to article 3" in desk.status
        await desk.press("3", "Esc", "j")
        assert desk.reading.place == (2, 1)
        assert "was a count" not in desk.status
        await desk.press("3", "k")
        assert desk.reading.place == (2, 0)
        assert "was a count" not in desk.status


async def test_the_counterpart_of_a_number_is_counted_from_the_one_in_the_drawer(store: Path) -> None:
    async with open_desk([HARBOUR], store) as desk:
        await desk.press("3", "]c", "]c")
        first, second, *_ = desk.reading.counterparts()
        await desk.press(";")
        assert [other.number for other in desk.reading.counterparts()[:2]] == [second.number, first.number]
        await desk.press("2", "Enter")
        assert desk.reading.place == (first.far.article, first.far.first)


async def test_there_is_no_article_nine(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("9")
        assert desk.reading.focus == 0
        assert "there is no article 9, only 3" in desk.status


async def test_the_drawer_has_three_sizes(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("o")
        assert desk.lines[11].startswith("──")
        await desk.press("o")
        assert not any(line.startswith("──") for line in desk.lines)
        await desk.press("o")
        assert desk.lines[18].startswith("──")


async def test_without_the_lock_the_other_panes_stay(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        before = desk.reading.panes[1].top
        await desk.press("L", "jj")
        assert desk.reading.panes[1].top == before
        assert "free" in desk.status


async def test_resizing_keeps_the_cursor_in_view(story: Path, store: Path) -> None:
    async with open_desk([story], store, size=(200, 50)) as desk:
        await desk.press("G")
        assert len(desk.reading.shown) == 3
        for size in ((80, 24), (40, 12), (39, 12), (40, 12), (200, 50)):
            await desk.resize(*size)
            assert len(desk.lines) == size[1]
            if size[0] < 40:
                assert desk.lines[0] == "too small: 40 by 12 at least"
            else:
                assert desk.reading.place == (0, 4)
                assert any(line.startswith("▌") for line in desk.lines)


async def test_a_comparison_that_tells_nothing_for_a_while_is_said_to_be_under_way(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        comparing = desk.panes.desk.comparing
        comparing.tell_waiting(0)
        assert "comparing" not in desk.status
        comparing.survey = None
        comparing.begin()
        comparing.tell_waiting(0)
        assert "comparing, ctrl-c stops" in desk.status
        await desk.compared()
        assert "comparing" not in desk.status


async def test_one_article_alone_can_be_read(story: Path, store: Path) -> None:
    async with open_desk([story / "1-herald.txt"], store) as desk:
        await desk.press("G", "]c", "Enter", "l", "T", "Esc")
        assert desk.reading.place == (0, 4)
        assert "│" not in desk.lines[1]


async def test_twelve_articles_slide_through_the_panes(tmp_path: Path, store: Path) -> None:
    for number in range(12):
        (tmp_path / f"{number:02}.txt").write_text(f"Report {number}\n\nThe mayor spoke on day {number}.\n")
    sources = sorted(tmp_path.glob("*.txt"))
    async with open_desk(sources, store) as desk:
        await desk.press("1", "2")
        assert desk.reading.focus == 11
        await desk.press("l")
        assert desk.reading.focus == 0
        for _ in range(11):
            await desk.press("Tab")
        assert desk.reading.focus == 11
        assert len(desk.reading.shown) == 2


async def test_help_lists_every_action_and_mark(story: Path, store: Path) -> None:
    async with open_desk([story], store, size=(120, 40)) as desk:
        await desk.press("?")
        assert "]c              next conflict  !" in desk.text
        assert "differs, check" in desk.text
        await desk.press("q")
        assert desk.status.startswith(" PANES")


async def test_pasted_text_is_not_read_as_keys(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        desk.app.screen.post_message(Paste("jjjtnq"))
        await desk.pilot.pause()
        assert desk.reading.place == (0, 0)
        assert desk.panes.claiming.count == 0


async def test_hostile_text_is_drawn_harmlessly(tmp_path: Path, store: Path) -> None:
    hostile = "[bold]Not markup[/bold] \x1b]52;c;AAAA\x07 \u202eevil\u2066 " + "é\u0301" * 40
    (tmp_path / "[red]name.txt").write_text(f"{hostile}\n\n{'x' * 1_000_000}\n", encoding="utf-8")
    async with open_desk([tmp_path / "[red]name.txt"], store) as desk:
        assert "[bold]Not markup[/bold]" in desk.text
        assert not any(ord(letter) < 32 or letter in "\u202e\u2066\x7f\x9b" for line in desk.lines for letter in line)
        await desk.press("j", " ", "G", "o", "?")


async def test_every_line_is_exactly_as_wide_as_the_screen(story: Path, store: Path) -> None:
    for size in ((80, 24), (120, 40), (200, 50), (41, 13)):
        async with open_desk([story], store, size=size) as desk:
            for keys in ("jj", "t", "Esc", "o", "]c", "s", "Esc", "?"):
                await desk.press(keys)
                lines = desk.app.screen.query_one(Canvas).lines
                assert {cell_len(plain(line)) for line in lines} == {size[0]}, keys
                assert len(lines) == size[1]


async def test_a_folder_of_stories_is_listed_and_one_is_opened(story: Path, store: Path) -> None:
    with Store(store) as claims:
        app = DeskApp([story, story], claims, WORKER)
        async with app.run_test(size=(80, 24)) as pilot:
            assert "2 stories" in app.screen.query_one(Canvas).text
            await pilot.press("j", "enter")
            while not isinstance(app.screen, PanesScreen):
                await pilot.pause(0.01)
            assert app.screen.reading.story.name == "ferry"
            await pilot.press("q")
            await pilot.press("q")
    assert app.return_code == 0


async def test_an_unexpected_error_ends_in_one_sentence(story: Path, store: Path) -> None:
    class Broken(PanesScreen):
        def draw(self, width: int, height: int) -> list[Line]:
            raise RuntimeError("unexpected")

    class BrokenApp(DeskApp):
        def get_default_screen(self) -> PanesScreen:
            return Broken(load([str(story)]), self.store, None)

    with Store(store) as claims:
        app = BrokenApp([], claims, WORKER)
        with pytest.raises(RuntimeError, match="unexpected"):
            async with app.run_test():
                pass
    log = user_log_path("copydesk", appauthor=False) / "copydesk.log"
    assert "RuntimeError: unexpected" in log.read_text()
