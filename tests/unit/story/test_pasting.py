"""Pasted text: parted into articles, kept in files that open as what was pasted."""

import stat
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.story.hostile import FORBIDDEN, SENTENCE
from tui.story import load
from tui.story.metadata import Metadata
from tui.story.pasting import PasteError, forget_pasted, keep, pasted_articles, pasted_folder

TWO = f"Fares rise\r\rOn Skarn, {SENTENCE}\r---\routlet: Herald\rdate: 2026-03-03\r---\rFares to rise\r\r{SENTENCE}\r"


def test_a_line_of_dashes_or_a_form_feed_parts_what_a_terminal_pastes() -> None:
    articles = pasted_articles(TWO.replace("\r---\routlet", "\r---\r---\routlet"))
    fed = pasted_articles(f"One\n\n{SENTENCE}\fTwo\n\n{SENTENCE}")

    assert [article.title for article in articles] == ["Fares rise", "Fares to rise"]
    assert articles[1].about == Metadata(outlet="Herald", published="2026-03-03")
    assert [article.title for article in fed] == ["One", "Two"]


def test_what_is_kept_opens_as_what_was_pasted(tmp_path: Path) -> None:
    first, second = pasted_articles(TWO.replace("\r---\routlet", "\r---\r---\routlet"))
    told = replace(first, about=Metadata(outlet='The "Post"', published="2026-03-02"))
    files = keep([told, second], tmp_path / "kept")
    story = load(files)

    assert story.problems == ()
    assert [(article.title, article.outlet, article.published) for article in story.articles] == [
        ("Fares rise", 'The "Post"', "2026-03-02"), ("Fares to rise", "Herald", "2026-03-03"),
    ]  # fmt: skip
    assert story.articles[0].text.split() == f"Fares rise On Skarn, {SENTENCE}".split()


def test_what_is_kept_is_for_its_owner_alone_and_never_written_over(tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    (one,) = keep(pasted_articles(f"Fares rise\n\n{SENTENCE}"), folder)
    (other,) = keep(pasted_articles(f"Fares rise\n\nNot so. {SENTENCE}"), folder)
    (again,) = keep(pasted_articles(f"Fares rise\n\n{SENTENCE}"), folder)

    assert [one.name, other.name] == ["fares-rise.md", "fares-rise-2.md"]
    assert again == one
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o600}


def test_a_link_laid_in_the_way_is_not_followed(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "kept", tmp_path / "elsewhere"
    folder.mkdir()
    (folder / "fares-rise.md").symlink_to(elsewhere)
    (file,) = keep(pasted_articles(f"Fares rise\n\n{SENTENCE}"), folder)

    assert file.name == "fares-rise-2.md"
    assert not elsewhere.exists()


def test_a_pasted_page_and_lines_of_json_stay_whole(tmp_path: Path) -> None:
    page = f"<!doctype html><title>Fares</title><p>{SENTENCE * 3}<p>---<p>{SENTENCE * 2}"
    lines = f'{{"title": "One", "text": "{SENTENCE}", "outlet": "Post"}}\n{{"text": "Two. {SENTENCE}"}}\n'
    pasted = (*pasted_articles(page), *pasted_articles(lines))

    assert [(each.suffix, each.complete) for each in pasted] == [(".html", True), (".jsonl", True)]
    assert [article.outlet for article in load(keep(pasted, tmp_path)).articles] == [None, "Post", None]


@pytest.mark.parametrize("text", ["", "\n\r\f---\n", "…!", "\x1b\x00"])
def test_a_paste_without_words_is_told(text: str) -> None:
    with pytest.raises(PasteError, match="no words"):
        pasted_articles(text)


def test_too_much_at_once_is_told() -> None:
    with pytest.raises(PasteError, match="20 MB"):
        pasted_articles("fares " * 3_500_000)
    with pytest.raises(PasteError, match="1000 articles"):
        pasted_articles("a\f" * 1_001)


@given(st.text(max_size=300))
def test_any_text_is_kept_harmlessly_or_refused(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    try:
        articles = pasted_articles(text)
    except PasteError:
        return
    files = keep(articles, tmp_path_factory.mktemp("kept"))

    for article, file in zip(articles, files, strict=True):
        assert file.stem.isprintable()
        if not article.complete:
            assert not FORBIDDEN.search(file.read_text(encoding="utf-8"))


def test_forgetting_removes_only_what_was_pasted(tmp_path: Path) -> None:
    store, own = tmp_path / "claims.db", tmp_path / "own.txt"
    own.write_text(SENTENCE)
    one, other = keep(pasted_articles(f"One\n\n{SENTENCE}\fTwo\n\n{SENTENCE}"), pasted_folder(store))
    forget_pasted(store, [str(one.resolve()), str(own), "https://example.org/a", str(tmp_path / "gone" / "a.md")])

    assert [one.exists(), other.exists(), own.exists()] == [False, True, True]
