"""The order in which pairs are worked off: all of them, those of a group together, whatever order they came in."""

import random
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tui.compare.order import gathered, most_in_hand

NUMBERS = st.integers(0, 11)
PAIRS = st.sets(st.tuples(NUMBERS, NUMBERS).filter(lambda pair: pair[0] < pair[1]))
GROUPS = [range(0, 40, 4), range(1, 40, 4), range(2, 40, 4), range(3, 40, 4)]


@given(PAIRS, st.randoms(use_true_random=False))
def test_all_pairs_come_once_in_an_order_that_hangs_on_the_pairs_alone(
    pairs: set[tuple[int, int]], chance: random.Random
) -> None:
    mixed = sorted(pairs)
    chance.shuffle(mixed)
    assert gathered(mixed) == gathered(pairs)
    assert sorted(gathered(pairs)) == sorted(pairs)


def test_a_group_is_done_with_before_the_next_is_begun() -> None:
    pairs = {(a, b) for group in GROUPS for a in group for b in group if a < b}
    found = gathered(pairs)
    assert [a % 4 for a, _ in found[:: len(found) // 4]] == [0, 1, 2, 3]
    assert most_in_hand(found, [1] * 40) == 10
    assert most_in_hand(sorted(pairs), [1] * 40) > 30


def test_of_a_row_of_neighbours_three_are_in_hand_at_a_time() -> None:
    places = random.Random(1).sample(range(50), 50)
    row = [(min(pair), max(pair)) for pair in pairwise(places)]
    assert most_in_hand(gathered(row), [3] * 50) <= 9
    assert most_in_hand(sorted(row), [3] * 50) > 30


@given(PAIRS)
def test_as_much_is_in_hand_as_stands_between_first_and_last_pair(pairs: set[tuple[int, int]]) -> None:
    found, sizes = gathered(pairs), [number + 1 for number in range(12)]
    spans: dict[int, tuple[int, int]] = {}
    for at, pair in enumerate(found):
        for number in pair:
            spans[number] = (spans.get(number, (at, at))[0], at)
    open_at = [
        sum(sizes[number] for number, (first, last) in spans.items() if first <= at <= last) for at in range(len(found))
    ]
    assert most_in_hand(found, sizes) == max(open_at, default=0)
