"""Two articles that rest on one source say so where they meet."""

from pathlib import Path

from tests.app.desk import open_desk

SAME = "The council of Skarn is worried about the state of the old harbour wall"


async def test_a_copied_passage_whose_sides_cite_one_outlet_has_one_origin(tmp_path: Path, store: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Wall\n\n“{SAME},” one source stated.\n\nReuters is unable to verify this.\n")
    (tmp_path / "b.txt").write_text(f"Harbour\n\nA source speaking to Reuters said that “{SAME}.”\n")
    async with open_desk([tmp_path / "a.txt", tmp_path / "b.txt"], store) as desk:
        await desk.press("]=")
        title = desk.lines[18]
        assert "ONE origin: Reuters" in title
        await desk.press("O")
        assert "2 articles, 1 origin: 1 and 2 are one where both lean on Reuters" in desk.text


async def test_sides_that_cite_different_outlets_have_not(tmp_path: Path, store: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Wall\n\n“{SAME},” one source told Axios.\n")
    (tmp_path / "b.txt").write_text(f"Harbour\n\nA source speaking to Reuters said that “{SAME}.”\n")
    async with open_desk([tmp_path / "a.txt", tmp_path / "b.txt"], store) as desk:
        await desk.press("]=")
        assert "ONE origin" not in desk.text
        assert "Axios; 2 " in desk.text


async def test_one_outlet_under_two_names_is_one_origin(tmp_path: Path, store: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Wall\n\n“{SAME},” one source told the AP.\n")
    (tmp_path / "b.txt").write_text(f"Harbour\n\nA source speaking to the Associated Press said that “{SAME}.”\n")
    async with open_desk([tmp_path / "a.txt", tmp_path / "b.txt"], store) as desk:
        await desk.press("]=")
        assert "ONE origin: Associated Press" in desk.text
        await desk.press("O")
        assert "2 articles, 1 origin: 1 and 2 are one where both lean on Associated Press" in desk.text


async def test_unnamed_sources_are_not_one_origin_however_alike_they_are_called(tmp_path: Path, store: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Wall\n\n“{SAME},” one official said.\n")
    (tmp_path / "b.txt").write_text(f"Harbour\n\n“{SAME},” one official said.\n")
    async with open_desk([tmp_path / "a.txt", tmp_path / "b.txt"], store) as desk:
        await desk.press("]=")
        assert "one official" in desk.text
        assert "ONE origin" not in desk.text


async def test_an_agency_in_the_dateline_is_cited(tmp_path: Path, store: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Wall\n\nSkarn (AP) – {SAME}.\n")
    (tmp_path / "b.txt").write_text(f"Harbour\n\n{SAME}, the mayor told the Associated Press.\n")
    async with open_desk([tmp_path / "a.txt", tmp_path / "b.txt"], store) as desk:
        await desk.press("O")
        assert "2 articles, 1 origin: 1 and 2 are one where both lean on Associated Press" in desk.text


async def test_articles_that_quote_one_speech_at_length_are_two_origins(tmp_path: Path, store: Path) -> None:
    speech = (
        "I have wronged the people of this town, who trusted me with their money and their votes, and I shall pay all "
        "of it back before the year is out"
    )
    (tmp_path / "a.txt").write_text(f"Mayor sorry\n\n“{speech},” the mayor told the council.\n")
    (tmp_path / "b.txt").write_text(f"Apology\n\nIn a letter she wrote: “{speech}.”\n")
    async with open_desk([tmp_path / "a.txt", tmp_path / "b.txt"], store) as desk:
        await desk.press("O")
        assert "2 articles, 2 origins" in desk.text
        await desk.press("W")
        assert "= 1 of 1  30 words in 2 articles, 0 outside quotations: 20 make one origin" in desk.text
