"""A passage whose clauses are told by several others is linked with each; where they mix, all is one link."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.compare.test_linking import links, reading, scores, told
from tui.compare.links.linking import PART_BAR, Cell, Reading, Scores
from tui.compare.links.parting import Part, parts
from tui.compare.model import Link
from tui.compare.text.tokens import tokenise

BOTH = "The lift of the grain tower had stuck again, and two porters from Hallen fell ill over the weekend."
LIFT = "At the mill nobody could use the grain tower’s lift on Friday."
PORTERS = "Doctors were called to two porters, both from Hallen, at the canteen."
SURE = {(0, 0): scores(0.8), (0, 1): scores(0.7)}


def turned(cells: Mapping[Cell, Scores]) -> dict[Cell, Scores]:
    return {(j, i): found for (i, j), found in cells.items()}


def told_by(a: Reading, b: Reading, found: list[Link]) -> list[tuple[str, str]]:
    return [(told(a, link), told(b, link)) for link in found]


def test_each_clause_is_linked_with_the_passage_that_tells_it() -> None:
    a, b = reading(0, BOTH), reading(1, f"{LIFT} {PORTERS}")
    lift, porters = links(a, b, SURE)
    assert told_by(a, b, [lift, porters]) == [
        ("The lift of the grain tower had stuck again", LIFT),
        ("and two porters from Hallen fell ill over the weekend.", PORTERS),
    ]
    assert (lift.score, porters.score) == (0.8, 0.7)
    shown = [{a.article.text[slice(*one.a)] for one in link.evidence} for link in (lift, porters)]
    assert shown == [{"lift", "the grain tower"}, {"two porters", "from Hallen"}]


def test_it_is_the_same_whichever_article_comes_first() -> None:
    a, b = reading(0, BOTH), reading(1, f"{LIFT} {PORTERS}")
    b_first, a_second = reading(0, f"{LIFT} {PORTERS}"), reading(1, BOTH)
    ours = told_by(a, b, links(a, b, SURE))
    theirs = told_by(b_first, a_second, links(b_first, a_second, turned(SURE)))
    assert [(two, one) for one, two in theirs] == ours


def test_the_clauses_may_be_told_in_another_order() -> None:
    a, b = reading(0, BOTH), reading(1, f"{PORTERS} {LIFT}")
    assert [told(b, link) for link in links(a, b, SURE)] == [LIFT, PORTERS]


def test_three_clauses_are_three_links() -> None:
    a = reading(0, f"{BOTH[:-1]}, while the night watchman quit his post.")
    b = reading(1, f"{LIFT} {PORTERS} A night watchman has quit too.")
    found = links(a, b, SURE | {(0, 2): scores(0.9)})
    assert [(link.a.first, link.b.first, link.b.last) for link in found] == [(0, 0, 0), (0, 1, 1), (0, 2, 2)]
    assert told(a, found[2]) == "while the night watchman quit his post."


@pytest.mark.parametrize(
    "second",
    [
        "Two of the porters who use the tower’s lift were ill by the weekend.",
        "Over the weekend it stuck.",
    ],
)
def test_what_mixes_or_has_few_words_of_its_own_stays_one_link(second: str) -> None:
    a, b = reading(0, BOTH), reading(1, f"{LIFT} {second}")
    (link,) = links(a, b, SURE)
    assert (link.b.first, link.b.last) == (0, 1)


def test_a_part_that_is_barely_a_link_stays_in_the_longer_one() -> None:
    a, b = reading(0, BOTH), reading(1, f"{LIFT} {PORTERS}")
    assert len(links(a, b, SURE | {(0, 1): scores(PART_BAR)})) == 2
    assert len(links(a, b, SURE | {(0, 1): scores(PART_BAR - 0.01)})) == 1


def test_a_passage_that_was_rewritten_as_two_is_one_link() -> None:
    a = reading(0, BOTH)
    b = reading(1, "Again the lift of the grain tower had stuck. Two porters from Hallen fell ill over the weekend.")
    (link,) = links(a, b, SURE)
    assert (link.b.first, link.b.last) == (0, 1)


SENTENCE = "The bell, which rang twice, woke the ferryman, but nobody else; the harbour slept – and the tide went out."
TOKENS = tokenise(SENTENCE)
WORDS = st.sets(st.sampled_from(range(len(TOKENS))))
HELD = st.lists(WORDS, min_size=1, max_size=4)


@given(HELD)
def test_parts_share_no_word_leave_none_out_and_have_all_that_tell_them_once(held: list[set[int]]) -> None:
    found = parts(TOKENS, SENTENCE, list(enumerate(held)))
    assert sorted(at for part in found for at in range(*part.words)) == list(range(len(TOKENS)))
    assert [passage for _, first, last in found for passage in range(first, last + 1)] == list(range(len(held)))


@given(WORDS, WORDS)
def test_two_that_change_places_tell_the_same_parts(one: set[int], two: set[int]) -> None:
    there, back = (parts(TOKENS, SENTENCE, list(enumerate(held))) for held in ([one, two], [two, one]))
    assert [part.words for part in there] == [part.words for part in reversed(back)]


def test_one_passage_tells_all_of_it() -> None:
    assert parts(TOKENS, SENTENCE, [(4, {1, 2, 3})]) == [Part((0, len(TOKENS)), 4, 4)]


AD = (
    "A new placard of the ferrymen’s guild, drawn by some painter from the upper village at eleven crowns a sheet,"
    " pleads for the old landing."
)
VOW = "“Nobody shall stop me from rowing,” said Oda Brandt."
GUILD = "With placards the guild of ferrymen asks a slow county board to spare the landing this winter."
CELLS = {(0, 0): scores(0.8), (1, 0): scores(0.7), (1, 1): scores(0.99)}


@pytest.mark.parametrize(("gap", "parted"), [("\n\n", True), (" ", False)])
def test_a_copied_sentence_is_a_link_by_itself_beside_those_of_other_paragraphs(gap: str, parted: bool) -> None:
    a, b = reading(0, f"{AD}{gap}{VOW}"), reading(1, f"{GUILD}{gap}{VOW}")
    found = links(a, b, CELLS)
    assert [(link.a.first, link.a.last, link.b.first, link.b.last, link.kind) for link in found] == (
        [(0, 0, 0, 0, "paraphrase"), (1, 1, 1, 1, "verbatim")] if parted else [(0, 1, 0, 1, found[0].kind)]
    )
