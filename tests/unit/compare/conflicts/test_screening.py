"""What is told from each text alone before words are aligned never costs a finding."""

from collections.abc import Iterator
from itertools import product

import pytest

from tests.accuracy.overlap.sources import open_stories, present
from tests.bench.heaps import heap
from tui.compare.conflicts import promising, read
from tui.compare.conflicts.comparing import ALL, candidates
from tui.compare.conflicts.outlook import Cover, near, place
from tui.compare.conflicts.pair import Pair
from tui.compare.conflicts.ranking import weighed
from tui.compare.conflicts.reading import Text
from tui.compare.conflicts.sheets import sheet_of
from tui.compare.conflicts.standing import ROW, row, support
from tui.compare.disputes import Opened, Statement, cover_of
from tui.compare.engine import compare_story, reading_of
from tui.compare.model import Thresholds
from tui.compare.text.partners import Partners
from tui.compare.text.tokens import tokenise
from tui.compare.text.words import align_rows
from tui.resources import sample, samples
from tui.story import load
from tui.story.model import Story

_STORIES = 12


def _stories() -> Iterator[Story]:
    for name in samples():
        yield load([str(sample(name))])
    if present():
        for folder in open_stories()[:_STORIES]:
            yield load([str(folder)])
        yield heap(20, 20, per_story=20, seed=3)


def _aligned(story: Story) -> Iterator[tuple[Statement, Statement, Cover, Pair]]:
    """All passages of the first article against all of the second, with what was reckoned and what is found."""
    texts = [tokenise(a.quote(k), a.language) for a in story.articles for k in range(len(a.passages))]
    partners = Partners(texts)
    opened = [Opened(reading_of(index, article), partners) for index, article in enumerate(story.articles)]
    ours, theirs = ([one.statement(k, k) for k in range(len(one.reading.article.passages))] for one in opened[:2])
    for one, other in product(ours, theirs):
        pair = Pair(one.text, other.text, align_rows(one.text.row, other.text.row))
        yield one, other, cover_of(one, other, partners), pair


def test_reading_every_pair_word_by_word_finds_nothing_more() -> None:
    for story in _stories():
        screened = compare_story(story, Thresholds())
        whole = compare_story(story, Thresholds(), brute_force=True)
        assert whole.links == screened.links


def test_what_corresponds_is_never_more_than_was_reckoned_before_alignment() -> None:
    for story in _stories():
        for _, _, cover, pair in _aligned(story):
            assert pair.covered[0] <= cover.a + 1e-9
            assert pair.covered[1] <= cover.b + 1e-9


def test_two_words_never_stand_more_exactly_at_one_place_than_was_reckoned() -> None:
    for story in _stories():
        for one, other, cover, pair in _aligned(story):
            for i, j in pair.pairing[:3]:
                runs = (i, i + 1), (j, j + 1)
                most = place(one.sheet, other.sheet, cover.partners, *runs)
                assert pair.slot(*runs) <= most.slot
                assert row(pair, *runs) / ROW <= most.row


def test_the_words_around_two_others_never_correspond_more_than_was_reckoned() -> None:
    for story in _stories():
        for one, other, cover, pair in _aligned(story):
            assert cover.partners is not None
            for i, j in pair.pairing[:3]:
                runs = (i, i + 1), (j, j + 1)
                most = near(one.sheet, other.sheet, cover.partners, *runs)
                assert support(one.text, runs[0], pair.to_b, runs[1]) <= most


def test_a_family_that_is_not_asked_would_find_nothing_worth_showing() -> None:
    for story in _stories():
        for one, other, cover, pair in _aligned(story):
            asked = promising(one.sheet, other.sheet, cover)
            assert weighed(pair, candidates(pair)) == weighed(pair, candidates(pair, asked))


@pytest.mark.parametrize(
    ("a", "b", "family"),
    [
        ("Ten people died in the fire.", "Twelve people died in the fire.", "numbers"),
        ("The meeting was on Monday in Oslo.", "The meeting was on Tuesday in Oslo.", "dates"),
        ("The council met in Oslo.", "The council met in Bergen.", "names"),
        ("She is in Ardley General Hospital with a cut lip.", "St Brannoc's Clinic mended her cut lip.", "names"),
        ("The dockers accepted the offer.", "The offer was turned down by the dockers.", "positions"),
        ("“We had no boats,” sighed Ada Renwick.", "“We had no boats,” Tom Barlow fumed.", "attribution"),
        ("Police are not treating it as suspicious.", "Police are treating it as suspicious.", "polarity"),
    ],
)
def test_the_family_that_finds_the_difference_is_asked(a: str, b: str, family: str) -> None:
    asked = promising(sheet_of(_text(a)), sheet_of(_text(b)), Cover(1.0, 1.0))
    assert family in {one.__name__ for one in asked}
    assert len(asked) < len(ALL)


def test_texts_that_hold_nothing_a_difference_could_rest_on_are_not_aligned() -> None:
    a, b = _text("the ship sank near the harbour"), _text("near the harbour a ship went down")
    assert promising(sheet_of(a), sheet_of(b), Cover(1.0, 1.0)) == ()


def _text(text: str) -> Text:
    return read(text)


def test_a_content_word_that_stands_twice_counts_twice_among_those_that_may_correspond() -> None:
    sheet = sheet_of(_text("Police said the police chief and the fire chief had left"))
    assert sheet.within(frozenset({"police", "chief", "harbour"})) == 4
    assert sheet.within(frozenset(sheet.words)) == sheet.size
