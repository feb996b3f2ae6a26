"""Searching all articles from the panes."""

from pathlib import Path

from tests.app.desk import Desk, open_desk
from tui.desk.canvas import Canvas


async def search(desk: Desk, words: str) -> None:
    await desk.press("/")
    await desk.type(words)
    await desk.press("Enter")


def found_spans(desk: Desk) -> list[str]:
    lines = desk.app.screen.query_one(Canvas).lines
    return [span.text for line in lines for span in line if span.role == "found"]


async def test_hits_are_marked_and_counted_by_article(story: Path, store: Path) -> None:
    async with open_desk([story], store, size=(120, 40)) as desk:
        await search(desk, "coastguard said")
        assert "“coastguard said”  1 of 3 passages: 1 in 1, 1 in 2, 1 in 3" in desk.status
        assert desk.reading.place == (0, 2)
        assert found_spans(desk) == ["coastguard said"] * len(found_spans(desk))
        assert len(found_spans(desk)) >= 2


async def test_n_goes_on_through_all_articles_and_round(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await search(desk, "coastguard")
        places = [desk.reading.place]
        for _ in range(4):
            await desk.press("n")
            places.append(desk.reading.place)
        assert places == [(0, 2), (1, 1), (2, 0), (2, 1), (0, 2)]
        await desk.press("N")
        assert desk.reading.place == (2, 1)
        assert "“coastguard”  4 of 4 passages: 1 in 1, 1 in 2, 2 in 3" in desk.status
        await desk.press("2", "n")
        assert desk.reading.place == (1, 1)
        await desk.press("BS")
        assert desk.reading.place == (2, 1)


async def test_case_counts_only_where_a_capital_was_typed(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await search(desk, "ferry")
        assert "4 passages: 3 in 1, 1 in 2" in desk.status
        await desk.press("/", "ctrl+u")
        await desk.type("Ferry")
        await desk.press("Enter")
        assert "“Ferry”  1 of 1 passage: 1 in 1" in desk.status


async def test_quotes_and_dashes_are_found_however_they_are_typed(tmp_path: Path, store: Path) -> None:
    (tmp_path / "a.txt").write_text("Harbour news\n\n“It’s the 12–day war,” the mayor [sic] said.\n")
    async with open_desk([tmp_path / "a.txt"], store) as desk:
        for typed in ("\"it's the 12-day", "mayor [sic]", 'war," the'):
            await search(desk, typed)
            assert "1 of 1 passage: 1 in 1" in desk.status
            assert desk.reading.place == (0, 1)
            await desk.press("gg", "/", "ctrl+u", "Enter")


async def test_what_is_nowhere_is_said_and_the_cursor_stays(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("n")
        assert "nothing looked for yet" in desk.status
        await desk.press("jj")
        await search(desk, "submarine")
        assert "“submarine” is in no article" in desk.status
        assert desk.reading.place == (0, 2)


async def test_an_empty_search_takes_the_marks_away(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await search(desk, "ferry")
        assert found_spans(desk)
        await desk.press("/", "ctrl+u", "Enter")
        assert not found_spans(desk)


async def test_a_pattern_is_looked_for_after_a_backslash_and_a_v(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await search(desk, r"\v\b\d+ (people|minutes)")
        assert "1 of 3 passages: 1 in 1" in desk.status
        assert set(found_spans(desk)) <= {"240 people", "9 minutes"}
        await desk.press("/", "ctrl+u")
        await desk.type(r"\v(ferry")
        await desk.press("Enter")
        assert "no regular expression" in desk.status
        assert desk.reading.sought == r"\v\b\d+ (people|minutes)"


async def test_a_pattern_that_takes_too_long_is_given_up(tmp_path: Path, store: Path) -> None:
    (tmp_path / "a.txt").write_text("Harbour news\n\n" + "a" * 4000 + "!\n")
    async with open_desk([tmp_path / "a.txt"], store) as desk:
        await search(desk, r"\v(a+)+c|(a|aa)+$")
        assert "takes too long on these articles" in desk.status
        assert desk.reading.sought == ""
        await desk.press("/", "ctrl+u")
        await desk.type(r"\v((a{500}){500}){500}")
        await desk.press("Enter")
        assert "too large" in desk.status


async def test_the_first_letter_typed_takes_the_place_of_the_words_sought_last(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await search(desk, "women")
        await desk.press("/")
        assert desk.status.startswith(" / women")
        assert "Enter repeats it, typing replaces it" in desk.text
        await desk.type("ferry")
        assert desk.status.startswith(" / ferry")
        await desk.press("Enter")
        assert desk.reading.sought == "ferry"


async def test_the_words_sought_last_are_edited_or_repeated(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await search(desk, "ferr")
        await desk.press("/", "Right", "y", "Enter")
        assert desk.reading.sought == "ferry"
        await desk.press("/", "BS", "BS", "Enter")
        assert desk.reading.sought == "fer"
        await desk.press("/", "ctrl+a", "Del", "Enter")
        assert desk.reading.sought == "er"
        await desk.press("/", "Enter")
        assert desk.reading.sought == "er"


async def test_a_filter_gives_way_to_what_is_typed_as_well(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        for view in ("", "F", "C"):
            await desk.press(*view, "f")
            await desk.type("harbour")
            await desk.press("Enter", "f")
            await desk.type("tug")
            assert desk.status.startswith(" FILTER tug")
            await desk.press("ctrl+u", "Enter")
