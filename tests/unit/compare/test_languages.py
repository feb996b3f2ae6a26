"""Other languages than English, and the real articles of the development set."""

import itertools
from pathlib import Path

import pytest

from tui.compare import compare
from tui.story import load

SAMPLES = Path(__file__).resolve().parents[2] / "accuracy" / "samples" / "languages"
SEEDS = Path(__file__).resolve().parents[4] / "shared" / "seeds"
real = pytest.mark.skipif(not SEEDS.is_dir(), reason="the real articles of ../shared/seeds are not here")


@pytest.mark.parametrize("language", ["ar", "de", "es", "ja"])
def test_stories_in_other_languages_are_linked(language: str) -> None:
    story = load([SAMPLES / language])
    found = compare(story)
    overlaps = [link for link in found.links if link.relation == "overlap"]
    assert overlaps
    for link in overlaps:
        assert story.articles[0].text[link.a.start : link.a.end].strip()


@real
def test_the_shared_quote_of_the_missile_stockpiles_is_linked_word_for_word() -> None:
    story = load([SEEDS])
    words = "worried about Iran’s progress in restoring its ballistic missile stockpiles"
    held = [
        link
        for link in compare(story).links
        if (link.a.article, link.b.article) == (1, 4)
        and words in story.articles[1].text[link.a.start : link.a.end]
        and words in story.articles[4].text[link.b.start : link.b.end]
    ]
    assert any(link.relation == "overlap" and link.kind in ("verbatim", "near-verbatim") for link in held)


@real
def test_first_and_foremost_is_linked_and_boilerplate_is_not() -> None:
    story = load([SEEDS])
    links = [link for link in compare(story).links if link.relation == "overlap"]

    def quote(side: int, first: int, last: int) -> str:
        return " ".join(story.articles[side].quote(k) for k in range(first, last + 1))

    sides = [(quote(x.a.article, x.a.first, x.a.last), quote(x.b.article, x.b.first, x.b.last)) for x in links]
    assert any("first and foremost" in a and "first and foremost" in b for a, b in sides)
    touched = itertools.chain.from_iterable(sides)
    assert not any("Read more:" in words or "AI technology" in words for words in touched)
