"""One quotation given twice: what is told of its wording, and what is not."""

import pytest

from tests.unit.compare.conflicts.conftest import Find
from tui.compare.conflicts.reading import read


def told(find: Find, a: str, b: str) -> list[str]:
    return [finding.reason for finding in find(a, b) if finding.kind == "quote"]


def test_a_small_word_changed_in_a_quotation_is_told_with_its_neighbours(find: Find) -> None:
    (reason,) = told(
        find,
        "“You will have to ask the council about the crane,” Mrs Dahl said.",
        "“You will need to ask the council about the crane,” said Mrs Dahl.",
    )
    assert reason == "“will have to” in one, “will need to” in the other, in the same quotation"


def test_a_quotation_that_goes_on_in_the_next_sentence_is_read_as_one(find: Find) -> None:
    assert told(
        find,
        "Mrs Dahl said: “We were told the crane had been checked by the insurers.",
        "“We were told the crane has been checked by the insurers,” Mrs Dahl said.",
    ) == ["“crane had been” in one, “crane has been” in the other, in the same quotation"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("We’re not leaving one boat behind in the ice", "We are not leaving one boat behind in the ice"),
        ("There is a 1 in 3 chance that the ferry sinks", "There is a one-in-three chance that the ferry sinks"),
        ("And we will do it again in the harbour", "We will do it again in the harbour"),
        ("He [the pilot] was asleep at the wheel again", "He really was asleep at the wheel again"),
    ],
    ids=["contracted", "figures and words", "joined on", "an editor's brackets"],
)
def test_the_same_words_written_otherwise_are_no_other_words(find: Find, a: str, b: str) -> None:
    assert told(find, f"“{a},” he said.", f"“{b},” he said.") == []


def test_two_remarks_on_one_matter_are_not_one_quotation(find: Find) -> None:
    assert not told(
        find,
        "“We take no issue with the ferry company,” the mayor said.",
        "“We don't have a problem with the ferry company’s boats,” the mayor said.",
    )


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said: "It was late. She said: "We were late."', ["We were late"]),
        ('the boat," he said. "We are late."', ["the boat", "We are late"]),
        ("It went down fast,” the pilot said.", ["It went down fast"]),
        ("The pilot said: “It went down fast.", ["It went down fast"]),
        ('A board of 12" was found by the "Nora".', ["Nora"]),
        ('The mast is 40" tall.', []),
    ],
)
def test_quotations_are_found_by_which_way_their_marks_face(text: str, quoted: list[str]) -> None:
    assert [text[quote.start : quote.end] for quote in read(text).quotes] == quoted


@pytest.mark.parametrize(
    ("whole", "cut", "reason"),
    [
        ("I can see clearly just how late the ferry was", "I can see clearly how late the ferry was",
         "“clearly just how” in one, “clearly how” in the other"),
        ("This is a harbour and not a bar for tourists", "This is a harbour and a bar for tourists",
         "“and not a” in one, “and a” in the other"),
        ("I am with the pilots and I am not against the crane", "I am not against the crane",
         "“am with the pilots and I am not” in one, “am not” in the other"),
    ],
)  # fmt: skip
def test_words_left_out_of_a_quotation_without_a_mark_are_told(find: Find, whole: str, cut: str, reason: str) -> None:
    assert told(find, f"“{whole},” she said.", f"“{cut},” she said.") == [f"{reason}, in the same quotation"]


@pytest.mark.parametrize(
    ("whole", "cut"),
    [
        ("I can see clearly just how late the ferry was", "I can see clearly … how late the ferry was"),
        ("I can see clearly (just) how late the ferry was", "I can see clearly how late the ferry was"),
        ("It is not enough to be late with the ferry", "It’s not enough to be late with the ferry"),
        ("I think that the ferry will be late again", "I think the ferry will be late again"),
        ("It was late. The ferry was never seen there again", "The ferry was never seen there again"),
    ],
    ids=["marked", "in brackets", "contracted", "a small word", "a sentence before"],
)
def test_what_a_writer_may_leave_out_is_not_told(find: Find, whole: str, cut: str) -> None:
    assert told(find, f"“{whole},” she said.", f"“{cut},” she said.") == []
