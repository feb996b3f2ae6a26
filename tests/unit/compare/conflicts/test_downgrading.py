"""Differences that may both be right are kept to “differs, check”, with the reason; without it they are conflicts."""

import pytest

from tests.unit.compare.conflicts.conftest import Find

FIRM = "The harbour firm lost $5 million, it said."
MORE = "The harbour firm lost $7 million, it said."


def doubt(find: Find, a: str, b: str) -> str:
    """Why the difference in numbers, and each way round, is only to be checked; "" where it is a conflict."""
    told = set()
    for one, other in ((a, b), (b, a)):
        finding = next(found for found in find(one, other) if found.kind == "number")
        assert (finding.tier == "check") == bool(finding.downgrade)
        told.add(bool(finding.downgrade))
    assert len(told) == 1
    return next(found for found in find(a, b) if found.kind == "number").downgrade


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        ("The Senate passed the harbour bill by 60 votes on the day.",
         "The House passed the harbour bill by 231 votes on the day.",
         "may be of another group: “senate” in one, “house” in the other"),
        ("The firm said its revenue rose to $20 million in the quarter.",
         "The firm said its profit rose to $12 million in the quarter.",
         "may be another measure: one is about revenue, the other about profit"),
        ("The yield on the 10-year note rose to 4.1 percent at the close.",
         "The yield on the 2-year note rose to 3.6 percent at the close.",
         "may be another measure: one is of “10-year note”, the other of “2-year note”"),
        ("The council approved a $1 billion harbour plan for the port.",
         "The council approved a $1.2 billion harbour plan for the port.",
         "one may be rounded"),
        ("Analysts expected a loss of $5 million at the harbour firm.",
         "The harbour firm reported a loss of $7 million for the firm.",
         "one may be a forecast: “expected”"),
        ("About 80 percent of the harbour workers voted for the strike.",
         "About 20 percent of the harbour workers voted against the strike.",
         "may be the two parts of one whole: they add up to 100"),
        ("The shares of the harbour firm were at $12.40 at midday.",
         "The shares of the harbour firm were at $12.90 at the close.",
         "may be of another hour: one is of “midday”, the other of “close”"),
        (FIRM, "The harbour firm lost $7 million a year ago, it said.",
         "may be another year: one is about “a year ago”"),
        ("The harbour firm will spend $5 million a year on tugs.",
         "The harbour firm will spend $50 million over the next 10 years on tugs.",
         "may be one sum: told by the year in one, over years in the other"),
        ("The harbour firm lost $5 million in the first quarter, it said.",
         "The harbour firm lost $7 million in the second quarter, it said.",
         "may be another period: one article is about the first quarter, the other about the second quarter"),
        ("The harbour firm lost $5 million in 2001, it said.",
         "The harbour firm lost $7 million in 2003, it said.",
         "may be another period: one article is about 2001, the other about 2003"),
    ],
)  # fmt: skip
def test_figures_that_may_both_be_right_are_to_be_checked(find: Find, a: str, b: str, reason: str) -> None:
    assert doubt(find, a, b) == reason


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (FIRM, MORE),
        ("The harbour firm lost $5 million in 2001, it said.", "The harbour firm lost $7 million in 2001, it said."),
        ("The harbour firm lost $5 million a year ago, it said.",
         "The harbour firm lost $7 million a year ago, it said."),
        ("The shares of the harbour firm were at $12.40 at midday.",
         "The shares of the harbour firm were at $12.90 at midday."),
        ("The Senate passed the harbour bill by 60 votes on the day.",
         "The Senate passed the harbour bill by 31 votes on the day."),
        ("About 80 percent of the harbour workers voted for the strike.",
         "About 60 percent of the harbour workers voted for the strike."),
        ("The council approved a $1.4 billion harbour plan for the port.",
         "The council approved a $1.2 billion harbour plan for the port."),
    ],
)  # fmt: skip
def test_without_such_a_word_or_with_it_in_both_they_contradict_each_other(find: Find, a: str, b: str) -> None:
    assert doubt(find, a, b) == ""


def test_headlines_of_other_places_may_be_of_two_events_and_whole_sentences_are_not(find: Find) -> None:
    (finding,) = find("Ten hurt in ferry fire in Oslo", "Ten hurt in ferry fire in Bergen")
    assert (finding.tier, finding.downgrade) == ("check", "may be two events: little else tells that they are one")
    long = "Ten people were hurt when the ferry Aurora caught fire at its quay in {} late in the evening."
    (finding,) = find(long.format("Oslo"), long.format("Bergen"))
    assert (finding.kind, finding.tier) == ("place", "conflict")


def test_other_weekdays_are_to_be_checked_unless_the_same_words_lead_up_to_them(find: Find) -> None:
    invited = "Residents are invited to a public meeting in the Guildhall on {} evening."
    decided = "A public meeting will be held in the Guildhall on Thursday, the council decided."
    (finding,) = find(decided, invited.format("Friday"))
    assert finding.downgrade == "the day may be that of the report, or of another step"
    (finding,) = find(invited.format("Thursday"), invited.format("Friday"))
    assert (finding.kind, finding.tier) == ("date", "conflict")
