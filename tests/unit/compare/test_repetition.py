"""Texts that say the same over and over are compared in time that grows with their length, and no other worse."""

import random
import tracemalloc
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.compare.builders import story
from tui.compare import compare
from tui.compare.disputes import MOST_HELD, worth_holding
from tui.compare.links.evidence import joined
from tui.compare.links.kinds import kind_of, longest_run, run_by_automaton
from tui.compare.links.reuse import rows, shingles
from tui.compare.links.same_words import shared_runs
from tui.compare.text.tokens import tokenise
from tui.compare.text.words import nearest

rows_of_words = st.lists(st.sampled_from("abc"), max_size=14)
places = st.tuples(st.integers(0, 12), st.integers(0, 12), st.integers(1, 3))


@given(rows_of_words, rows_of_words)
def test_the_longest_run_is_the_same_whichever_way_it_is_looked_for(a: list[str], b: list[str]) -> None:
    assert run_by_automaton(a, b) == longest_run(a, b)


def test_the_longest_run_of_a_word_said_over_and_over_is_the_shorter_text() -> None:
    assert longest_run(["not"] * 20_000, ["not"] * 15_000) == 15_000


@given(st.lists(st.integers(0, 30), min_size=1, unique=True).map(sorted), st.floats(0, 30))
def test_the_nearest_place_is_the_first_of_those_as_near(held: list[int], place: float) -> None:
    assert held[nearest(held, place)] == min(held, key=lambda each: abs(each - place))


@given(st.lists(places, max_size=12), st.integers(0, 3))
def test_blocks_are_joined_to_the_first_run_that_ends_near_them(found: list[tuple[int, int, int]], gap: int) -> None:
    assert joined(found, gap) == _joined_one_by_one(found, gap)


def _joined_one_by_one(found: Sequence[tuple[int, int, int]], gap: int) -> list[tuple[int, int, int, int, int]]:
    runs: list[tuple[int, int, int, int, int]] = []
    near: list[int] = []
    for i, j, size in sorted(found):
        near = [place for place in near if i - runs[place][1] <= gap]
        for place in near:
            first_a, end_a, first_b, end_b, words = runs[place]
            if 0 <= i - end_a <= gap and 0 <= j - end_b <= gap:
                runs[place] = (first_a, i + size, first_b, j + size, words + size)
                break
        else:
            near.append(len(runs))
            runs.append((i, i + size, j, j + size, size))
    return runs


def test_of_passages_that_are_all_alike_each_is_held_against_a_few() -> None:
    size = 60
    alike = {(i, j): 0.9 for i in range(size) for j in range(size)}
    held = worth_holding(alike)
    assert len(held) <= 2 * size * MOST_HELD
    assert {(j, i) for i, j in held} == set(worth_holding({(j, i): score for (i, j), score in alike.items()}))
    assert all((at, at) in held for at in range(size))
    assert (0, size - 1) not in held
    assert (0, size - 1) in worth_holding(alike | {(0, size - 1): 0.95})


@given(st.dictionaries(st.tuples(st.integers(0, 8), st.integers(0, 8)), st.floats(0.2, 1), max_size=40))
def test_where_a_passage_has_few_that_are_like_it_all_near_the_best_are_held(
    same: dict[tuple[int, int], float],
) -> None:
    held = worth_holding(same)
    best = {k: max(score for (i, j), score in same.items() if (i, j)[axis] == at) for axis in (0, 1)
            for k, at in {((axis, cell[axis]), cell[axis]) for cell in same}}  # fmt: skip
    assert set(held) == {(i, j) for (i, j), score in same.items() if score >= 0.8 * min(best[0, i], best[1, j])}


def test_a_row_said_over_and_over_gives_as_many_rows_as_it_is_said() -> None:
    a, b = (tokenise("so it went on and " * count) for count in (200, 150))
    assert len(rows(a, b, shingles(a), shingles(b))) <= 5 * 200
    assert rows(a, b, shingles(a), shingles(b))[0] == (0, 0, len(b))


def test_a_text_that_says_a_few_words_over_and_over_is_near_verbatim_to_itself_turned_round() -> None:
    words = tokenise(" ".join(random.Random(1).choices(["one", "two", "three"], k=300)))
    assert kind_of(words, words) == "verbatim"
    assert kind_of(words, words[150:] + words[:150]) != "verbatim"


def test_an_article_of_one_word_is_compared_with_another() -> None:
    assert compare(story("not " * 5_000, "not " * 4_000)).sources[0].reuse == ((1, 1.0),)


def test_a_text_said_over_and_over_takes_memory_as_it_is_long_not_with_its_square() -> None:
    words = tokenise("ha " * 4_000)
    number = shingles(words)
    tracemalloc.start()
    found = rows(words, words, number, number)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found == [(0, 0, 4_000)]
    assert peak < 1_000 * len(words)


def test_a_row_said_over_and_over_is_listed_once_or_a_few_times() -> None:
    one, other = story("Fares rise in May again. " * 300, "Fares rise in May again. " * 200).articles
    runs = shared_runs((one, other))
    assert runs[0].words == 5 * 200
    assert len(runs) < 20


def test_hundreds_of_passages_that_each_count_otherwise_are_linked_one_by_one() -> None:
    counted = [f"The lamp took {number} people there." for number in range(11, 261)]
    texts = ["\n\n".join((first, *counted)) for first in ("A storm broke the lamp.", "The lamp broke in a storm.")]
    links = compare(story(*texts)).links
    assert {(link.relation, link.kind) for link in links[1:]} == {("overlap", "verbatim")}
    single = {(link.a.first, link.b.first) for link in links[1:] if link.a.first == link.a.last}
    assert single == {(place, place) for place in range(1, 251)}
