"""What two articles tell once each brings their passages together, however few other words those share."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.compare.builders import article, story
from tui.compare import compare
from tui.compare.engine import reading_of
from tui.compare.links.told_once import _often, told_once

FRAME = (
    "The Sealight lamp at Corven Head has been put out of service by a storm, the harbour board of Corven said.",
    "The board of Corven harbour said the storm had broken the Sealight lamp at Corven Head.",
)

SUMS = st.lists(st.integers(500, 520), min_size=1, max_size=4)
TABLES = st.lists(
    SUMS.map(lambda sums: f"The sums were {', '.join(f'${each}' for each in sums)}."), min_size=1, max_size=3
)


def cells(one, two):
    """The passages of two articles, counted from the first given here, that tell something once."""
    readings = [reading_of(index, article("\n\n".join(sentences))) for index, sentences in enumerate((one, two))]
    there, back = told_once(readings[0].once, readings[1].once), told_once(readings[1].once, readings[0].once)
    assert [told.cell for told in there] == sorted((j, i) for i, j in (told.cell for told in back))
    for told in there:
        for reading, index, span in zip(readings, told.cell, (told.a, told.b), strict=True):
            passage = reading.article.passages[index]
            assert passage.start <= span[0] < span[1] <= passage.end
    return [told.cell for told in there]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Sailors saw it ten miles out.", "Its beam carried for 16 kilometres."),
        ("They talked for almost four hours.", "After three hours and fifty minutes hands were raised."),
        ("Repairs will cost £2.5 million.", "Some 2.5 million pounds are needed for new glass."),
        ("Around 60 engineers work there.", "A crew of 64 engineers has been called in."),
        ("A keeper called the view “very good”.", "“Very good” was all that one visitor said."),
        ("Two trawlers beside it caught fire.", "Three trawlers burnt at the quay."),
        ("A 48-page indictment names him.", "He is named in the 47-page indictment."),
        ("A bell rang at half past seven.", "Sailors heard a bell at 7.30 am."),
    ],
)
def test_the_same_figure_or_short_quotation_told_once_on_either_side(one, two):
    assert cells([FRAME[0], one], [FRAME[1], "Nobody was hurt.", two]) == [(1, 2)]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Sailors saw it ten miles out.", "Its beam carried for 40 kilometres."),
        ("It was dark for one day.", "The board met for one day."),
        ("Half of the glass is broken.", "The board pays 50 percent."),
        ("Millions of pounds are needed.", "The board has millions of pounds."),
        ("Two people came.", "Two people were on watch."),
        ("Two trawlers caught fire.", "Nine trawlers burnt at the quay."),
        ("Dozens of trawlers burnt.", "Some 30 trawlers burnt at the quay."),
        ("Repairs took 22 years.", "A second lamp took at least two years."),
        ("The lamp “will” shine.", "It “will” be bright."),
        ("The keeper said “it was” there.", "One visitor said “it was” bright."),
    ],
)
def test_what_is_not_the_same_or_may_be_anything(one, two):
    assert cells([FRAME[0], one], [FRAME[1], two]) == []


def test_what_another_passage_tells_too_brings_none_together():
    one, two = "Sailors saw it ten miles out.", "Its beam carried for 16 kilometres."
    assert cells([one, "A buoy lies ten miles away."], [two]) == []
    assert cells(["It was “very good”.", "Very good, they said."], ["A “very good” lamp."]) == []


def test_boilerplate_tells_nothing_and_tells_nothing_again():
    one, two = "Sailors saw it ten miles out.", "Its beam carried for 16 kilometres."
    assert cells([FRAME[0], f"Read more: {one}"], [FRAME[1], two]) == []
    assert cells([f"Read more: {one}", FRAME[0], one], [FRAME[1], two]) == [(2, 1)]
    assert cells([FRAME[0], "Read more: a “very good” lamp."], [FRAME[1], "It was “very good”."]) == []


def test_a_link_by_what_is_told_once_is_likely_but_never_certain():
    one, two = f"{FRAME[0]}\n\nSailors saw it ten miles out.", f"{FRAME[1]}\n\nIts beam carried for 16 kilometres."
    (link,) = [link for link in compare(story(one, two)).links if link.a.first == 1]
    assert 0.5 < link.score < 1
    assert 0.5 < link.overlap < 1


def test_passages_that_tell_a_figure_once_are_linked_and_the_figure_is_shown():
    one = f"{FRAME[0]}\n\nSailors saw it ten miles out."
    two = f"{FRAME[1]}\n\nNobody was hurt.\n\nIts beam carried for 16 kilometres."
    links = [link for link in compare(story(one, two)).links if link.a.first == 1]
    assert [(link.b.first, link.kind) for link in links] == [(2, "paraphrase")]
    shown = [(one[slice(*piece.a)], two[slice(*piece.b)]) for piece in links[0].evidence]
    assert ("ten miles", "16 kilometres") in shown
    assert links[0].reason == "the same in other words; “ten miles” for “16 kilometres”"


@pytest.mark.parametrize(
    ("one", "two", "reason"),
    [
        ("Ten miles out, sailors saw it.", "16 kilometres its beam carried.",
         "the same in other words; “Ten miles” for “16 kilometres”"),
        ("Sailors saw it ten miles out.", "Sailors saw it ten miles out.", "the same 6 words"),
        ("Sailors on a Danish trawler saw it ten miles out on Monday.",
         "Sailors on a Danish trawler saw it 16 kilometres out on Monday.",
         "nearly the same wording, 7 words in a row equal"),
    ],
)  # fmt: skip
def test_a_figure_is_named_in_the_reason_only_where_little_else_is_the_same(one, two, reason):
    links = compare(story(f"{FRAME[0]}\n\n{one}", f"{FRAME[1]}\n\nNobody was hurt.\n\n{two}")).links
    assert [link.reason for link in links if link.relation == "overlap" and link.a.first == 1] == [reason]


def spoken(one, two, language="en"):
    """What is told once in two articles, as it is written there."""
    texts = ["\n\n".join(sentences) for sentences in (one, two)]
    ours, theirs = (reading_of(at, article(text, at, language)).once for at, text in enumerate(texts))
    return [(texts[0][slice(*told.a)], texts[1][slice(*told.b)]) for told in told_once(ours, theirs)]


def test_of_several_figures_that_agree_each_is_set_against_the_nearest():
    one, two = "It cost $500, later $505.", "The sum was $505, at first $500."
    assert sorted(spoken([one], [two])) == [("$500", "$500"), ("$505", "$505")]


def test_a_table_of_figures_tells_none_once():
    table = ", ".join(f"{number} sailors" for number in range(20, 60))
    assert spoken([f"There came {table}."], ["Some 33 sailors came."]) == []


def test_results_are_the_same_only_where_they_are_told_alike():
    assert spoken(["The match ended 3-1."], ["They won by 3-1."]) == [("3-1", "3-1")]
    assert spoken(["The match ended 3-1."], ["They won by 3-2."]) == []


def test_what_is_counted_is_rare_only_where_the_language_is_known():
    assert spoken(["Gekommen sind 14 Lotsenboote."], ["Nur 12 Lotsenboote kamen."], "de") == []


@given(TABLES, TABLES)
@settings(max_examples=60)
def test_whichever_article_is_first_the_same_is_told_and_each_figure_once(ours, theirs):
    there, back = spoken(ours, theirs), spoken(theirs, ours)
    assert sorted(there) == sorted((b, a) for a, b in back)
    assert len(there) <= min(len(ours), len(theirs)) * 4


@given(st.lists(st.sampled_from("abc"), max_size=12), st.lists(st.tuples(*[st.sampled_from("abc")] * 2), max_size=4))
def test_rows_of_words_are_counted_wherever_they_stand(words, rows):
    often = _often(words, rows)
    assert all(often[row] == sum(pair == row for pair in pairwise(words)) for row in rows)


def test_a_quotation_goes_from_its_first_word_to_its_last_and_is_named_once_in_a_reason():
    one, two = f"{FRAME[0]}\n\nThe keeper was “very good.”", f"{FRAME[1]}\n\n“ Very good ” is all that was heard there."
    (told,) = spoken([one], [two])
    assert told == ("very good", "Very good")
    (link,) = [link for link in compare(story(one, two)).links if link.a.first == 1]
    assert link.reason == "the same in other words; both have “very good”"


def test_a_figure_is_whole_in_a_link_whichever_article_is_first():
    told = "The tug was strong enough to haul the ferry to the harbour, where she made fast at twenty to six."
    retold = (
        "The big tug from Port Randal which at last brought the ferry in to its own quay at 5.40 pm "
        "had been as far off as the shoals beyond Lund Sound then."
    )
    one, two = f"{FRAME[0]}\n\n{told}", f"{FRAME[1]}\n\n{retold}"
    for texts in ((one, two), (two, one)):
        (link,) = [link for link in compare(story(*texts)).links if link.a.first == 1]
        shown = [text[side.start : side.end] for text, side in zip(texts, (link.a, link.b), strict=True)]
        assert (
            sorted(any(figure in text for text in shown) for figure in ("at twenty to six", "at 5.40 pm")) == [True] * 2
        )
        assert ("“twenty to six” for “5.40 pm”" in link.reason) == (texts[0] is one)
