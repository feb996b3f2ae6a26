"""The expectations of the sample stories are about words that are there."""

import re

import pytest

from tests.accuracy.samples.expected import Expectation, Place, place_of
from tests.accuracy.samples.running import STORIES, expected_of, story_of
from tui.story import load

every_story = pytest.mark.parametrize("name", STORIES)


@every_story
def test_every_quote_occurs_exactly_once_in_its_article(name):
    expected = expected_of(name)
    assert len(expected.places) > 8
    for place in expected.places:
        index, (start, end) = place_of(story_of(name), place)
        assert story_of(name).articles[index].text[start:end] == place.quote


@every_story
def test_a_pair_joins_two_articles_in_their_order_and_an_internal_one_joins_one(name):
    expected = expected_of(name)
    for pair in (*expected.links, *expected.conflicts, *expected.not_conflicts, *expected.not_links):
        assert place_of(story_of(name), pair.a)[0] < place_of(story_of(name), pair.b)[0]
    for pair in expected.internal:
        assert pair.a.file == pair.b.file


@every_story
def test_nothing_is_expected_both_as_a_conflict_and_as_none(name):
    expected = expected_of(name)
    assert not pairs(expected.conflicts) & pairs(expected.not_conflicts)
    assert not pairs(expected.links) & pairs(expected.not_links)


@every_story
def test_what_is_alone_is_no_part_of_an_expected_link(name):
    expected = expected_of(name)
    linked = {place for pair in expected.links for place in (pair.a, pair.b)}
    assert not linked & set(expected.alone)


@every_story
def test_conflicts_tell_their_kind_tier_and_reason(name):
    for conflict in expected_of(name).conflicts:
        assert conflict.kinds
        assert conflict.tier in ("conflict", "check")
        assert conflict.issue
        assert conflict.why
    by_issue = {(one.issue, one.tier, one.kinds) for one in expected_of(name).conflicts}
    assert len(by_issue) == len({issue for issue, _, _ in by_issue})


@every_story
def test_articles_of_a_story_load_without_a_problem(name):
    assert not story_of(name).problems
    assert len(story_of(name).articles) >= 2


def test_the_first_story_shares_no_run_of_ten_words_with_the_coverage_it_retells(shared):
    def runs(text: str, length: int = 10) -> set[tuple[str, ...]]:
        words = re.findall(r"\w+", text.casefold())
        return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}

    retold = load([str(shared / "seeds")])
    known = set().union(*(runs(article.text) for article in retold.articles))
    for article in story_of("iran-talks").articles:
        assert not runs(article.text) & known


def test_a_quote_that_is_not_there_is_an_error():
    story = story_of("harbour-fire")
    with pytest.raises(ValueError, match="has not exactly one 'no such words'"):
        place_of(story, Place("2-skarnwick-packet.txt", "no such words"))
    with pytest.raises(ValueError, match=r"has no 9-nobody\.txt"):
        place_of(story, Place("9-nobody.txt", "words"))


def pairs(expectations: tuple[Expectation, ...]) -> set[tuple[Place, Place]]:
    return {(one.a, one.b) for one in expectations}
