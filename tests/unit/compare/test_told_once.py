"""What two articles tell once each brings their passages together, however few other words those share."""

import pytest

from tests.unit.compare.builders import article, story
from tui.compare import compare
from tui.compare.engine import reading_of
from tui.compare.links.told_once import told_once

FRAME = (
    "The Sealight lamp at Corven Head has been put out of service by a storm, the harbour board of Corven said.",
    "The board of Corven harbour said the storm had broken the Sealight lamp at Corven Head.",
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
    ],
)
def test_what_is_not_the_same_or_may_be_anything(one, two):
    assert cells([FRAME[0], one], [FRAME[1], two]) == []


def test_what_another_passage_tells_too_brings_none_together():
    one, two = "Sailors saw it ten miles out.", "Its beam carried for 16 kilometres."
    assert cells([one, "A buoy lies ten miles away."], [two]) == []
    assert cells(["It was “very good”.", "Very good, they said."], ["A “very good” lamp."]) == []


def test_passages_that_tell_a_figure_once_are_linked_and_the_figure_is_shown():
    one = f"{FRAME[0]}\n\nSailors saw it ten miles out."
    two = f"{FRAME[1]}\n\nNobody was hurt.\n\nIts beam carried for 16 kilometres."
    links = [link for link in compare(story(one, two)).links if link.a.first == 1]
    assert [(link.b.first, link.kind) for link in links] == [(2, "paraphrase")]
    shown = [(one[slice(*piece.a)], two[slice(*piece.b)]) for piece in links[0].evidence]
    assert ("ten miles", "16 kilometres") in shown
    assert links[0].reason == "the same in other words; “ten miles” for “16 kilometres”"
