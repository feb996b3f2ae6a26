"""A claim kept on the words its article has now: what it says then, on the screen and in what is exported."""

import json
from pathlib import Path

from tests.app.desk import open_desk
from tests.app.test_claims import rewrite
from tui.claims import Store
from tui.reports.exchange import export_claims, handover

OLD, NEW = "Eleven passengers were injured", "Fourteen passengers were injured"


async def verified_and_changed(story: Path, store: Path, words: str = "") -> None:
    """A claim verified on a figure that then changes, in words of its own if any are given."""
    async with open_desk([story], store) as desk:
        await desk.press("jj", "tn")
        if words:
            claim = desk.panes.claiming.last
            assert claim is not None
            desk.panes.claiming.reword(claim, words)
        await desk.press("sv")
    rewrite(story, "Eleven passengers", "Fourteen passengers")


async def test_a_claim_kept_and_verified_anew_is_exported_in_the_words_of_today(story: Path, store: Path) -> None:
    await verified_and_changed(story, store)
    async with open_desk([story], store, size=(120, 30)) as desk:
        await desk.press("C", "=")
        assert f"kept as it is: verified, saved; it now says “{NEW}" in desk.status
        await desk.press("sv", "gh")
        assert f"keep: says “{NEW}" in desk.text
        assert f"not “{OLD}" in desk.text
    with Store(store) as opened:
        (claim,) = json.loads(export_claims(opened))["claims"]
        assert claim["text"] == claim["anchors"][0]["exact"]
        assert (claim["text"].startswith(NEW), claim["verdict"]) == (True, "verified")
        sheet = handover(opened)[1]
        for text in (export_claims(opened, "html"), export_claims(opened, "markdown"), sheet):
            assert NEW in text
            assert OLD not in text
            assert "not in the quote" not in text


async def test_undo_gives_a_kept_claim_its_old_words_back(story: Path, store: Path) -> None:
    await verified_and_changed(story, store)
    async with open_desk([story], store) as desk:
        await desk.press("C", "=", "u")
        (claim,) = desk.store.claims()
        assert (claim.text.startswith(OLD), claim.quote.startswith(NEW), claim.state) == (True, True, "recheck")


async def test_a_claim_in_words_of_its_own_keeps_them_and_reports_say_what_its_quote_has_not(
    story: Path, store: Path
) -> None:
    await verified_and_changed(story, store, "The coastguard counts 11 injured")
    async with open_desk([story], store, size=(120, 30)) as desk:
        await desk.press("C", "=")
        assert "kept as it is: verified, saved" in desk.status
        assert "it now says" not in desk.status
        assert " but    not in the quote: 11" in desk.text
    with Store(store) as opened:
        assert opened.claims()[0].text == "The coastguard counts 11 injured"
        assert "- not in the quote: 11" in export_claims(opened, "markdown")
        assert "<dt>not in the quote</dt><dd>11</dd>" in export_claims(opened, "html")
        sheet = handover(opened)[1]
        assert f"“{NEW}" in sheet
        assert "says: The coastguard counts 11 injured\n  not in the quote: 11" in sheet


async def test_a_claim_reattached_by_hand_says_what_stands_there(story: Path, store: Path) -> None:
    async with open_desk([story], store) as desk:
        await desk.press("G", "td")
    rewrite(story, "The ferry had been inspected in March.", "Tugs stood by all night, and nobody slept.")
    async with open_desk([story], store, size=(120, 30)) as desk:
        await desk.press("C", "Enter", "G", "C", "r", "y")
        assert "it now says “Tugs stood by all night" in desk.status
        assert desk.store.claims()[0].text == "Tugs stood by all night, and nobody slept."
