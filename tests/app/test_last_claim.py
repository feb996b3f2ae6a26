"""Keys about a claim, on a passage with one and on a passage without: what they act on is said before and after."""

from pathlib import Path

import pytest

from tests.app.desk import open_desk

ASKING = [("s", "v", "verified, saved"), ("gs", "Nora", "said by Nora, saved"), ("gu", "h", "priority high, saved"),
          ("gw", "Nora heard it", "claim in other words, saved"), ("a", "called her", "note saved"),
          ("A", "kim", "assigned to kim, saved")]  # fmt: skip
LETTERS = ("s", "gu")


@pytest.mark.parametrize(("keys", "typed", "said"), ASKING)
async def test_where_no_claim_is_the_last_one_is_named_before_it_is_asked_and_after(
    story: Path, store: Path, keys: str, typed: str, said: str
) -> None:
    async with open_desk([story], store) as desk:
        await desk.press(":3:3", "Enter", "tn", "k", keys)
        assert "── 3:3, the last one: " in desk.text
        await desk.type(typed)
        if keys not in LETTERS:
            await desk.press("Enter")
        assert f"3:3, the last one: {said}" in desk.status


@pytest.mark.parametrize(("keys", "typed", "said"), ASKING)
async def test_the_claim_here_goes_before_the_last_one(
    story: Path, store: Path, keys: str, typed: str, said: str
) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("jj", "tn", "G", "tn", ":1:3", "Enter", keys)
        assert "the last one" not in desk.text
        await desk.type(typed)
        if keys not in LETTERS:
            await desk.press("Enter")
        assert said in desk.status
        assert "the last one" not in desk.status
        first, last = desk.store.claims()
        assert first.updated > last.updated


async def test_typing_a_claim_in_other_words_replaces_the_words_of_the_quote(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("jj", "tn", "gw")
        assert "typing replaces it" in desk.text
        await desk.type("Eleven hurt")
        await desk.press("Enter", "gw")
        assert desk.store.claims()[0].text == "Eleven hurt"
        await desk.type(", it is said")
        await desk.press("Enter")
        assert desk.store.claims()[0].text == "Eleven hurt, it is said"
