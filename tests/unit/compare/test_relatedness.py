"""What passages mean by their words."""

import numpy as np

from tui.compare.scoring.relatedness import passage_vectors, word_vectors
from tui.compare.text.profiles import passages_of


def test_passages_in_other_words_are_nearer_than_passages_on_something_else():
    profiles = passages_of(
        [
            "Residents were told to keep their windows shut because of the smoke.",
            "People were warned to leave windows closed while the fire burns.",
            "The bank raised its interest rate by a quarter of a point.",
        ]
    )
    vectors = passage_vectors(profiles)
    alike = vectors @ vectors.T
    assert alike[0, 1] > alike[0, 2] + 0.2
    assert alike[0, 1] > alike[1, 2] + 0.2


def test_every_passage_has_a_vector_of_length_one_or_none():
    profiles = passages_of(["The mayor resigned on Monday.", "Zxqv wkrt plmf.", "12 34 56", ""])
    lengths = np.linalg.norm(passage_vectors(profiles), axis=1)
    assert lengths.round(5).tolist() == [1.0, 0.0, 0.0, 0.0]


def test_a_text_of_which_little_is_known_is_told_nothing_about():
    german = passages_of(["Der Bürgermeister trat am Montag überraschend zurück."], "de")
    assert not passage_vectors(german).any()


def test_the_vectors_that_ship_are_those_of_distinct_stems():
    known = word_vectors()
    assert len(known.rows) == len(known.vectors) > 5_000
    assert np.abs(known.vectors).max() <= 127
