"""What stands around a pair, where it stands and its figures tell a link too."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.compare.scoring.features import Features
from tui.compare.scoring.figures import agree, agreements, figures
from tui.compare.scoring.placing import (
    CEILING,
    FLOOR,
    NEAR,
    ONE_EVENT,
    PLACED_FEATURES,
    UNTOLD,
    Passages,
    placed_columns,
)
from tui.compare.scoring.relatedness import passage_vectors
from tui.compare.text.profiles import passages_of

NEARBY, APART, HEADLINE, OPENING, FIGURES, EXCLUSIVE, RELATED, AHEAD = (
    PLACED_FEATURES.index(name)
    for name in ("nearby", "apart", "headline", "opening", "figures", "exclusive", "related", "ahead")
)


def placed(
    links, kin=ONE_EVENT, sentences=("A pilot boat saw the flames at sea.",), contained=1.0, meanings=None, headings=()
):
    """The columns of all pairs of two articles, as an array of passages by passages by columns."""
    links = np.asarray(links, dtype=np.float32)
    contained = np.full(links.shape, contained, dtype=np.float32)
    size, other = links.shape
    profiles = [
        replace(profile, kind="heading") if at in headings else profile
        for at, profile in enumerate(passages_of([sentences[at % len(sentences)] for at in range(size + other)]))
    ]
    left, right = (part.ravel().astype(np.int32) for part in np.indices(links.shape))
    owner = np.repeat(np.arange(2, dtype=np.int32), (size, other))
    starts = np.array([0, size, size + other], dtype=np.int32)
    kins = np.full(links.size, kin, dtype=np.float32)
    vectors = passage_vectors(profiles) if meanings is None else np.array(meanings, dtype=np.float32)
    passages = Passages(Features(profiles, owner), owner, starts, vectors)
    told = placed_columns(links.ravel(), contained.ravel(), left, right + np.int32(size), kins, passages)
    columns = np.tile(np.array(UNTOLD, dtype=np.float32), (links.size, 1))
    columns[told.pairs] = told.columns
    return columns.reshape(size, other, -1)


def grids(least=1, most=5):
    size = st.integers(least, most)
    return st.tuples(size, size).flatmap(
        lambda shape: st.lists(
            st.lists(st.floats(-8, 8, width=32), min_size=shape[1], max_size=shape[1]),
            min_size=shape[0],
            max_size=shape[0],
        )
    )


@given(grids())
def test_nearby_is_the_likeliest_of_the_other_pairs_up_to_two_passages_away(grid):
    links = np.array(grid, dtype=np.float32)
    found = placed(links)[:, :, NEARBY]
    wide = np.full((links.shape[0] + 4, links.shape[1] + 4), FLOOR, dtype=np.float32)
    wide[2:-2, 2:-2] = np.where(links >= FLOOR, np.minimum(links, CEILING), FLOOR)
    for i, j in np.ndindex(links.shape):
        around = wide[i : i + 5, j : j + 5].copy()
        around[2, 2] = FLOOR
        assert found[i, j] == (around.max() if links[i, j] >= FLOOR else FLOOR)


def test_two_articles_on_one_event_open_with_their_first_passages():
    opening = placed(np.zeros((9, 12)))[:, :, OPENING]
    assert (opening[:3, :3] == 1).all()
    assert opening[3:].max() == opening[:, 3:].max() == 0
    assert placed(np.zeros((9, 12)), ONE_EVENT - 0.1)[:, :, OPENING].max() == 0


def test_a_pair_with_the_headline_of_either_article_is_told_where_both_are_on_one_event():
    # The third passage of the first article is a heading, and not its headline.
    told = placed(np.zeros((3, 2)), headings=(0, 2))[:, :, HEADLINE]
    assert told.tolist() == [[1, 1], [0, 0], [0, 0]]
    told = placed(np.zeros((3, 2)), headings=(0, 3))[:, :, HEADLINE]
    assert told.tolist() == [[1, 1], [1, 0], [1, 0]]
    assert not placed(np.zeros((3, 2)), ONE_EVENT - 0.1, headings=(0, 3))[:, :, HEADLINE].any()


def test_a_short_article_opens_with_a_quarter_of_it():
    opening = placed(np.zeros((5, 3)))[:, :, OPENING]
    assert np.argwhere(opening).tolist() == [[0, 0], [1, 0]]


def test_a_pair_is_ahead_by_how_much_nearer_it_is_in_meaning_than_any_other_of_its_passages():
    meanings = [[1, 0], [0, 1], [0.8, 0.6], [0.6, 0.8]]
    told = placed(np.zeros((2, 2)), meanings=meanings)
    assert told[:, :, RELATED] == pytest.approx(np.array([[0.8, 0.6], [0.6, 0.8]]))
    assert told[:, :, AHEAD] == pytest.approx(np.array([[0.2, -0.2], [-0.2, 0.2]]))


@given(grids())
def test_what_is_told_is_the_same_from_either_side(grid):
    links = np.array(grid, dtype=np.float32)
    assert placed(links.T) == pytest.approx(placed(links).transpose(1, 0, 2), abs=1e-6)


def test_passages_stand_apart_by_shares_of_their_articles_up_to_a_limit():
    apart = placed(np.zeros((21, 41)))[:, :, APART]
    assert apart[10, 20] == 0
    assert apart[10, 21] == pytest.approx(0.025 / NEAR)
    assert apart[0, 40] == apart[0, 10] == 1


def test_figures_tell_nothing_of_articles_on_two_events():
    counted = ("The store held 450 tonnes of herring.",)
    assert placed([[0.0]], ONE_EVENT, counted)[0, 0, FIGURES] == 1
    assert placed([[0.0]], ONE_EVENT - 0.1, counted)[0, 0, FIGURES] == 0


def shared(*articles):
    """What the first passages of the first two articles share that few others there have."""
    profiles = [profile for sentences in articles for profile in passages_of(sentences)]
    owner = np.repeat(np.arange(len(articles), dtype=np.int32), [len(sentences) for sentences in articles])
    left, right = np.zeros(1, np.int32), np.full(1, len(articles[0]), np.int32)
    there, back = (Features(profiles, owner).exclusive(*pair)[0] for pair in ((left, right), (right, left)))
    assert there == back
    return there


def test_words_that_other_passages_of_an_article_have_too_tell_less():
    one, two = "Smoke hid the lighthouse.", "The lighthouse was dark."
    rare = shared([one, "A bell rang.", "Boats sank."], [two, "It rained."])
    often = shared([one, "The lighthouse shone.", "Boats sank."], [two, "It rained."])
    everywhere = shared([one, "The lighthouse shone.", "Boats sank."], [two, "The lighthouse fell."])
    assert rare > often > everywhere > 0
    assert shared([one], ["Nothing of it."]) == 0


def test_what_two_articles_share_hangs_on_no_other():
    pair = ["Smoke hid the lighthouse.", "A bell rang."], ["The lighthouse was dark.", "It rained on the bell."]
    assert shared(*pair) == pytest.approx(shared(*pair, ["The lighthouse and the smoke.", "Dark smoke."]))


def test_nothing_is_told_of_passages_that_share_next_to_nothing():
    told = placed([[2.0, 2.0], [2.0, 2.0]], sentences=("The store held 450 tonnes.",), contained=0.1)
    assert (told == placed(np.full((2, 2), FLOOR - 1))).all()
    assert told[:, :, NEARBY].max() == FLOOR
    assert told[:, :, EXCLUSIVE].max() == 0


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The light is seen ten miles out.", "It shines for 16 kilometres."),
        ("It was a quarter past three when the bell rang.", "The bell rang at 03:15."),
        ("Some 120 residents slept in the hall.", "The 118 residents are back."),
        ("The debate lasted almost four hours.", "They spoke for 3.8 hours."),
        ("The bridge cost £2.5 million.", "The price of the bridge was £2,450,000."),
        ("At least 60 sailors took part.", "There were 64 sailors."),
        ("It opens on 30 June.", "On June 30 it is to open."),
    ],
)
def test_figures_agree_however_they_are_written(one, two):
    assert agree(figures(one), figures(two))
    assert agree(figures(two), figures(one))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The light is seen ten miles out.", "It shines for 40 kilometres."),
        ("Two boats sank.", "Three boats sank."),
        ("Two boats sank.", "Two houses burnt."),
        ("The bell rang at 03:15.", "The bell rang at 04:15."),
        ("It opens on 30 June.", "It opens on 29 June."),
        ("The match ended 3-1.", "The match ended 3-2."),
        ("Nothing is counted here.", "Nor here."),
    ],
)
def test_other_figures_do_not_agree(one, two):
    assert not agree(figures(one), figures(two))


def test_figures_are_read_as_the_language_of_their_article_writes_them():
    (thousands,) = figures("Es kamen 1.800 Menschen.", "de")
    assert (thousands.low, thousands.high) == (1800, 1800)
    assert not agree(figures("Es kamen 1.800 Menschen.", "de"), figures("Es kamen 1,8 Menschen.", "de"))
    assert figures("Dat is ten minste nieuw.", "nl") == ()


def test_passages_whose_figures_agree_as_their_language_writes_them_are_told():
    one, two = ("Es kamen 1.800 Menschen.", "Gekommen sind 1 800 Menschen.")
    profiles = passages_of([one, two], "de")
    places = np.array([0], dtype=np.int32), np.array([1], dtype=np.int32)
    assert agreements(profiles, *places).tolist() == [1]
    assert agreements(passages_of([one, two], "en"), *places).tolist() == [0]


def test_of_what_is_not_known_the_meaning_speaks_neither_for_nor_against():
    told = placed(np.zeros((2, 2)), meanings=[[1, 0], [0, 0], [0.8, 0.6], [0.6, 0.8]])
    assert told[0, 0, RELATED] == pytest.approx(0.8)
    assert (told[1, :, RELATED] == told[1, 0, RELATED]).all()
    assert -0.5 < told[1, 0, AHEAD] < 0 < told[1, 0, RELATED] < 1
