"""Two texts by themselves."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.compare.builders import FIRE, STRIKE
from tui.compare import judge
from tui.compare.scoring.features import NAMES, Features, pair_features
from tui.compare.scoring.loose_words import NAMES as LOOSE
from tui.compare.scoring.loose_words import loose_features
from tui.compare.scoring.models import model
from tui.compare.text.profiles import profile_of
from tui.compare.text.words import align_tokens

WORDS = ("the", "in", "fire", "fires", "began", "cold", "store", "Witkoff", "Whitkoff", "two", "2", "harbour", "12,000")
sentences = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join)


def loose(a: str, b: str) -> dict[str, float]:
    one, two = profile_of(a), profile_of(b)
    return dict(loose_features(one, two, align_tokens(one.tokens, two.tokens)))


def test_the_same_sentence_is_a_verbatim_overlap() -> None:
    found = judge(FIRE[0], FIRE[0])
    assert (found.relation, found.kind) == ("overlap", "verbatim")
    assert found.overlap > 0.99


def test_sentences_on_different_things_have_no_relation() -> None:
    found = judge(FIRE[0], STRIKE[1])
    assert (found.relation, found.kind) == ("none", None)
    assert found.overlap < 0.3


@pytest.mark.parametrize("empty", ["", "  \n", "—"])
def test_empty_text_gives_none_and_zeros(empty: str) -> None:
    found = judge(empty, FIRE[0])
    assert (found.relation, found.overlap, found.conflict) == ("none", 0, 0)


def test_a_date_that_cannot_be_read_counts_as_unknown() -> None:
    assert judge(FIRE[0], FIRE[0], "last week", None) == judge(FIRE[0], FIRE[0])


def test_one_pair_alone_has_the_features_that_many_together_have() -> None:
    texts = [
        *FIRE,
        *STRIKE,
        "Fires tore through cold stores on 12 May.",
        "Witkoff met 14 skippers.",
        "Whitkoff met 15.",
    ]
    profiles = [profile_of(text) for text in texts]
    left, right = np.triu_indices(len(texts), k=1)
    matrix = Features(profiles).of(left.astype(np.int32), right.astype(np.int32))
    for row, i, j in zip(matrix, left, right, strict=True):
        alone = pair_features(profiles[i], profiles[j])
        assert row == pytest.approx([alone[name] for name in NAMES], abs=1e-4)


@given(sentences, sentences)
def test_which_text_is_named_first_does_not_change_the_overlap(a: str, b: str) -> None:
    assert judge(a, b).overlap == judge(b, a).overlap


@given(sentences)
def test_no_word_of_a_text_held_against_itself_is_loose(text: str) -> None:
    found = loose(text, text)
    assert [found[name] for name in ("loose_run", "loose_end", "loose_more", "loose_less")] == [0, 0, 0, 0]


def test_words_without_counterpart_are_told_by_their_runs_their_end_and_their_weight() -> None:
    found = loose("Fire broke out in the old harbour.", "Fire broke out in the old harbour, where ships lay at anchor.")
    assert np.expm1(found["loose_run"]) == np.expm1(found["loose_end"]) == pytest.approx(5)
    assert found["loose_more"] > found["loose_less"] == 0
    assert np.expm1(found["words"]) == pytest.approx(7 + 12)
    parted = loose("Fire broke out in the old harbour.", "Yesterday fire suddenly broke out in the old harbour.")
    assert np.expm1(parted["loose_run"]) == pytest.approx(2**0.5)
    assert parted["loose_end"] == 0


def test_a_number_in_words_weighs_what_it_weighs_in_figures() -> None:
    assert loose("Two fires", "fires") == loose("2 fires", "fires")


def test_a_clause_that_only_one_text_has_makes_the_same_event_less_sure() -> None:
    longer = f"{FIRE[0][:-1]}, while the mayor opened an exhibition of porcelain in the town hall."
    assert 0.5 < judge(FIRE[0], longer).overlap < judge(FIRE[0], FIRE[0]).overlap


@pytest.mark.parametrize("semantic", [False, True])
def test_the_model_of_pairs_weighs_loose_words_and_the_models_of_a_story_do_not(semantic: bool) -> None:
    assert set(LOOSE) <= set(model("pair", semantic).weights)
    assert set(LOOSE).isdisjoint(model("passages", semantic).weights)


def test_the_reason_of_a_pair_without_relation_tells_what_is_to_be_checked_in_it() -> None:
    found = judge(
        "Marsh, 54, a Liberal Democrat, denied any wrongdoing.", "Marsh, 56, a Conservative, denied any wrongdoing."
    )
    assert (found.relation, [finding.tier for finding in found.findings]) == ("none", ["check"])
    assert found.reason == f"too little in common to be the same, but to be checked: {found.findings[0].reason}"
    nothing = judge(FIRE[0], STRIKE[1])
    assert (nothing.findings, nothing.reason) == ((), "too little in common")
