"""Opposites told in two voices, and an event put off in one text and cancelled in the other."""

import pytest

from tests.unit.compare.conflicts.conftest import Find


def _kinds(find: Find, one: str, other: str) -> set[str]:
    return {finding.kind for finding in find(one, other)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The dockers accepted the wage offer late on Monday.",
         "The shipowner's wage offer was turned down by the dockers, their leader said."),
        ("The plan for 80 cabins was thrown out by councillors on Wednesday.",
         "Councillors approved the plan for 80 cabins on Wednesday."),
        ("The tribunal allowed Corbin's appeal on Tuesday.",
         "Corbin's appeal was dismissed by the tribunal on Tuesday."),
        ("The gift of 40 boats was accepted by the museum's trustees.",
         "The museum's trustees turned down the gift of 40 boats."),
    ],
)  # fmt: skip
def test_what_one_does_and_the_same_one_is_said_not_to_have_done_differs(find: Find, one: str, other: str) -> None:
    assert "antonym" in _kinds(find, one, other)


def test_an_active_and_a_passive_of_one_doer_and_one_thing_are_a_conflict(find: Find) -> None:
    one = "The dockers accepted the wage offer late on Monday."
    other = "The shipowner's wage offer was turned down by the dockers, their leader said."
    assert [finding.tier for finding in find(one, other)] == ["conflict"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Of other doers.
        ("The museum accepted the gift of 40 boats.", "The gift of 40 boats was turned down by the archive."),
        # Of an offer before.
        ("The dockers accepted the wage offer on Monday.", "An earlier wage offer was turned down by the dockers."),
        # A text that tells both.
        ("The dockers accepted the offer on Friday.",
         "The offer was first turned down by the dockers but accepted on Friday."),
    ],
)  # fmt: skip
def test_another_doer_and_another_offer_are_no_difference(find: Find, one: str, other: str) -> None:
    assert "antonym" not in _kinds(find, one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The spring regatta has been put off until May.", "The spring regatta has been cancelled, sailors were told."),
        ("The council puts off the lantern parade.", "The council calls off the lantern parade."),
        ("Organisers were forced to postpone the boat race.", "Organisers were forced to call off the boat race."),
        ("The lantern parade has been delayed by a month.", "Villagers have even had their lantern parade cancelled."),
    ],
)
def test_an_event_put_off_and_cancelled_is_to_be_checked(find: Find, one: str, other: str) -> None:
    assert [finding.tier for finding in find(one, other) if finding.kind == "antonym"] == ["check"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Ferries were put back on Sunday because of the gale.",
            "Ferries were called off because of the gale.",
        ),
        ("The regatta has been put off until May.", "The dance before the regatta has been cancelled."),
        ("The council puts off the lantern parade.", "The council calls off the boat race."),
        ("The regatta was put off for a week.", "The regatta could be cancelled if the gale goes on."),
        ("The regatta was postponed.", "The regatta was postponed, and the fireworks were cancelled."),
    ],
)
def test_several_things_other_things_and_what_is_left_open_are_none(find: Find, one: str, other: str) -> None:
    assert "antonym" not in _kinds(find, one, other)
