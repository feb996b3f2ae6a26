"""A reservation that one article gives and the other leaves out, where the rest is the same."""

import pytest

from tests.unit.compare.conflicts.conftest import Find

DROPPED = [
    ("The driver reportedly fled from the scene of the crash in Oslo on Monday.",
     "The driver fled from the scene of the crash in Oslo on Monday.", "reportedly"),
    ("The preliminary results gave the mayor of Tarrow a lead of four points.",
     "The results gave the mayor of Tarrow a lead of four points.", "preliminary"),
    ("The factory could double its output of missiles in weeks, according to one source.",
     "The factory could double its output of missiles in weeks.", "according to one source"),
    ("It was the seventh meeting in Chile, and the envoys left without a word.",
     "It was the seventh meeting, and the envoys left without a word.", "seventh meeting in Chile"),
    ("The bridge is the longest in Europe, and it was built by two brothers.",
     "The bridge is the longest, and it was built by two brothers.", "longest in Europe"),
]  # fmt: skip


@pytest.mark.parametrize(("careful", "plain", "dropped"), DROPPED)
def test_a_dropped_reservation_is_to_be_checked(find: Find, careful: str, plain: str, dropped: str) -> None:
    for one, other, values in ((careful, plain, (dropped, "")), (plain, careful, ("", dropped))):
        (finding,) = find(one, other)
        assert (finding.kind, finding.tier, finding.values) == ("caveat", "check", values)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The driver reportedly fled from the crash in Oslo on Monday.",
         "The driver fled from the crash in Oslo on Monday, police said."),
        ("The driver reportedly fled from the crash in Oslo on Monday.",
         "The driver allegedly fled from the crash in Oslo on Monday."),
        ("The driver reportedly fled from the crash in Oslo on Monday.",
         "Rain is expected in Oslo on Monday, with a driver and a crash or two."),
        ("One source said the talks between Oslo and Tarrow would come to nothing.", "And Tarrow?"),
        ("The bridge is the longest in Europe, and it was built by two brothers.",
         "The bridge is the longest of Europe, and it was built by two brothers."),
    ],
)  # fmt: skip
def test_a_reservation_kept_in_other_words_is_nothing(find: Find, one: str, other: str) -> None:
    assert [finding for finding in find(one, other) if finding.kind == "caveat"] == []
