"""What one text denies or doubts is found where the other tells its clause among much else."""

import pytest

from tests.unit.compare.conflicts.conftest import Find

DENIED = {
    "never": (
        "A float in the cistern that weighs the water sounded the bell six minutes before the flood, two wardens said.",
        "The float at Harrow Lock never sounded a bell on Sunday, a keeper told the Gazette.",
    ),
    "the passive": (
        "An inspector had warned the bakery about its ovens in May.",
        "The bakery was never warned about its ovens, the baker said.",
    ),
    "what was done to it": (
        "Guards locked the gate at midnight.",
        "The gate was never locked, a neighbour said.",
    ),
    "failed to": (
        "The pump started when the cellar filled with water.",
        "The pump failed to start as water rose in the cellar.",
    ),
}
NOT_DENIED = {
    "another time": (
        "The bell at Harrow Lock sounded a quarter of an hour before the flood.",
        "The bell at Harrow Lock had never sounded before Sunday, a lock keeper said.",
    ),
    "another deed": (
        "A warden rang the bell in the mill two minutes before the roof fell in.",
        "The warden never heard the bell in the mill because of the noise.",
    ),
    "what is somebody's": (
        "The committee heard the warden on Monday.",
        "The committee never heard the warden's brother.",
    ),
    "another place": (
        "The pump at Tolby started on Sunday.",
        "The pump at Marl failed to start on Sunday.",
    ),
    "nobody in either": (
        "The crew closed the hatch so that no one would fall in.",
        "The crew closed the hatch so that nobody would fall in.",
    ),
}
DOUBTED = (
    "The sinking of the barge may have been caused by a cracked pump, they added.",
    "A broken pump caused the barge to go down.",
)
ALLOWED = {
    "use": (
        "Walkers may use the beach again, the council said.",
        "The beach is safe to use, its doctor said.",
    ),
    "leave": (
        "Guests may leave their rooms again, the hotel said.",
        "The hotel asked its guests to leave their rooms on Monday.",
    ),
}


@pytest.mark.parametrize("name", DENIED)
def test_a_clause_told_by_one_text_and_denied_by_the_other_is_found(find: Find, name: str) -> None:
    (finding,) = find(*DENIED[name])
    assert (finding.kind, finding.tier) == ("negation", "check")


@pytest.mark.parametrize("name", NOT_DENIED)
def test_a_denial_of_something_else_is_not_flagged(find: Find, name: str) -> None:
    assert find(*NOT_DENIED[name]) == ()


def test_what_one_may_have_done_and_others_did_is_no_doubt(find: Find) -> None:
    assert find("The thief may have left the museum by a window.", "Visitors left the museum by a side door.") == ()


def test_what_may_have_been_the_cause_in_one_and_was_it_in_the_other_is_to_be_checked(find: Find) -> None:
    (finding,) = find(*DOUBTED)
    assert (finding.kind, finding.tier) == ("modality", "check")


@pytest.mark.parametrize("name", ALLOWED)
def test_a_may_that_lets_people_do_something_is_no_doubt(find: Find, name: str) -> None:
    assert find(*ALLOWED[name]) == ()
