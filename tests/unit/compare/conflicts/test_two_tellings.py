"""One thing told in two ways, or a whole and some of it, is no contradiction; the same words of one thing still are."""

from collections.abc import Callable

import pytest

from tests.unit.compare.conflicts.conftest import Find
from tui.compare.conflicts import across
from tui.story.model import Article

ALIKE = {
    "not since, and the first since": (
        "It is the first walkout at the shipyard since 1994.",
        "Not since 1994 has a walkout hit the shipyard.",
    ),
    "not since, within a sentence": (
        "The river is higher than at any time since 1994, officials said.",
        "The river has not since 1994 been so high, officials said.",
    ),
    "a title won again": (
        "Palloy won the title in 2002.",
        "Palloy won the title again in 2006.",
    ),
    "a figure told in halves": (
        "The grocer's shares fell 3.6 percent in Geneva.",
        "In Geneva, traders marked the grocer's shares down by three and a half per cent.",
    ),
    "so much a day, and the sum of it": (
        "Each day of the blockade costs the port about 2 million francs.",
        "The blockade cost the port an estimated 17 million francs.",
    ),
    "two names of one place": (
        "The lorry went off the road at Hollin Bend.",
        "The lorry went off the road into the Hollin Beck.",
    ),
    "what there is, and what is left": (
        "The baker, founded in 1920, employs 900 people and runs nine shops.",
        "The baker, founded in 1920, will be left with five shops.",
    ),
    "what there is, and what is sold": (
        "The baker, founded in 1920, runs nine shops in the county.",
        "The baker, founded in 1920, must sell three shops in the county.",
    ),
    "all, and two together": (
        "The baker employs 900 people in the county.",
        "Two of the baker's shops together employ 85 people in the county.",
    ),
    "a thing denied, and those who might tell of it": (
        '"The roof was never at risk," a spokesman said. Tenants complained that they had been given no information.',
        '"The roof was never at risk," a spokesman told reporters.',
    ),
    "one goes up and another down, in both": (
        "Dornach Mills shares rose 21 percent. In Geneva, traders marked Palloy down by two per cent.",
        "Traders were glad, as shares in Dornach Mills shot up by a fifth.",
    ),
}
APART = {
    "a first since another year": (
        "It is the first walkout at the shipyard since 1994.",
        "Not since 1987 has a walkout hit the shipyard.",
    ),
    "halves that are not near": (
        "The grocer's shares fell 5.6 percent in Geneva on Monday.",
        "The grocer's shares fell two and a half percent in Geneva on Monday.",
    ),
    "two sums a day": (
        "Each day of the blockade costs the port about 2 million francs.",
        "Each day of the blockade costs the port about 5 million francs.",
    ),
    "the year of one row of words, up again or not": (
        "Palloy counts 4.1 million visitors this year, up again from the 2.5 million in 2002.",
        "Palloy counts 4.1 million visitors this year, up from 2.5 million in 2004.",
    ),
    "the year of one forecast, told beside what was years earlier": (
        "By 2007, new locks will carry a price tag of $4.4 billion, double that of five years earlier.",
        "By 2009, new locks will carry a price tag of $4.4 billion.",
    ),
    "two people of one first name": (
        "The prize was handed to Hollin Marsh by the mayor.",
        "The prize was handed to Hollin Keller by the mayor.",
    ),
    "two counts of what there is": (
        "The baker, founded in 1920, runs nine shops in the county.",
        "The baker, founded in 1920, runs five shops in the county.",
    ),
    "two counts together": (
        "The two shops together employ 85 people in the county.",
        "The two shops together employ 140 people in the county.",
    ),
    "a report denied": (
        "The council received no report about the roof.",
        "The council received a report about the roof.",
    ),
}


@pytest.mark.parametrize(("one", "other"), ALIKE.values(), ids=ALIKE)
def test_two_tellings_that_both_hold_are_no_difference(find: Find, one: str, other: str) -> None:
    assert not find(one, other)
    assert not find(other, one)


@pytest.mark.parametrize(("one", "other"), APART.values(), ids=APART)
def test_tellings_of_one_thing_that_exclude_each_other_stay_a_difference(find: Find, one: str, other: str) -> None:
    assert find(one, other)
    assert find(other, one)


def test_a_cost_by_the_day_is_not_held_against_that_of_all_days(article: Callable[..., Article]) -> None:
    one = article("a1", "Blockade of the port goes on", "Each day of it will cost the port about 2 million francs.")
    two = article("a2", "Blockade of the port ends", "It cost the port an estimated 17 million francs.")
    other = article("a3", "Blockade of the port goes on", "Each day of it will cost the port about 6 million francs.")
    assert not across([one, two])
    assert [frame.finding.values for frame in across([one, other])] == [("2 million francs", "6 million francs")]


def test_an_unconfirmed_meeting_is_one_finding_whatever_else_the_other_tells(article: Callable[..., Article]) -> None:
    one = article(
        "a1", "Chancellor Berta Lund is to see President Ivo Kral.",
        "The meeting of Lund and Kral has not been officially confirmed by either government.",
    )  # fmt: skip
    two = article(
        "a2", "Chancellor Berta Lund met President Ivo Kral.", "Lund arrived in Brno to see Kral.",
        "In May, Lund held two meetings with Kral.",
    )  # fmt: skip
    found = [frame.finding for frame in across([one, two]) if frame.finding.kind == "negation"]
    assert [finding.values[1] for finding in found] == ["met"]


def test_meetings_of_another_month_do_not_confirm_the_one_that_is_awaited(article: Callable[..., Article]) -> None:
    one = article(
        "a1", "Chancellor Berta Lund is to see President Ivo Kral.",
        "The meeting of Lund and Kral has not been officially confirmed by either government.",
    )  # fmt: skip
    two = article("a2", "Berta Lund will travel soon.", "In May, Lund held two meetings with President Ivo Kral.")
    assert not [frame for frame in across([one, two]) if frame.finding.kind == "negation"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Three patients at the clinic died of the fever.", "The fever cost four lives at the clinic."),
        ("The flood killed nine people in Brno.", "The flood claimed the lives of 12 people in Brno."),
    ],
)
def test_lives_that_were_lost_are_held_against_the_dead(find: Find, one: str, other: str) -> None:
    assert "for the same number of dead" in " ".join(finding.reason for finding in find(one, other))


def test_lives_that_were_saved_are_no_dead(find: Find) -> None:
    assert not find("The flood killed nine people in Brno.", "The dam saved the lives of 12 people in Brno.")


def test_a_figure_that_was_corrected_is_to_be_checked_against_the_earlier_one(find: Find) -> None:
    earlier, later = "Turnout was 58.2 percent.", "The turnout was revised upwards, to 58.6 percent."
    assert [(one.tier, one.downgrade) for one in find(earlier, later)] == [
        ("check", "one may be an earlier figure: “revised upwards”")
    ]
    assert [one.tier for one in find(earlier, "Turnout was 58.6 percent.")] == ["conflict"]
