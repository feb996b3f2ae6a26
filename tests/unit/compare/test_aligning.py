"""Each step by which words of two texts are paired, and the order of the steps."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tui.compare.text.tokens import tokenise
from tui.compare.text.words import Pairings, Row, _ascending, align_rows, align_tokens, align_words, is_spelt


def paired(a: str, b: str) -> set[tuple[str, str]]:
    """The words that correspond though they stand in no common row."""
    one, other = tokenise(a, "en"), tokenise(b, "en")
    return {(one[i].norm, other[j].norm) for i, j in align_tokens(one, other)}


def test_words_of_four_letters_and_more_are_told_by_their_spelling() -> None:
    assert [is_spelt(word) for word in ("bort", "bor", "b0rt")] == [True, False, False]
    assert ("skarnwick", "skarnwyck") in paired("Skarnwick burned", "fire at Skarnwyck")
    assert ("ulm", "ulf") not in paired("Ulm burned", "fire at Ulf")


def test_of_words_as_near_in_spelling_the_one_in_the_nearest_place_is_taken() -> None:
    one, other = tokenise("Aragchi spoke then Araghci left", "en"), tokenise("Araghchi came and Araghchi went", "en")
    pairs = dict(align_tokens(one, other))
    assert (pairs[0], pairs[3]) == (0, 3)


def test_equal_words_out_of_order_pair_with_the_nearest_by_relative_place() -> None:
    one = tokenise("harbour fire closed ferries trains buses", "en")
    other = tokenise("ferries trains buses stopped by harbour blaze", "en")
    assert (0, 5) in align_tokens(one, other)


def test_function_words_pair_only_beside_a_pair() -> None:
    one, other = tokenise("trains stopped in the harbour", "en"), tokenise("in the harbour ferries waited", "en")
    assert set(align_tokens(one, other)) == {(2, 0), (3, 1), (4, 2)}
    moved = (
        tokenise("fire closed the old harbour of Skarn", "en"),
        tokenise("the harbour of Skarn saw the old fire", "en"),
    )
    pairs = dict(align_tokens(*moved))
    assert moved[1][pairs[0]].norm == "fire"
    assert all(abs(pairs[i] - pairs[k]) == 1 for i, k in ((4, 5), (5, 6)))


def test_function_words_before_and_behind_a_word_that_moved_go_with_it() -> None:
    row = "burned old ferries yesterday"
    for moved in ("of the Skarn", "Skarn of the"):
        one, other = tokenise(f"{moved} {row}", "en"), tokenise(f"{row} {moved}", "en")
        assert align_tokens(one, other) == [(0, 4), (1, 5), (2, 6), (3, 0), (4, 1), (5, 2), (6, 3)]
    one, other = tokenise(f"of the Skarn {row}", "en"), tokenise(f"{row} of a Skarn", "en")
    assert align_tokens(one, other) == [(2, 6), (3, 0), (4, 1), (5, 2), (6, 3)]


def test_what_is_left_between_two_pairs_corresponds_by_its_place() -> None:
    assert (1, 1) in align_words(["the", "seventh", "meeting"], ["the", "sixth", "meeting"])
    assert (1, 1) not in align_words(["the", "seventh", "meeting"], ["the", ",", "meeting"])
    long = ["the", "red", "green", "blue", "meeting"], ["the", "one", "two", "three", "meeting"]
    assert align_words(*long) == [(0, 0), (4, 4)]


def test_a_lone_content_word_on_each_side_of_a_short_gap_corresponds() -> None:
    assert (2, 1) in align_words(["talks", "in", "Oslo", "ended"], ["talks", "Bergen", "ended"])
    four = ["talks", "in", "the", "Oslo", "ended"], ["talks", "at", "Bergen", "ended"]
    assert (3, 2) in align_words(*four)
    six = ["talks", "in", "of", "the", "Oslo", "ended"], ["talks", "at", "Bergen", "ended"]
    assert (4, 2) not in align_words(*six)


def test_runs_of_passages_are_paired_as_one_text_and_single_ones_only_once() -> None:
    texts = ["The fire began at dawn.", "Ferries stopped.", "Trains ran on."]
    tokens = [tokenise(text, "en") for text in texts]
    rows = [Row(each) for each in tokens]
    made = Pairings(rows, rows[::-1])
    assert made.of_runs([0], [2]) == align_rows(rows[0], rows[0])
    assert made.of(0, 2) is made.of(0, 2)
    joined = made.of_runs([0, 1], [1, 2])
    assert joined == align_tokens([*tokens[0], *tokens[1]], [*tokens[1], *tokens[0]])


@given(st.dictionaries(st.integers(0, 12), st.integers(0, 12), max_size=9))
def test_the_chain_of_pairs_in_order_is_as_long_as_any(found: dict[int, int]) -> None:
    pairs = sorted(found.items())
    longest = [1] * len(pairs)
    for k in range(len(pairs)):
        longest[k] = 1 + max((longest[m] for m in range(k) if pairs[m][1] < pairs[k][1]), default=0)
    chain = _ascending(found)
    assert len(chain) == max(longest, default=0)
    assert set(chain) <= set(pairs)
    assert all(one[0] < two[0] and one[1] < two[1] for one, two in pairwise(chain))
