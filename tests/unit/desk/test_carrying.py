"""A reading place taken over to another version of a story, and kept from one session to the next."""

import json
from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tui.desk.reading.carrying import carry, passages_now
from tui.desk.reading.folding import fold
from tui.desk.reading.geometry import Geometry
from tui.desk.reading.keeping import kept, restore
from tui.desk.reading.moving import move_passages
from tui.desk.reading.state import Reading, start_reading
from tui.desk.reading.wrap import wrap
from tui.story.model import Article, Passage, Story

SENTENCES = st.lists(st.sampled_from(["One here.", "Two.", "Three hoses were used.", "Four?", "Five."]), max_size=9)


def article(number: int, sentences: list[str]) -> Article:
    text = ""
    passages: list[Passage] = []
    for sentence in sentences:
        passages.append(Passage(len(text), len(text) + len(sentence), "sentence", len(passages) // 2))
        text += sentence + " "
    return Article(f"a{number}", f"{number}.txt", text, tuple(passages), f"t{number}", f"{number}-{hash(text)}")


def story(*texts: list[str]) -> Story:
    return Story("s", "story", tuple(article(number, text) for number, text in enumerate(texts)))


def reading_of(opened: Story) -> Reading:
    return start_reading(opened, Geometry(80, 24, len(opened.articles)))


@given(SENTENCES, SENTENCES)
def test_every_passage_has_a_place_in_the_other_version_and_unchanged_ones_their_own(
    before: list[str], after: list[str]
) -> None:
    old, new = article(0, before), article(0, after)
    now = passages_now(old, new)
    assert len(now) == (len(before) if after else 0)
    assert all(0 <= number < len(after) for number in now)
    assert list(passages_now(old, old)) == list(range(len(before)))


@given(st.lists(SENTENCES.filter(bool), min_size=1, max_size=4), st.data())
def test_a_story_that_came_back_the_same_is_read_on_where_it_was(texts: list[list[str]], data: st.DataObject) -> None:
    reading = walked(texts, data)
    before = kept(reading)
    carry(reading, reading.story)
    assert kept(reading) == before


@given(st.lists(SENTENCES.filter(bool), min_size=2, max_size=4), st.data())
def test_an_article_that_goes_leaves_the_others_as_they_were(texts: list[list[str]], data: st.DataObject) -> None:
    reading = walked(texts, data)
    gone = data.draw(st.integers(0, len(texts) - 1))
    cursors = [pane.cursor for pane in reading.panes]
    left = [number for number in range(len(texts)) if number != gone]
    carry(reading, replace(reading.story, articles=tuple(reading.story.articles[number] for number in left)))
    assert [pane.cursor for pane in reading.panes] == [cursors[number] for number in left]
    assert sorted(reading.order) == list(range(len(left)))
    assert reading.focus in reading.shown
    assert all(place[0] < len(left) for place in reading.folded)


@given(st.lists(SENTENCES.filter(bool), min_size=1, max_size=4), st.data())
def test_what_is_kept_is_put_back(texts: list[list[str]], data: st.DataObject) -> None:
    texts = [[f"{sentence} {number}" for number, sentence in enumerate(text)] for text in texts]
    reading = walked(texts, data)
    again = reading_of(reading.story)
    restore(again, json.loads(json.dumps(kept(reading))))
    assert kept(again) == kept(reading)


@given(SENTENCES.filter(bool), st.sets(st.integers(0, 8)), st.integers(8, 40))
def test_folds_are_one_row_each_and_every_passage_has_a_row(sentences: list[str], folded: set[int], width: int) -> None:
    reading = reading_of(story(sentences))
    fold(reading, ((0, number) for number in folded if number < len(sentences)))
    runs = reading.runs(0)
    layout = wrap(reading.story.articles[0], width, False, runs)
    assert len(layout.first) == len(sentences)
    assert sum(row.folded is not None for row in layout.rows) == len(runs)
    assert all(one <= other for one, other in pairwise(layout.first))
    for first, last in runs:
        assert layout.extent(first) == layout.extent(last)
        assert layout.extent(first)[1] - layout.extent(first)[0] == 1


def walked(texts: list[list[str]], data: st.DataObject) -> Reading:
    """A reading place that somebody has made their own."""
    reading = reading_of(story(*texts))
    numbers = st.integers(0, len(texts) - 1)
    reading.focus = data.draw(numbers)
    reading.order = tuple(data.draw(st.permutations(range(len(texts)))))
    reading.shown = (reading.focus,)
    places = [(owner, number) for owner, text in enumerate(texts) for number in range(len(text))]
    fold(reading, data.draw(st.sets(st.sampled_from(places))))
    move_passages(reading, data.draw(st.integers(-4, 4)))
    reading.places = {"a": data.draw(st.sampled_from(places))}
    reading.seen = [set(data.draw(st.sets(st.integers(0, len(text) - 1)))) for text in texts]
    return reading
