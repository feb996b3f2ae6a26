"""Two texts by themselves."""

import numpy as np
import pytest

from tests.unit.compare.builders import FIRE, STRIKE
from tui.compare import judge
from tui.compare.features import NAMES, Features, pair_features
from tui.compare.profiles import profile_of


def test_the_same_sentence_is_a_verbatim_overlap() -> None:
    found = judge(FIRE[0], FIRE[0])
    assert (found.relation, found.kind) == ("overlap", "verbatim")
    assert found.overlap > 0.9


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
