"""Facts are average-linkage clusters of the linked passages."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from tui.compare.facts import LINKAGE, Edge, Place, clusters

PLACES = st.tuples(st.integers(0, 3), st.integers(0, 2))
SCORES = st.integers(0, 64).map(lambda part: part / 64)
SCORED = st.dictionaries(
    st.tuples(PLACES, PLACES).filter(lambda pair: pair[0][0] < pair[1][0]), SCORES, min_size=1, max_size=20
)


def averaged(scores: dict[tuple[Place, Place], float]) -> set[frozenset[Place]]:
    """The same clusters by averaging over all crossing pairs anew at every step."""
    groups = {place: frozenset({place}) for pair in scores for place in pair}
    for (a, b), _ in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        one, two = groups[a], groups[b]
        crossing = [scores.get((min(x, y), max(x, y)), 0.0) for x, y in product(one, two) if x[0] != y[0]]
        if one != two and sum(crossing) >= LINKAGE * len(crossing):
            groups.update(dict.fromkeys(one | two, one | two))
    return {group for group in groups.values() if len(group) > 1}


def found(scores: dict[tuple[Place, Place], float], known: dict[tuple[Place, Place], float]) -> set[frozenset[Place]]:
    edges = [Edge(a, b, score, number) for number, ((a, b), score) in enumerate(scores.items())]
    return {frozenset(group) for group in clusters(edges, known)}


@given(SCORED)
def test_sums_that_are_carried_along_give_the_clusters_of_averages(scores: dict[tuple[Place, Place], float]) -> None:
    assert found(scores, {}) == averaged(scores)


@given(SCORED)
def test_scores_known_already_change_nothing(scores: dict[tuple[Place, Place], float]) -> None:
    assert found(scores, scores) == found(scores, {})
