"""What an editor decided holds for the articles at hand as long as their words stay."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.compare.builders import article
from tui.claims import Store
from tui.claims.decisions import broken_by_words, lost_pins, parted_on, pins_on, verdicts_on
from tui.claims.naming import finding_name, pair_name
from tui.compare import compare
from tui.compare.model import PinnedPair
from tui.reports.exchange import handover, import_claims
from tui.story.model import Article, Story

ONE = "Seven people were injured when fire tore through a cold store in the harbour."
TWO = "Nine people were injured when fire tore through a cold store in the harbour."
SHIP, TUG, QUAY = "The ship had been inspected in March.", "A tug comes on Thursday.", "The quay was closed."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "claims.db", editor="mk") as opened:
        yield opened


def made(*texts: str) -> Story:
    """A story of articles that stand under the same addresses whatever they say."""
    articles = [
        replace(article(text, number), url=f"https://news.example/{number}")
        for number, text in enumerate(texts, start=1)
    ]
    return Story("ferry", "ferry", tuple(articles))


def spot(one: Article, words: str) -> tuple[str, int, int]:
    start = one.text.index(words)
    return one.sha256, start, start + len(words)


def pinned(store: Store, story: Story) -> None:
    """The last passages of the two articles, pinned, and both texts kept."""
    for each in story.articles:
        store.keep_version(each)
    store.pin(story, spot(story.articles[0], SHIP), spot(story.articles[1], TUG))


def standing(store: Store, story: Story) -> list[PinnedPair | None]:
    return [pair for _, pair in pins_on(store, story.articles)]


def test_a_pin_stands_where_its_words_stand_in_the_articles_at_hand(store: Store) -> None:
    assert pins_on(store, made(ONE, TWO).articles) == []
    before = made(f"{ONE} {SHIP}", f"{TWO} {TUG}")
    pinned(store, before)
    after = made(f"{QUAY} {ONE} {SHIP}", f"{TWO} {QUAY} {TUG}")
    for story in (before, after, made(before.articles[0].text, after.articles[1].text)):
        a, b = (spot(one, words) for one, words in zip(story.articles, (SHIP, TUG), strict=True))
        assert standing(store, story) == [PinnedPair((a[0], a[1:]), (b[0], b[1:]))]


@pytest.mark.parametrize("gone", [0, 1])
def test_a_pin_of_which_one_side_is_gone_is_told_and_stands_nowhere(store: Store, gone: int) -> None:
    pinned(store, made(f"{ONE} {SHIP}", f"{TWO} {TUG}"))
    texts = [f"{ONE} {SHIP}", f"{TWO} {TUG}"]
    texts[gone] = QUAY
    assert standing(store, made(*texts)) == [None]
    assert standing(store, Story("ferry", "ferry", (made(*texts).articles[1 - gone],))) == [None]


def test_a_pin_on_a_text_that_was_not_kept_stands_on_that_text_alone(store: Store) -> None:
    before = made(f"{ONE} {SHIP}", f"{TWO} {TUG}")
    store.pin(before, spot(before.articles[0], SHIP), spot(before.articles[1], TUG))
    assert standing(store, before) != [None]
    assert standing(store, made(f"{QUAY} {ONE} {SHIP}", f"{TWO} {TUG}")) == [None]


def test_a_link_broken_before_is_broken_again_by_its_words_unless_the_editor_pinned_it() -> None:
    before, after = made(f"{ONE} {QUAY}", TWO), made(f"{SHIP} {ONE}", f"{TWO} {QUAY}")
    broken = {pair_name(before, link) for link in compare(before).links}
    found = compare(after)
    again = broken_by_words(after, found, broken)
    assert again == {link.id for link in found.links if ONE in after.articles[0].text[link.a.start : link.a.end]}
    assert again
    assert broken_by_words(after, found, ()) == frozenset()
    kept = replace(found, links=tuple(replace(link, pinned=True) for link in found.links))
    assert broken_by_words(after, kept, broken) == frozenset()


def test_a_verdict_on_a_finding_holds_by_its_words_and_the_one_on_the_finding_itself_goes_first(store: Store) -> None:
    before, after = made(ONE, TWO), made(f"{SHIP} {ONE}", f"{TWO} {QUAY}")
    (first,), (later,) = (
        [link for link in compare(story).links if link.relation == "conflict"] for story in (before, after)
    )
    assert verdicts_on(store, after, compare(after)) == {}
    store.set_finding_verdict(before, finding_name(before, first), "apparent")
    assert verdicts_on(store, before, compare(before)) == {first.id: "apparent"}
    assert verdicts_on(store, after, compare(after)) == {later.id: "apparent"}
    store.set_finding_verdict(after, later.id, "real")
    assert verdicts_on(store, after, compare(after)) == {later.id: "real"}
    assert verdicts_on(store, before, compare(before)) == {first.id: "apparent"}


def test_a_pin_follows_its_passage_into_other_words_and_into_two(store: Store) -> None:
    pinned(store, made(f"{ONE} {SHIP}", f"{TWO} {TUG}"))
    for said in (
        "The ship had been inspected in April.",
        "The ship, an old one, had been inspected in March, he said.",
    ):
        after = made(f"{QUAY} {ONE} {said}", f"{TWO} {TUG}")
        a, b = spot(after.articles[0], said), spot(after.articles[1], TUG)
        assert standing(store, after) == [PinnedPair((a[0], a[1:]), (b[0], b[1:]))]
        assert lost_pins(store, after.articles) == []


def test_a_pin_that_is_lost_is_known_by_its_words_and_the_end_that_stands(store: Store) -> None:
    pinned(store, made(f"{ONE} {SHIP}", f"{TWO} {TUG}"))
    after = made(f"{ONE} {QUAY}", f"{QUAY} {TWO} {TUG}")
    (lost,) = lost_pins(store, after.articles)
    assert (lost.words, lost.article, lost.other) == (SHIP, 0, (1, spot(after.articles[1], TUG)[1:]))
    (both,) = lost_pins(store, made(ONE, TWO).articles)
    assert both.other is None
    assert lost_pins(store, after.articles[:1]) == []


def test_links_broken_before_are_broken_where_their_passages_say_something_else_now(store: Store) -> None:
    before, after = made(f"{ONE} {QUAY}", TWO), made(ONE.replace("Seven", "Eight"), f"{TWO} {QUAY}")
    for each in before.articles:
        store.keep_version(each)
    (found,) = [link for link in compare(before).links if link.relation == "conflict"]
    name = pair_name(before, found)
    store.break_links(
        before, [found.id, name], places={name: (spot(before.articles[0], ONE), spot(before.articles[1], TWO))}
    )
    assert parted_on(store, before.articles) == ()
    comparison, broken = compare(after), store.broken_links()
    assert broken_by_words(after, comparison, broken) == frozenset()
    again = broken_by_words(after, comparison, broken, parted_on(store, after.articles))
    assert {link.relation for link in comparison.links if link.id in again} >= {"conflict"}
    store.undo(before)
    assert parted_on(store, after.articles) == ()


def test_a_colleagues_pin_follows_a_change_of_words_once_the_handover_is_taken_in(store: Store, tmp_path: Path) -> None:
    before, said = made(f"{ONE} {SHIP}", f"{TWO} {TUG}"), "The ship had been inspected in April."
    pinned(store, before)
    with Store(tmp_path / "kim.db", editor="kim") as kim:
        (tmp_path / "handover.json").write_text(handover(store)[0], encoding="utf-8")
        assert import_claims(kim, tmp_path / "handover.json").versions == 2
        after = made(f"{ONE} {said}", f"{TWO} {TUG}")
        a, b = spot(after.articles[0], said), spot(after.articles[1], TUG)
        assert standing(kim, after) == [PinnedPair((a[0], a[1:]), (b[0], b[1:]))]
