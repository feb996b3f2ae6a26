"""Which words correspond, and what is the same and what differs."""

from hypothesis import given
from hypothesis import strategies as st

from tui.compare import align_words
from tui.compare.links.evidence import differing, same
from tui.compare.links.kinds import kind_of
from tui.compare.text.tokens import tokenise
from tui.compare.text.words import align_tokens

VOCABULARY = ("the", "fire", "began", "in", "a", "cold", "store", "near", "old", "harbour", "at", "dawn", ",", ".")
words = st.lists(st.sampled_from(VOCABULARY), max_size=12)


def kind(a: str, b: str) -> str:
    return kind_of(tokenise(a), tokenise(b))


@given(words, words)
def test_pairs_are_in_order_and_use_each_word_once(a: list[str], b: list[str]) -> None:
    pairs = align_words(a, b)
    assert pairs == sorted(pairs)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert all(0 <= i < len(a) and 0 <= j < len(b) for i, j in pairs)


@given(words, words)
def test_texts_that_change_sides_correspond_by_the_same_words(a: list[str], b: list[str]) -> None:
    one, two = tokenise(" ".join(a)), tokenise(" ".join(b))
    assert align_tokens(one, two) == sorted((i, j) for j, i in align_tokens(two, one))


@given(words)
def test_a_text_corresponds_to_itself_word_for_word(a: list[str]) -> None:
    assert align_words(a, a) == [(k, k) for k in range(len(a))]


def test_words_moved_inflected_misspelt_and_exchanged_correspond() -> None:
    a = ["police", "arrested", "Witkoff", "in", "the", "harbour"]
    b = ["in", "the", "harbour", "Whitkoff", "was", "arresting", "the", "police"]
    assert {(0, 7), (1, 5), (2, 3), (5, 2)} <= set(align_words(a, b))
    assert (1, 1) in align_words(["rebels", "attacked", "convoys"], ["insurgents", "assaulted", "convoys"])


def test_different_words_in_the_same_place_correspond_as_words_but_are_not_the_same() -> None:
    a, b = "the seventh meeting took place", "the sixth meeting took place"
    assert (1, 1) in align_words(a.split(), b.split())
    assert (1, 1) not in align_tokens(tokenise(a), tokenise(b))


def test_what_differs_is_given_on_both_sides_and_empty_where_words_are_missing() -> None:
    a, b = "At least seven people died on Monday.", "Nine people died."
    tokens = tokenise(a), tokenise(b)
    pairing = align_tokens(*tokens)
    assert [(a[slice(*e.a)], b[slice(*e.b)]) for e in same(*tokens, pairing)] == [("people died", "people died")]
    assert [(a[slice(*e.a)], b[slice(*e.b)]) for e in differing(*tokens, pairing)] == [
        ("At least seven", "Nine"),
        ("on Monday", ""),
    ]


def test_kinds_follow_their_written_rules() -> None:
    sentence = "Three advisers said the meeting of the two chiefs had not changed his mind"
    assert kind(sentence + ".", sentence.upper()) == "verbatim"
    assert kind("“It’s over,” she said today.", '"It\'s over," she said today.') == "verbatim"
    assert kind(sentence, sentence.replace("had not changed", "did not change")) == "near-verbatim"
    assert (
        kind(sentence, "The chiefs met; he is of the same opinion as before, according to three aides") == "paraphrase"
    )
    assert kind("Seven hurt", "Seven were hurt") == "paraphrase"
