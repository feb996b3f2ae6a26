"""Linked passages grow together into runs."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.compare.links.merging import BRIDGE, DENSITY, GROWTH, NEAR_BEST, Cell, Layout, Run, apart, merge

ONE_PARAGRAPH = Layout([0] * 12, [0] * 12)
PLACES = st.tuples(st.integers(0, 6), st.integers(0, 6))
# No two the same, so that nothing hangs on the order of equals.
SCORED = st.dictionaries(PLACES, st.integers(1, 10**6), min_size=1, max_size=14).map(
    lambda found: {cell: score / 10**6 for cell, score in found.items() if list(found.values()).count(score) == 1}
)
PARAGRAPHS = st.lists(st.integers(0, 2), min_size=7, max_size=7).map(sorted)


def runs(cells: dict[Cell, float], bar: float = 0.5, layout: Layout = ONE_PARAGRAPH) -> list[tuple[int, int, int, int]]:
    """First and last passage of each run on each side; what scores `bar` or more is a link by itself."""
    seeds = [cell for cell, score in cells.items() if score >= bar]
    return [(run.a0, run.a1, run.b0, run.b1) for run in merge(cells, seeds, layout)]


def test_a_pair_by_itself_is_a_run_and_a_weak_one_none() -> None:
    assert runs({(2, 3): 0.9}) == [(2, 2, 3, 3)]
    assert runs({(2, 3): 0.3}) == []


def test_neighbours_join_from_a_low_score_on() -> None:
    assert runs({(2, 3): 0.9, (3, 4): GROWTH}) == [(2, 3, 3, 4)]
    assert runs({(2, 3): 0.9, (3, 4): GROWTH - 0.01}) == [(2, 2, 3, 3)]
    assert runs({(2, 3): 0.9, (1, 4): GROWTH, (0, 5): GROWTH}) == [(0, 2, 3, 5)]


def test_one_passage_may_stand_between_two_that_are_links_and_not_two() -> None:
    assert runs({(2, 3): 0.9, (4, 5): 0.8, (3, 4): BRIDGE}) == [(2, 4, 3, 5)]
    assert runs({(2, 3): 0.9, (4, 5): 0.3}) == [(2, 2, 3, 3)]
    assert runs({(2, 3): 0.9, (5, 6): 0.8}) == [(2, 2, 3, 3), (5, 5, 6, 6)]


def test_a_passage_that_has_nothing_of_the_other_side_parts_two_runs() -> None:
    apart = [(2, 2, 3, 3), (4, 4, 5, 5)]
    assert runs({(2, 3): 0.9, (4, 5): 0.8}) == apart
    assert runs({(2, 3): 0.9, (4, 5): 0.8, (3, 4): BRIDGE - 0.01}) == apart
    assert runs({(2, 3): 0.9, (4, 5): 0.8, (3, 3): BRIDGE}) == apart
    assert runs({(2, 3): 0.9, (4, 5): 0.8, (3, 3): BRIDGE, (4, 4): BRIDGE}) == [(2, 4, 3, 5)]
    assert runs({(2, 3): 0.9, (4, 3): 0.8}) == [(2, 2, 3, 3), (4, 4, 3, 3)]
    assert runs({(2, 3): 0.9, (4, 3): 0.8, (3, 3): BRIDGE}) == [(2, 4, 3, 3)]


def test_a_run_ends_where_its_paragraphs_do() -> None:
    parted = Layout([0, 0, 1, 1], [0, 0, 0, 0])
    assert runs({(1, 1): 0.9, (2, 2): 0.3}, layout=parted) == [(1, 1, 1, 1)]
    assert runs({(1, 1): 0.9, (2, 2): 0.8}, layout=parted) == [(1, 2, 1, 2)]
    assert runs({(1, 1): 0.9, (2, 3): 0.8}, layout=parted) == [(1, 1, 1, 1), (2, 2, 3, 3)]
    assert runs({(1, 1): 0.9, (1, 2): 0.8}, layout=Layout([0] * 4, [0, 0, 1, 1])) == [(1, 1, 1, 2)]
    both = Layout([0, 0, 1, 1], [0, 0, 1, 1])
    assert runs({(1, 1): 0.9, (2, 2): 0.8}, layout=both) == [(1, 1, 1, 1), (2, 2, 2, 2)]


def test_a_pair_far_below_the_best_of_both_its_passages_starts_no_run() -> None:
    best = {(0, 0): 1.0, (6, 6): 1.0}
    assert runs({**best, (0, 6): NEAR_BEST}) == [(0, 0, 0, 0), (0, 0, 6, 6), (6, 6, 6, 6)]
    assert runs({**best, (0, 6): NEAR_BEST - 0.01}) == [(0, 0, 0, 0), (6, 6, 6, 6)]
    assert runs({(0, 0): 1.0, (0, 6): 0.6}) == [(0, 0, 0, 0), (0, 0, 6, 6)]


@pytest.mark.parametrize(("linked", "dense"), [([0, 1, 3, 4], True), ([0, 2, 4], True), ([0, 2, 4, 6], False)])
def test_a_run_in_which_too_few_passages_are_linked_loses_its_weakest_pair(linked: list[int], dense: bool) -> None:
    faint = {(place, place): BRIDGE for place in range(linked[-1])}
    cells = faint | {(place, place): 0.9 - place / 100 for place in linked}
    assert (len(linked) >= DENSITY * (linked[-1] + 1)) == dense
    last = linked[-1] if dense else linked[-2]
    assert runs(cells) == [(0, last, 0, last)]


@pytest.mark.parametrize("turned", [False, True])
def test_a_run_is_dense_on_both_sides_or_loses_its_weakest_pair(turned: bool) -> None:
    linked = {(0, 0): 0.9, (2, 1): 0.8, (4, 2): 0.7, (6, 3): 0.6}
    faint = {(1, 0): BRIDGE, (3, 1): BRIDGE, (5, 2): BRIDGE}
    cells = {(j, i) if turned else (i, j): score for (i, j), score in (linked | faint).items()}
    assert runs(cells) == [(0, 2, 0, 4) if turned else (0, 4, 0, 2)]


def test_a_weak_neighbour_joins_only_where_it_stands_beside() -> None:
    assert runs({(2, 3): 0.9, (4, 5): 0.3, (3, 4): BRIDGE}) == [(2, 2, 3, 3)]


def test_a_weak_neighbour_joins_in_the_same_paragraphs_wherever_they_stand() -> None:
    layout = Layout([0, 0, 1, 2, 3, 4], [5, 6, 7, 8, 9, 9])
    assert runs({(0, 4): 0.9, (1, 5): GROWTH}, layout=layout) == [(0, 1, 4, 5)]


def test_a_weak_neighbour_in_other_paragraphs_joins_no_run_of_theirs() -> None:
    layout = Layout([0, 0, 1, 1, 1], [0, 0, 1, 1, 1])
    cells = {(1, 1): 0.9, (2, 2): 0.3, (3, 3): BRIDGE, (4, 4): 0.8}
    assert runs(cells, layout=layout) == [(1, 1, 1, 1), (4, 4, 4, 4)]


@pytest.mark.parametrize("turned", [False, True])
def test_links_in_one_paragraph_of_one_side_join_over_an_edge_on_the_other_only_where_they_touch(turned: bool) -> None:
    def found(cells: dict[Cell, float], one: list[int], other: list[int]) -> list[tuple[int, int, int, int]]:
        if turned:
            back = runs({(j, i): score for (i, j), score in cells.items()}, layout=Layout(other, one))
            return sorted((run[2], run[3], run[0], run[1]) for run in back)
        return runs(cells, layout=Layout(one, other))

    one, other = [0, 0, 0, 3, 4, 5, 6, 7], [9, 9, 9, 9, 0, 1, 1, 1]
    assert found({(0, 4): 0.9, (1, 5): 0.8}, one, other) == [(0, 1, 4, 5)]
    assert found({(0, 4): 0.9, (2, 5): 0.8, (1, 4): BRIDGE}, one, other) == [(0, 0, 4, 4), (2, 2, 5, 5)]
    assert found({(0, 4): 0.9, (1, 6): 0.8, (1, 5): BRIDGE}, one, other) == [(0, 0, 4, 4), (1, 1, 6, 6)]


def test_a_pair_near_the_best_of_one_of_its_passages_starts_a_run() -> None:
    assert runs({(0, 0): 1.0, (0, 6): 0.51}) == [(0, 0, 0, 0), (0, 0, 6, 6)]
    assert runs({(0, 0): 1.0, (6, 0): 0.51}) == [(0, 0, 0, 0), (6, 6, 0, 0)]


def test_a_run_holds_its_pairs_in_order_each_with_its_score() -> None:
    (run,) = merge({(0, 0): 0.6, (1, 1): 0.9, (2, 2): GROWTH}, [(0, 0), (1, 1)], ONE_PARAGRAPH)
    assert run.cells == ((0, 0, 0.6), (1, 1, 0.9), (2, 2, GROWTH))


@given(SCORED, PARAGRAPHS, PARAGRAPHS)
def test_runs_hold_a_link_each_are_dense_and_share_no_pair(
    cells: dict[Cell, float], a: list[int], b: list[int]
) -> None:
    seeds = {cell for cell, score in cells.items() if score >= 0.5}
    found = merge(cells, seeds, Layout(a, b))
    held = [(i, j) for run in found for i, j, _ in run.cells]
    assert len(held) == len(set(held))
    for run in found:
        rows, columns = {i for i, _, _ in run.cells}, {j for _, j, _ in run.cells}
        assert seeds & {(i, j) for i, j, _ in run.cells}
        assert (min(rows), max(rows), min(columns), max(columns)) == (run.a0, run.a1, run.b0, run.b1)
        assert len(rows) >= DENSITY * (run.a1 - run.a0 + 1)
        assert len(columns) >= DENSITY * (run.b1 - run.b0 + 1)
        assert all(score == cells[i, j] >= GROWTH for i, j, score in run.cells)
    assert found == sorted(found, key=lambda run: (run.a0, run.b0, run.a1, run.b1))


@given(SCORED, PARAGRAPHS, PARAGRAPHS)
def test_what_is_no_link_by_itself_is_in_a_run_only_beside_a_link_of_its_paragraphs(
    cells: dict[Cell, float], a: list[int], b: list[int]
) -> None:
    seeds = {cell for cell, score in cells.items() if score >= 0.5}
    for run in merge(cells, seeds, Layout(a, b)):
        for i, j, _ in run.cells:
            assert any(a[i] == a[k] and b[j] == b[m] for k, m in seeds)


@given(SCORED, PARAGRAPHS, PARAGRAPHS)
def test_articles_that_change_sides_have_the_same_runs(cells: dict[Cell, float], a: list[int], b: list[int]) -> None:
    def turned(run: Run) -> tuple[int, ...]:
        return run.b0, run.b1, run.a0, run.a1

    seeds = [cell for cell, score in cells.items() if score >= 0.5]
    there = merge(cells, seeds, Layout(a, b))
    back = merge({(j, i): score for (i, j), score in cells.items()}, [(j, i) for i, j in seeds], Layout(b, a))
    assert sorted((run.a0, run.a1, run.b0, run.b1) for run in there) == sorted(map(turned, back))


def test_a_paragraph_of_thousands_of_passages_every_other_of_them_a_link_is_merged() -> None:
    size = 1_500
    cells = {(at, at): 0.2 if at % 2 else 0.6 + at / 10_000 for at in range(2 * size)}
    (run,) = merge(cells, [(at, at) for at in range(0, 2 * size, 2)], Layout([0] * 2 * size, [0] * 2 * size))
    assert [cell[:2] for cell in run.cells] == [(2994, 2994), (2996, 2996), (2998, 2998)]


def without_copied(cells: dict[Cell, float], copied: set[Cell], layout: Layout) -> list[tuple[int, int, int, int]]:
    """The runs of pairs that are all links, once those that are copied are set apart."""
    (run,) = merge(cells, cells, layout)
    return [(one.a0, one.a1, one.b0, one.b1) for one in apart(run, copied, cells, set(cells), layout)]


PARTED = Layout([0, 1, 2], [0, 1, 2])


def test_a_copied_pair_is_parted_from_others_of_other_paragraphs_and_takes_its_passages_along() -> None:
    cells = {(0, 0): 0.8, (0, 1): 0.7, (1, 0): 0.7, (1, 1): 0.9, (2, 1): 0.7, (2, 2): 0.9}
    assert without_copied(cells, set(), PARTED) == [(0, 2, 0, 2)]
    assert without_copied(cells, {(2, 2)}, PARTED) == [(0, 1, 0, 1), (2, 2, 2, 2)]


def test_inside_two_paragraphs_what_is_copied_stays_with_what_is_not() -> None:
    cells = {(0, 0): 0.8, (1, 1): 0.9, (2, 2): 0.9}
    assert without_copied(cells, {(1, 1)}, Layout([0, 0, 0], [0, 0, 0])) == [(0, 2, 0, 2)]


def test_a_passage_that_has_a_copied_one_alone_keeps_it() -> None:
    cells = {(0, 0): 0.9, (0, 1): 0.7}
    assert without_copied(cells, {(0, 0)}, PARTED) == [(0, 0, 0, 0), (0, 0, 1, 1)]


def test_copied_pairs_side_by_side_stay_one_run() -> None:
    cells = {(0, 0): 0.7, (0, 1): 0.7, (1, 1): 0.9, (1, 2): 0.9}
    assert without_copied(cells, {(1, 1), (1, 2)}, PARTED) == [(0, 0, 0, 0), (1, 1, 1, 2)]


@example({(0, 2): 4e-06, (0, 3): 1e-06, (1, 2): 2e-06, (1, 4): 3e-06}, [0] * 7, [0] * 4 + [1] * 3, {(1, 2), (1, 4)})
@given(SCORED, PARAGRAPHS, PARAGRAPHS, st.sets(PLACES))
def test_what_is_set_apart_has_pairs_of_the_run_alone_and_all_passages_of_its_linked_ones(
    cells: dict[Cell, float], a: list[int], b: list[int], chosen: set[Cell]
) -> None:
    layout = Layout(a, b)
    for run in merge(cells, cells, layout):
        held = {(i, j) for i, j, _ in run.cells}
        found = apart(run, chosen & held, cells, set(cells), layout)
        assert all({(i, j) for i, j, _ in one.cells} <= held for one in found)
        assert chosen & held <= {(i, j) for one in found for i, j, _ in one.cells}
