"""Places of one kind under several heads: a hospital and an infirmary, a street and a lane."""

import pytest

from tests.unit.compare.conflicts.conftest import Find
from tui.compare.conflicts import read
from tui.compare.conflicts.cues.names import site, telling


def _kinds(find: Find, one: str, other: str) -> set[str]:
    return {finding.kind for finding in find(one, other)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He is in St Brannoc's Infirmary.", "st brannoc infirmary"),
        ("He was seen in Tanner's Lane.", "tanner lane"),
        ("He was taken to Leeds General Infirmary.", "leeds general infirmary"),
        ("He praised Tolby's Lake Arn.", "lake arn"),
        ("He praised Mirren's School Choir.", "mirren"),
    ],
)
def test_a_possessive_belongs_to_the_name_of_a_place_that_ends_with_its_head(text: str, name: str) -> None:
    assert name in {mention.name for mention in read(text).mentions}


def test_a_name_is_told_by_the_words_that_others_have_not() -> None:
    assert telling(("ardley", "general", "hospital")) == ("ardley",)
    assert telling(("royal", "hospital")) == ("royal",)
    assert site(("st", "anne", "clinic")) == site(("ardley", "general", "hospital")) == "hospital"
    assert site(("mercer", "street")) != site(("mercer", "church"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The skipper was flown to Holmgarth General Hospital with a fractured skull.",
         "The skipper is in St Brannoc's Infirmary, where doctors are treating his fractured skull."),
        ("The diver was taken to Leeds General Infirmary with a broken hip.",
         "The diver has a broken hip and is in St James's Hospital."),
    ],
)  # fmt: skip
def test_one_patient_in_two_hospitals_is_a_conflict(find: Find, one: str, other: str) -> None:
    assert [(finding.kind, finding.tier) for finding in find(one, other)] == [("place", "conflict")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The lorry overturned on Mercer Street and spilled its load of gravel.",
         "The lorry overturned in Cannon Lane, where it spilled its load of gravel."),
        ("Dobbs is being held at Harrow Moor Prison while he waits for his trial.",
         "Dobbs is being held in Castlegate Jail while he waits for his trial."),
        ("Families spent the night in the gym of Thornby Academy after the flood.",
         "Families spent the night in the gym at St Oswald's School after the flood."),
    ],
)  # fmt: skip
def test_two_places_of_one_kind_under_two_heads_differ(find: Find, one: str, other: str) -> None:
    assert "place" in _kinds(find, one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # One place, by a part of its name or another head.
        ("The skipper was flown to Holmgarth General Hospital with a fractured skull.",
         "The skipper is in Holmgarth Infirmary, where doctors are treating his fractured skull."),
        # Two patients, or several; one who was moved.
        ("The driver was taken to St Luke's Hospital with leg injuries.",
         "His passenger was taken to Weston General Infirmary with head injuries."),
        ("Two miners with crushed ribs and burns were taken to St Luke's Hospital and one to Weston General Infirmary.",
         "A miner with crushed ribs and burns was taken to Weston General Infirmary."),
        ("The skipper was flown to Holmgarth General Hospital with a fractured skull.",
         "The skipper, who has a fractured skull, was later moved to St Brannoc's Infirmary."),
        # Whose somebody is.
        ("Pupils from Thornby Academy raised money for the flood victims.",
         "Pupils from St Oswald's School raised money for the flood victims."),
    ],
)  # fmt: skip
def test_one_place_and_several_patients_are_no_difference_of_places(find: Find, one: str, other: str) -> None:
    assert "place" not in {finding.kind for finding in find(one, other) if finding.tier == "conflict"}
