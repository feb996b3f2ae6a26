"""The views of the same words, of what is alone, the overview and the matrix."""

from pathlib import Path

import pytest

from tests.app.desk import open_desk
from tests.app.views import HARBOUR, SIZES, cursor_line, fills_the_screen, view_of
from tui.desk.draw.matrix import draw_line_details
from tui.desk.draw.words import address
from tui.desk.lines import plain
from tui.desk.screens.findings import FindingsScreen
from tui.desk.screens.panes import PanesScreen
from tui.desk.screens.same_words import SameWordsScreen
from tui.desk.views.matrix import Cell, MatrixLine
from tui.story import load


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("view", ["O", "W", "S", "M"])
async def test_every_view_fits_every_size(store: Path, view: str, size: tuple[int, int]) -> None:
    async with open_desk([HARBOUR], store, size=size) as desk:
        await desk.press(view)
        assert fills_the_screen(desk, size)
        for keys in ("G", "gg", "o", "o", "o", " ", "f", "Esc"):
            await desk.press(keys)
            assert fills_the_screen(desk, size), keys


@pytest.mark.parametrize("view", ["O", "W", "S", "M"])
async def test_one_short_article_alone_has_every_view(tmp_path: Path, store: Path, view: str) -> None:
    (tmp_path / "one.txt").write_text("Nothing to see\n\nit was quiet.\n")
    async with open_desk([tmp_path / "one.txt"], store) as desk:
        await desk.press(view, "j", "Enter", view, "G", "k", "o")
        assert fills_the_screen(desk, (80, 24))


async def test_the_same_words_stand_longest_first_with_their_places(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("W")
        assert cursor_line(desk).startswith("▌= 18 words  1:2 2:1")
        counts = [row.item.words for row in view_of(desk).rows if row.item]  # type: ignore[attr-defined]
        assert counts == sorted(counts, reverse=True)
        drawer = "\n".join(desk.lines[12:])
        assert "[The ferry Aurora ran aground" in drawer
        assert "who was first cannot be said: no date for 1" in drawer


async def test_who_was_first_is_said_only_where_dates_tell(tmp_path: Path, store: Path) -> None:
    same = "Officers searched the harbour office for six hours before anyone was let in."
    for name, published in (("a", "2026-03-03"), ("b", "2026-03-02")):
        text = f"---\ntitle: Report {name}\npublished: {published}\n---\n{same}\n\nSo says report {name}.\n"
        (tmp_path / f"{name}.md").write_text(text)
    async with open_desk([tmp_path / "a.md", tmp_path / "b.md"], store) as desk:
        await desk.press("W")
        assert "first: 2, 2026-03-02" in desk.text


async def test_a_run_opens_with_each_article_where_it_stands(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("G", "W", "Enter")
        assert isinstance(desk.app.screen, PanesScreen)
        assert desk.reading.place == (0, 1)
        assert desk.reading.panes[1].cursor == 0
        await desk.press("BS")
        assert desk.reading.place == (0, 4)


async def test_what_is_alone_stands_by_article_with_single_sources_marked(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("S")
        headings = [line for line in desk.lines[:12] if line.startswith("── ")]
        assert headings[0].startswith("── 1 alone in 1 Ferry runs aground off Skarn ")
        assert any(" alone in 2 Tribune " in line for line in headings)
        assert "alone and checkable" in desk.lines[0]
        places = [row.item.place for row in view_of(desk).rows if row.item]  # type: ignore[attr-defined]
        alone = {place for place, marks in desk.reading.index.marks.items() if "·" in marks}
        assert set(places) == alone
        await desk.press("Enter")
        assert desk.reading.place == places[0]


async def test_a_passage_that_rests_on_one_source_says_so(tmp_path: Path, store: Path) -> None:
    (tmp_path / "a.txt").write_text("Harbour news\n\nOne Skarn official said 40 boats were lost in March.\n")
    async with open_desk([tmp_path / "a.txt"], store) as desk:
        await desk.press("S")
        assert cursor_line(desk).endswith("single-source")
        assert "single-source: rests on “One Skarn official”, unnamed" in desk.text


async def test_the_overview_has_figures_of_every_article_and_what_is_to_settle(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("O")
        assert desk.lines[0].startswith(" OVERVIEW  ferry")
        rows = desk.lines[2:5]
        assert rows[0].startswith("▌1 Ferry runs aground")
        assert rows[1].startswith(" 2 Tribune")
        assert [row.split()[-2] for row in rows] == ["1", "1", "-"]
        settle = desk.lines[desk.lines.index(next(line for line in desk.lines if "to settle" in line)) :]
        assert any(line.startswith(" findings   ! 1   ? 0") for line in settle)
        assert any(line.startswith(" weekdays") and "1:2" in line for line in settle)
        assert any("date of 1 3" in line for line in settle)


async def test_a_verdict_counts_in_the_overview(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("F", "+", "O")
        assert any(line.startswith(" findings   ! 1, 1 judged") for line in desk.lines)
        await desk.press("F", "_", "O")
        assert any(line.startswith(" findings   ! 0") for line in desk.lines)
        assert desk.lines[2].split()[-2] == "-"


async def test_articles_that_cite_one_outlet_are_one_origin(tmp_path: Path, store: Path) -> None:
    texts = {
        "a.txt": "Talks fail\n\nThe talks failed on Monday, two officials told Reuters.\n",
        "b.txt": "Envoys leave\n\nAccording to Reuters the envoys left the city at noon.\n",
        "c.txt": "Mayor speaks\n\nThe mayor of Skarn opened a bridge.\n",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    async with open_desk([tmp_path / name for name in texts], store) as desk:
        await desk.press("O")
        assert any("3 articles, 2 origins: 1 and 2 are one where both lean on Reuters" in line for line in desk.lines)
        row = next(number for number, line in enumerate(desk.lines) if line.startswith(" Reuters"))
        await desk.press(*"j" * (row - 2 - sum(line.startswith("──") for line in desk.lines[:row])), "Enter")
        assert desk.reading.place == (0, 1)


async def test_articles_that_share_a_whole_sentence_are_one_origin(tmp_path: Path, store: Path) -> None:
    same = "The tug left the harbour of Skarn at noon and came back with the ferry in tow shortly before night fell"
    (tmp_path / "a.txt").write_text(f"Ferry freed\n\n{same} on Monday.\n")
    (tmp_path / "b.txt").write_text(f"Tug returns\n\n{same}, the operator said.\n")
    async with open_desk([tmp_path / "a.txt", tmp_path / "b.txt"], store) as desk:
        await desk.press("O")
        assert any(
            "2 articles, 1 origin" in line and "one where both share 21 words, 20 needed" in line for line in desk.lines
        )


async def test_the_overview_leads_to_articles_places_and_views(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("O", "2", "j", "Enter")
        assert desk.reading.focus == 2
        await desk.press("O")
        while not cursor_line(desk).startswith("▌findings"):
            await desk.press("j")
        await desk.press("Enter")
        assert isinstance(desk.app.screen, FindingsScreen)
        await desk.press("O", "f")
        await desk.type("18 words")
        await desk.press("Enter", "Enter")
        assert desk.reading.place == (0, 1)


async def test_more_runs_than_the_overview_shows_lead_to_their_view(tmp_path: Path, store: Path) -> None:
    sentences = [f"The {word} was carried out of the old {word} hall before midnight" for word in "abcdefg"]
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"Report {name}\n\n" + "".join(f"{s} {name[0]}.\n\n" for s in sentences))
    async with open_desk([tmp_path / "a.txt", tmp_path / "b.txt"], store) as desk:
        await desk.press("O")
        while not cursor_line(desk).startswith("▌more"):
            await desk.press("j")
        await desk.press("Enter")
        assert isinstance(desk.app.screen, SameWordsScreen)


async def test_the_matrix_shows_who_says_what_and_counts_origins_apart(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("M")
        assert "art orig" in desk.lines[1]
        row = next(line for line in desk.lines if "The ferry Aurora ran aground" in line)
        assert row.split()[-4:] == ["=", "=", "2", "1"] or row.split()[-4:] == ["[=]", "=", "2", "1"]
        assert any("2 articles, 1 origin" in line for line in desk.lines)


async def test_the_matrix_is_sorted_with_a_key_and_shows_what_comes_first(store: Path) -> None:
    async with open_desk([HARBOUR], store) as desk:
        await desk.press("M", "2j", "c")
        assert "conflicts first" in desk.lines[0]
        assert view_of(desk).place.cursor == 0
        assert "!" in cursor_line(desk)[-30:]
        await desk.press("j", "r")
        assert "in order of the story" in desk.lines[0]
        assert min(view_of(desk).item.cells) == 0  # type: ignore[attr-defined]
        await desk.press("s")
        assert "most sources first" in desk.lines[0]


async def test_a_cell_of_the_matrix_opens_in_the_panes(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("M", "f")
        await desk.type("Aurora ran aground")
        await desk.press("Enter", "l")
        assert "[=]" in cursor_line(desk)
        await desk.press("l", "l", "Enter")
        assert "nothing found on this in 3" in desk.status
        await desk.press("h", "Enter")
        assert desk.reading.place == (1, 0)
        assert desk.reading.panes[0].cursor in (0, 1)


async def test_the_matrix_of_twenty_articles_slides_its_columns(tmp_path: Path, store: Path) -> None:
    for number in range(20):
        (tmp_path / f"{number:02}.txt").write_text(
            f"Report {number}\n\nThe mayor of Skarn opened the new bridge over the Vell on Monday.\n"
        )
    async with open_desk(sorted(tmp_path.glob("*.txt")), store) as desk:
        await desk.press("M")
        assert "20 articles, 1 origin" in desk.text
        assert "[1]" in desk.lines[1]
        await desk.press("1", "9", "l")
        assert "20" in desk.lines[1]
        assert "[=]" in cursor_line(desk)
        assert fills_the_screen(desk, (80, 24))


async def test_the_wording_that_names_a_fact_is_among_those_listed_below_it(store: Path) -> None:
    async with open_desk([HARBOUR], store, size=(80, 40)) as desk:
        await desk.press("M")
        view = view_of(desk)
        for _ in view.rows:
            line = view.item
            assert isinstance(line, MatrixLine)
            listed = {word for row in desk.lines for word in row.split()[1:2] if ":" in word}
            assert address(line.name) in listed
            await desk.press("j")


def test_all_wordings_of_a_fact_are_listed_where_there_are_rows_and_one_of_each_article_where_not() -> None:
    story = load([str(HARBOUR)])
    cells = {0: Cell("=", (1, 2, 3)), 1: Cell("≈", (1, 4))}
    line = MatrixLine((1, 4), cells, 2, None)

    def listed(rows: int) -> list[str]:
        texts = [plain(row).split()[1] for row in draw_line_details(story, line, 0, 4000, rows)]
        return [word for word in texts if ":" in word]

    assert listed(9) == ["1:2", "1:3", "1:4", "2:5", "2:2"]
    assert listed(2) == ["1:2", "2:5"]
