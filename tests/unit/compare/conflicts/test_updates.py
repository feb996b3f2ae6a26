"""A later article may know more: what is then an update, and what stays a contradiction."""

from collections.abc import Callable
from datetime import datetime

import pytest

from tests.unit.compare.conflicts.conftest import Find
from tui.compare.conflicts import across, read
from tui.story.model import Article

Make = Callable[..., Article]
NOON, EVENING = datetime(2026, 6, 9, 12, 0), datetime(2026, 6, 9, 18, 0)
SEVEN = "Seven people were injured in the explosion at the cold store in the harbour."
NINE = "Nine people were injured in the explosion at the cold store in the harbour."


def test_a_toll_that_grows_within_a_day_is_an_update(find: Find) -> None:
    (finding,) = find(SEVEN, NINE, NOON, EVENING)
    assert (finding.tier, finding.downgrade) == ("check", "an update: Nine was published later")


def test_a_toll_that_shrinks_within_a_day_is_a_contradiction(find: Find) -> None:
    assert find(NINE, SEVEN, NOON, EVENING)[0].tier == "conflict"


def test_damage_that_differs_within_a_day_is_a_contradiction_unless_the_first_account_says_so(find: Find) -> None:
    two = "The damage to the harbour is estimated at £2.4 million, the council said."
    four = "The damage to the harbour is estimated at £4.2 million, the council said."
    first = "The preliminary damage to the harbour is estimated at £2.4 million, the council said."
    assert find(two, four, NOON, EVENING)[0].tier == "conflict"
    number = next(finding for finding in find(first, four, NOON, EVENING) if finding.kind == "number")
    assert (number.tier, number.downgrade) == ("check", "an update: £4.2 million was published later")


def test_a_bound_that_the_later_toll_keeps_is_nothing(find: Find) -> None:
    assert find("At least 12 people died when the ferry sank.", "Fourteen people died when the ferry sank.") == ()


def test_nobody_killed_and_then_one_dead_is_an_update(find: Find) -> None:
    none = "Nobody was killed in the blast at the harbour."
    one = "One man was killed in the blast at the harbour."
    assert find(none, one)[0].tier == "conflict"
    assert find(one, none, NOON, EVENING)[0].tier == "conflict"
    assert find(none, one, NOON, EVENING)[0].downgrade == "an update: One was published later"


def test_a_death_told_in_other_words_is_held_against_nobody_killed(article: Make) -> None:
    one = article(
        "a1", "A fire broke out in Tarrow on Tuesday.", "Nobody was killed.", published="2026-06-09T11:30:00+01:00"
    )
    two = article("a2", "A watchman has died after the fire in Tarrow.", published="2026-06-09T13:05:00+01:00")
    (found,) = across([one, two])
    assert (found.finding.kind, found.finding.tier, found.a) == ("negation", "check", (0, 1))
    assert found.finding.downgrade == "an update: “A watchman has died” was published later"


@pytest.mark.parametrize(
    "other",
    ["A watchman may have died after the fire in Tarrow.", "In 1998 a watchman died in a fire in Tarrow.",
     "A watchman has died after a fire in Penmoor."],
)  # fmt: skip
def test_a_death_that_is_not_sure_or_of_another_time_or_place_is_not(article: Make, other: str) -> None:
    one = article("a1", "A fire broke out in Tarrow.", "Nobody was killed.", published="2026-06-09")
    assert across([one, article("a2", other, published="2026-06-09")]) == ()


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Nobody was killed.", "killed"),
        ("No one was hurt.", "injured"),
        ("None of them were injured.", "injured"),
        ("There were no casualties.", "killed"),
        ("No passengers were reported missing.", "missing"),
    ],
)
def test_a_toll_of_nought_is_a_figure(text: str, role: str) -> None:
    assert [(q.value, q.role) for q in read(text).quantities] == [(0, role)]


@pytest.mark.parametrize("text", ["Nobody has been charged over the killing.", "No further deaths are expected."])
def test_a_negation_of_something_else_is_no_toll(text: str) -> None:
    assert read(text).quantities == ()


def test_two_days_after_the_same_words_are_a_conflict_however_the_sentences_begin(find: Find) -> None:
    found = find(
        "Residents are invited to a public meeting in the Guildhall on Thursday evening.",
        "The town will talk about the fire at a public meeting in the Guildhall on Friday evening.",
    )
    assert [(finding.kind, finding.tier) for finding in found] == [("date", "conflict")]
