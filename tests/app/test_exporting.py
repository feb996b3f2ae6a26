"""Exports from the desk: the letters of `X`, and the sheet a colleague reads."""

from pathlib import Path

import pytest

from tests.app.desk import open_desk


async def test_the_sheet_of_a_handover_names_the_article_of_each_quote_and_what_was_judged(
    story: Path, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with open_desk([story], store) as desk:
        await desk.press("]c", "Tn", "Xh", "+", "Xh")
    first, second = (tmp_path / name for name in ("ferry-handover.txt", "ferry-2-handover.txt"))
    waiting, judged = (" ".join(path.read_text(encoding="utf-8").split()) for path in (first, second))
    assert "light” " not in waiting
    assert "the coastguard said.” Ferry runs aground off Skarn “Seventeen" in waiting
    assert "the coastguard said.” Aurora stuck on rocks, passengers safe, Tribune, 2026-03-03 open;" in waiting
    assert waiting.endswith("NOT JUDGED: 1 conflict, 0 to check")
    assert "FINDINGS JUDGED (1) - real: Eleven in one, Seventeen in the other" in judged
    assert "; Ferry runs aground off Skarn 1:3; Tribune 2:2" in judged
    assert "NOT JUDGED" not in judged


async def test_after_x_the_status_row_tells_the_letters_that_may_follow(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        for view in ("", "F"):
            await desk.press(*view, "X")
            assert "h handover  m Markdown  j JSON  c CSV  w web page" in desk.status
            assert desk.status.endswith("X_")
            await desk.press("Esc")
            assert "handover" not in desk.status
