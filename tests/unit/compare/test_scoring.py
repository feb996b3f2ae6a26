"""What counts towards a link, and what does not."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.compare.builders import FIRE
from tui.compare.links.merging import Layout, merge
from tui.compare.links.trimming import LEAST_KEPT, trimmed
from tui.compare.scoring.features import NAMES, Features
from tui.compare.scoring.probability import STORY_FEATURES, as_link, columns, in_story, model
from tui.compare.scoring.scores import sound
from tui.compare.text.profiles import passages_of, profile_of
from tui.compare.text.words import align_tokens

SHARED, WORDS, NAMED, FIGURES = (
    NAMES.index(name) for name in ("shared_other", "other_words", "shared_names", "numbers_differ")
)
PARAGRAPH = Layout([0] * 5, [0] * 5)


def features(a, b):
    return Features([profile_of(a), profile_of(b)]).of(np.zeros(1, np.int32), np.ones(1, np.int32))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The alarm was raised at 03:15.", "At 3.15 an alarm was raised."),
        ("It cost 1,800 crowns.", "It cost 1800 crowns."),
        ("It cost 12,450,000 crowns.", "It cost 12450000 crowns."),
        ("There were seven of them.", "There were 7 of them."),
    ],
)
def test_a_figure_is_the_same_however_it_is_written(one, two):
    numbers = [profile_of(text).numbers for text in (one, two)]
    assert numbers[0] == numbers[1] != frozenset()


@pytest.mark.parametrize(("one", "two"), [("1,800 crowns", "18 crowns"), ("3.15 crowns", "31.5 crowns")])
def test_other_figures_stay_other_figures(one, two):
    assert not profile_of(one).numbers & profile_of(two).numbers


def test_one_rare_word_alone_is_no_common_matter():
    one = features("The children were let back at ten o’clock.", "The collection had reached a sum by five o’clock.")
    two = features("A pilot boat saw the flames.", "Flames were seen from a pilot boat.")
    assert np.expm1(one[0, WORDS]).round() == 1
    assert not sound(one[:, SHARED], one[:, WORDS], one[:, NAMED])[0]
    assert sound(two[:, SHARED], two[:, WORDS], two[:, NAMED])[0]


def test_names_that_are_shared_need_one_more_word():
    alone = features("In the evening a clerk met Anna Berg there.", "Nobody knows where Anna Berg lives.")
    word = features("In the evening a clerk met Anna Berg there.", "Nobody knows the clerk whom Anna Berg called.")
    for pair, good in ((alone, False), (word, True)):
        assert bool(sound(pair[:, SHARED], pair[:, WORDS], pair[:, NAMED])[0]) == good


def test_that_figures_differ_speaks_against_one_event_but_keeps_no_link_away():
    matrix = features("The damage is put at £2.5 million.", "The damage is estimated at £4.2 million.")
    alike = matrix.copy()
    alike[:, FIGURES] = 0
    plain = model("passages")
    assert matrix[0, FIGURES] == 1
    assert plain.rows(matrix)[0] < plain.rows(alike)[0]
    assert as_link(plain.rows(matrix), matrix)[0] == pytest.approx(as_link(plain.rows(alike), alike)[0], abs=1e-4)


@given(st.floats(-6, 6), st.floats(0, 6), st.floats(0, 1), st.floats(0, 1))
def test_the_closer_the_closest_pair_of_two_articles_the_likelier_is_every_other(closest, more, terms, names):
    profiles = passages_of(FIRE)
    matrix = Features(profiles).of(np.zeros(1, np.int32), np.ones(1, np.int32))
    logits, needed = model("passages").rows(matrix), columns(STORY_FEATURES, matrix)
    kin = np.array([terms], np.float32), np.array([names], np.float32)
    far = in_story(logits, needed, *kin, np.array([closest], np.float32))
    near = in_story(logits, needed, *kin, np.array([closest + more], np.float32))
    assert near[0] >= far[0] - 1e-4


def test_a_run_takes_in_weak_neighbours_that_touch_it():
    (run,) = merge({(0, 0): 0.9, (1, 1): 0.45}, {(0, 0)}, PARAGRAPH)
    assert (run.a0, run.a1, run.b0, run.b1) == (0, 1, 0, 1)


def test_a_run_leaves_a_passage_out_only_between_two_links():
    (weak,) = merge({(0, 0): 0.9, (2, 2): 0.45}, {(0, 0)}, PARAGRAPH)
    assert (weak.a0, weak.a1, weak.b0, weak.b1) == (0, 0, 0, 0)
    (strong,) = merge({(0, 0): 0.9, (1, 1): 0.1, (2, 2): 0.8}, {(0, 0), (2, 2)}, PARAGRAPH)
    assert (strong.a0, strong.a1, strong.b0, strong.b1) == (0, 2, 0, 2)


@given(
    st.lists(
        st.sampled_from(["fire", "harbour", "store", "skipper", "the", "a", "meeting", "evening"]),
        min_size=1,
        max_size=40,
    )
)
def test_trimming_leaves_at_least_half_of_a_passage_or_a_run_of_equal_words(words):
    a, b = profile_of(" ".join(words)).tokens, profile_of("The skipper saw a fire in the store.").tokens
    for (first, last), side in zip(trimmed(a, b, align_tokens(a, b)), (a, b), strict=True):
        assert 0 <= first < last <= len(side)
        assert last - first >= min(7, LEAST_KEPT * len(side))
